"""From values to the cells of a workbook: text stays text, whatever it looks like."""
