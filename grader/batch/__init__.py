"""A class graded in one go: on several processes or machines, kept on disk as it goes, and gone on with later."""
