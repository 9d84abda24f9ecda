"""The cells of an Excel workbook, in one pass over what is packed in it."""
