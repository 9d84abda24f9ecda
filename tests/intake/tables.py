"""What stands in a file that a test made, read in this process because it is no stranger's."""

from mentorkit.intake.people.check import Intake
from mentorkit.intake.tables.book import Table, best_table, read_file
from mentorkit.intake.take_in import take_in
from mentorkit.model import Role


def read_table(name: str, content: bytes) -> Table:
    """The sheet with the most headings we know."""
    return best_table(read_file(name, content, is_ours=True).tables)


def intake_of(name: str, content: bytes, role: Role) -> Intake:
    """The people and applications of one role."""
    return take_in(read_file(name, content, is_ours=True), role)
