"""Files in, Documents out: one reader a format, behind guards against files that are not what they claim."""
