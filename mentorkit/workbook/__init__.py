"""The workbook of a whole programme, out and back: one sheet a table, edited in Excel, compared on its return."""
