"""What an evaluation says and shows, and never more than its numbers allow."""
