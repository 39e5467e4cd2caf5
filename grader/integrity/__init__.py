"""What an essay's own text says about how it came about: advisories for a person, apart from the mark."""
