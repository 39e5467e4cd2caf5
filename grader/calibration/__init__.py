"""How far the program agrees with the marks of a person; pure."""
