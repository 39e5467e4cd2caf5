"""Concepts: evidence, labels, confidence, points."""
