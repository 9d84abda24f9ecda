"""Records as rows of a file would give them, from their answers alone."""

from mentorkit.intake.people.identity import who_of
from mentorkit.intake.people.record import Record, record_of
from mentorkit.intake.understand.roles import Kind


def record(row: int, /, file: str = "a.csv", sheet: str = "", kind: Kind = None, **answers: object) -> Record:
    """What one row says; it must tell who it is about."""
    who = who_of(answers, file)
    assert who is not None
    return record_of(answers, who, (file, sheet, row), kind)
