"""The page that brings confirmed pairs to a good first talk."""
