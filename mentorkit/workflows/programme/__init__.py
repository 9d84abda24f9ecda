"""What the coordinator decides about the programme as a whole."""
