"""The commands of the console program `dalil`."""
