"""How far labels agree with an expert's, for people and programs to read."""
