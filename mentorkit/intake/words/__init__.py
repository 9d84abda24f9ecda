"""The headings and the words of answers that the importer knows."""
