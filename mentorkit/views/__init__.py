"""From results to sentences, tables and safe HTML, in the reader's language; knows no marimo."""
