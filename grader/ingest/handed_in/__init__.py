"""What was handed in, and by whom: folders, zips, names by Moodle, patterns and rosters, attempts."""
