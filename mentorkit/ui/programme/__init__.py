"""The page of the programme: where it stands, and what to do next."""
