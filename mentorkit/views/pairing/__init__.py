"""Tables, charts and sentences about pairs."""
