"""Documents she keeps or hands on; each function returns the bytes of one file."""
