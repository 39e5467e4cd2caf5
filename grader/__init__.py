"""Suggested marks, with quoted evidence, for essays in Indonesian."""

__version__ = "0.1.0"
