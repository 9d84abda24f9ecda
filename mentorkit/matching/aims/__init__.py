"""Aims: what the best plan is, and what insisting on another pair costs under it."""
