"""Documents for paper and Word."""
