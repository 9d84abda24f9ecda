"""What was decided, recorded so that it can be worked out again to the last digit."""
