"""From the bytes of a file to cells, in a process of its own with little memory and little time."""
