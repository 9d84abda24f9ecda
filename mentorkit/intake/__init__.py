"""Sign-ups in: from the bytes of a file to tables, and from tables to people with what needs a look."""

from mentorkit.intake.tables.book import Book, read_file
from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.columns import Mapping, map_columns

__all__ = ["Book", "Mapping", "Table", "map_columns", "read_file"]
