"""Whose answers a sheet holds, and which column is which question."""
