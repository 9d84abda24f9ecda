"""From cells to tables: which rows are headings, and what is odd about a file."""
