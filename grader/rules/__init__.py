"""Format rules, one a file: what a document must be like, whatever it says."""
