"""What a Word file is made of: its package, its styles, its lists, its text in reading order."""
