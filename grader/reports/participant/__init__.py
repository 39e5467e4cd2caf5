"""What participants see of their own submissions; never the key."""
