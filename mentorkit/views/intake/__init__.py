"""Tables and sentences about sign-ups."""
