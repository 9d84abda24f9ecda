"""Solvers: arrays in, an assignment out; they know no people, weights or rules."""
