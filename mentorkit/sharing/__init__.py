"""What leaves her computer for one kind of reader: what they may see, and the one file they get."""
