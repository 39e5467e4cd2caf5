"""A Cohort in, something to read out; all rows and totals come from view."""
