"""An import that is not finished stands beside the programme: it survives, is no change of it, and goes."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentorkit.errors import FileRefused
from mentorkit.store import Store
from mentorkit.workflows.intake.edits import CellAt, ColumnAt, Edits, RowAt, SheetAt
from mentorkit.workflows.intake.kept import KeptImport, begin_import
from mentorkit.workflows.set_up import new_programme
from tests.sources import ROOT

FILES = (("b.csv", b"Name\nNoor\n"), ("a.xlsx", bytes(range(256))))
SHEET, ROW = SheetAt("a.xlsx", "Sheet1"), RowAt("a.xlsx", "Sheet1", 2)
CELL, COLUMN = CellAt(*ROW, "City"), ColumnAt(*SHEET, "City")
EVERY_KIND = (
    Edits(files={"b.csv": "mentor"}, only={"b.csv": "mentee"})
    .cell(CELL, "’s-Hertogenbosch")
    .all_alike(CellAt(*ROW, "Town"), "Luik", "Liège")
    .skip([ROW])
    .take([RowAt("b.csv", "", 3)])
    .column(COLUMN, None)
    .column(ColumnAt(*SHEET, "Town"), "city")
    .option("topics", "tenders", "")
    .kind(SHEET, "both")
    .header(SHEET, 4)
    .person(ROW, None)
    .person(RowAt("b.csv", "", 3), "p1")
    .choose_form("p1", "city")
)
TYPES_FOR_EVER = """
import sys
from pathlib import Path
from mentorkit.workflows.intake.edits import CellAt
from mentorkit.workflows.intake.kept import KeptImport
kept = KeptImport(Path(sys.argv[1]))
kept.keep(files=(("b.csv", b"x" * 100_000),), step="review")
for number in range(10**9):
    kept.keep(edits=kept.edits.cell(CellAt("b.csv", "", 2, "City"), str(number)))
    print(number, flush=True)
"""


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    file = tmp_path / "p.mentorkit"
    new_programme(file, "Round one", "en", "coordinator")
    return file


def draft_of(programme: Path) -> Path:
    return programme.with_name(f"{programme.name}.unfinished")


def beside(programme: Path) -> set[str]:
    """What of an import lies beside the programme."""
    return {file.name for file in programme.parent.glob("*.unfinished*")}


def test_files_step_and_every_kind_of_edit_come_back_as_they_were_left(programme: Path):
    kept = KeptImport(programme)
    kept.keep(files=FILES)
    kept.keep(step="review")
    kept.keep(edits=EVERY_KIND)
    again = KeptImport(programme)
    assert (again.files, again.step, again.edits, again.lost) == (FILES, "review", EVERY_KIND, None)


def test_an_import_that_is_not_finished_survives_the_death_of_mentorkit(programme: Path):
    """It was kept in the process, so that a restart lost every repair."""
    child = subprocess.Popen(
        [sys.executable, "-c", TYPES_FOR_EVER, programme], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    said = [child.stdout.readline() for _ in range(20)]
    os.kill(child.pid, signal.SIGKILL)
    said += child.communicate()[0].splitlines()
    last = int([line for line in said if line.strip()][-1])
    again = KeptImport(programme)
    assert (again.lost, again.step, len(again.files[0][1])) == (None, "review", 100_000)
    assert int(again.edits.cells[CellAt("b.csv", "", 2, "City")]) in {last, last + 1}


def test_it_is_no_change_of_the_programme_and_stands_in_no_backup(programme: Path):
    begin_import(programme, (("b.csv", b"Naam\nKnownByNoOther\n"),))
    with Store.open(programme) as store:
        assert (store.load().number, store.undoable(), len(store.history())) == (1, None, 1)
        backup = store.backup(now=datetime.now(UTC))
    assert b"KnownByNoOther" not in programme.read_bytes() + backup.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_only_the_coordinator_can_read_it(programme: Path):
    begin_import(programme, FILES)
    assert stat.S_IMODE(draft_of(programme).stat().st_mode) == 0o600


def test_nothing_of_it_is_left_once_it_is_done_or_given_up(programme: Path):
    kept = KeptImport(programme)
    kept.keep(files=FILES, edits=EVERY_KIND)
    assert draft_of(programme).name in beside(programme)
    kept.keep(files=())
    kept.keep(edits=Edits(), step="file")
    assert beside(programme) == set()


def test_in_two_windows_what_one_has_finished_does_not_come_back_by_half(programme: Path):
    begin_import(programme, FILES)
    one, other = KeptImport(programme), KeptImport(programme)
    one.keep(files=())
    other.keep(edits=EVERY_KIND)
    again = KeptImport(programme)
    assert (again.files, again.edits, again.lost) == ((), Edits(), None)


def test_other_files_take_the_place_of_everything_that_was_begun(programme: Path):
    KeptImport(programme).keep(files=FILES, step="review", edits=EVERY_KIND)
    begin_import(programme, FILES[:1])
    again = KeptImport(programme)
    assert (again.files, again.step, again.edits) == (FILES[:1], "file", Edits())


def rewritten(sql: str) -> Callable[[Path], None]:
    def rewrite(draft: Path) -> None:
        with closing(sqlite3.connect(draft)) as connection, connection:
            connection.execute(sql)

    return rewrite


@pytest.mark.parametrize(
    "spoil",
    [
        lambda draft: draft.write_bytes(b"not what was written"),
        lambda draft: draft.write_bytes(draft.read_bytes()[:5000]),
        rewritten("UPDATE kept SET content = CAST('{\"cells\": []}' AS BLOB) WHERE part = 'edits'"),
        rewritten("UPDATE kept SET content = CAST('[5]' AS BLOB) WHERE part = 'edits'"),
        rewritten("UPDATE kept SET content = x'ff' WHERE part = 'step'"),
        rewritten("UPDATE kept SET content = CAST('no step' AS BLOB) WHERE part = 'step'"),
        rewritten("DELETE FROM kept WHERE part = 'edits'"),
        rewritten("DROP TABLE kept"),
    ],
)
def test_what_is_damaged_or_of_another_mentorkit_is_told_once_and_thrown_away(
    programme: Path, spoil: Callable[[Path], None]
):
    KeptImport(programme).keep(files=(*FILES, ("c.csv", b"x" * 20_000)), step="seen", edits=EVERY_KIND)
    spoil(draft_of(programme))
    found = KeptImport(programme)
    assert found.lost is not None
    assert (found.files, found.step, found.edits, beside(programme)) == ((), "file", Edits(), set())
    assert KeptImport(programme).lost is None


def test_a_draft_that_cannot_be_opened_is_told_and_not_thrown_away(programme: Path):
    draft_of(programme).mkdir()
    found = KeptImport(programme)
    assert (found.files, found.lost is None, draft_of(programme).exists()) == ((), False, True)
    with pytest.raises(FileRefused):
        begin_import(programme, FILES)
