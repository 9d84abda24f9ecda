"""What the coordinator asks and decides about pairs."""
