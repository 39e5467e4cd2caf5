"""Instructors' decisions: taken in from workbooks and CSVs, and those that were taken before."""
