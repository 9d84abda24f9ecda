"""Solvers for programmes of thousands, where most pairs are never looked at."""
