"""One module per step, never changed after a release."""
