"""What the coordinator does to let others see something."""
