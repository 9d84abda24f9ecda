"""What every page stands in: the desk with its programme, the top bar, parts that repeat."""
