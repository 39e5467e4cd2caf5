"""Telling the essay apart from what only stands around it, and finding the rubric's sections."""
