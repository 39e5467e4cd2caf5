"""Languages that essays are written in; the only room that knows spaCy."""
