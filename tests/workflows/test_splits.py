"""Cells with several answers are shown as they are split, a few per column."""

from mentorkit.frames import Snapshot
from mentorkit.model import Programme
from mentorkit.workflows.intake.review import review
from mentorkit.workflows.intake.splits import splits_of
from tests.intake.tables import book_of


def test_the_fullest_cells_of_a_topic_column_are_shown_each_once():
    rows = ["Data;Zorg;", "Data;Zorg;", "Data;", "Data;Zorg;Recht;", "Recht;Zorg;"]
    lines = ["E-mail,Naam,Thema's", *(f"a{n}@acme.example,Ann {n},{text}" for n, text in enumerate(rows))]
    book = book_of("mentoren.csv", "\n".join(lines).encode())
    found = list(splits_of(review(Snapshot.of(Programme(id="p", name="P")), [book]).sheets))
    assert [(one.text, one.parts) for one in found] == [
        ("Data;Zorg;Recht;", ("Data", "Zorg", "Recht")),
        ("Data;Zorg;", ("Data", "Zorg")),
    ]
