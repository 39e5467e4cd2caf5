"""What took long to work out, kept in the user's cache folder for the next run: never trusted, never needed."""
