"""Documents for paper and Word: each kind is one function, and all are listed in `kinds.py`."""
