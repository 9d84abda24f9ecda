"""Sign-ups in: a file is screened, read, its columns are mapped and its rows are checked."""

from mentorkit.intake.people.check import Intake
from mentorkit.intake.tables.book import Table
from mentorkit.intake.take_in import take_in
from mentorkit.intake.understand.columns import Mapping, map_columns

__all__ = ["Intake", "Mapping", "Table", "map_columns", "take_in"]
