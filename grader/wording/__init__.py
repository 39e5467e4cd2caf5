"""The sentences that people read, in Indonesian and English.

Findings, errors and reports carry only keys and values.
"""
