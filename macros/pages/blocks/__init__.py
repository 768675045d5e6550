"""Blocks of authored pages: each returns one line of HTML, which Markdown leaves alone."""
