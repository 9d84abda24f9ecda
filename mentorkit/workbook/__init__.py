"""The workbook of a whole programme, out and back, and what was edited in it."""
