"""The sentences that people read, in Indonesian and English; findings, errors and reports carry only keys and values."""
