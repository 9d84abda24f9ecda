"""Sentences about a programme as a whole."""
