"""A workbook for the person who runs a mentoring programme."""

__version__ = "0.1.0"
