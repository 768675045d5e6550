"""Collecting: the questionnaire as forms, and answers and listings back into records.

What comes in from outside passes through `sheets` (files to cells) and a `Ledger`, in which every
cell ends as used, confirmed, left out on purpose or unusable. Nothing is written before all is
read.
"""
