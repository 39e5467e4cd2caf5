"""The nouns of the program: frozen, without input or output."""
