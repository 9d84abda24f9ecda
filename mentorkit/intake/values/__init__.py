"""What a cell says, as a value, and how sure that is."""
