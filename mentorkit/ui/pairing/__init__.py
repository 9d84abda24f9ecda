"""The page of the pairs."""
