"""How pairs go on after they are made: frames and rows in, results out; no files, no clock."""
