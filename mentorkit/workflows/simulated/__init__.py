"""What becomes of made-up pairs, with what really happened kept apart from what was written down."""
