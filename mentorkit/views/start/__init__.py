"""Tables and sentences about the start of pairs."""
