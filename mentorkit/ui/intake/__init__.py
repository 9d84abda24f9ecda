"""The page of the sign-ups, step by step."""
