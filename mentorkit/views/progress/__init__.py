"""How pairs are doing, in words."""
