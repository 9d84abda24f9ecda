"""What the coordinator, or anyone who checks her numbers, asks of the evaluation."""
