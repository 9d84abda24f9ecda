"""Share: a file for one kind of reader, and which files are out."""
