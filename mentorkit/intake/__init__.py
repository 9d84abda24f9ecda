"""Sign-ups in: a file is screened, read, its columns are mapped and its rows are checked."""

from mentorkit.intake.check import Intake
from mentorkit.intake.map import Mapping, map_columns
from mentorkit.intake.read import Table
from mentorkit.intake.take_in import take_in

__all__ = ["Intake", "Mapping", "Table", "map_columns", "take_in"]
