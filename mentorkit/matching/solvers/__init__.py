"""Solvers: from whole-number losses to a plan, one file each."""
