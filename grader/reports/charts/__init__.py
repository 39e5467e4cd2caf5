"""The figures of a class as geometry: where a bar, a line or a cell stands in the drawing; pure.

A drawing is as wide as its view box says, in units that the page scales; y grows downwards. Numbers and words are put
in by the templates, so that nothing here speaks a language.
"""
