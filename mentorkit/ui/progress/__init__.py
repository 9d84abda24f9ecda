"""The page that tells how pairs are doing, and whom to call."""
