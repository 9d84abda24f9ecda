"""What the coordinator notes while pairs are under way."""
