"""The scheme file: one SQLite file that holds one scheme and all its periods."""
