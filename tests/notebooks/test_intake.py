"""The sign-up notebook without a browser: it opens on an empty programme and changes nothing."""

import runpy
import shutil
from pathlib import Path

import pytest

from mentorkit.store import Store
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.intake.confirm import Taken
from mentorkit.workflows.intake.edits import CellAt, Edits
from mentorkit.workflows.intake.review import review
from mentorkit.workflows.set_up import new_programme
from tests.intake.conftest import delimited
from tests.sources import ROOT
from tests.ui.hands import press, said, set_to
from tests.workflows.imports import EMPTY, NOOR, form


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_asks_for_files_and_changes_nothing(language: Language, tmp_path: Path):
    file = tmp_path / "empty.mentorkit"
    new_programme(file, "Round one", language, "coordinator")
    with Store.open(file) as store:
        before = store.load().number
    outputs, found = runpy.run_path(str(ROOT / "notebooks" / "intake.py"))["app"].run(
        defs={"desk": Desk(file)}
    )
    shown = "".join(output.text for output in outputs if output is not None and hasattr(output, "text"))
    assert found["review"] is None
    assert speaker(language)("Which sign-ups do you want to import?") in shown
    with Store.open(file) as store:
        assert store.load().number == before


def test_after_an_import_the_page_writes_nothing_to_the_console(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    new_programme(tmp_path / "p.mentorkit", "Round one", "en", "coordinator")
    desk, taken = Desk(tmp_path / "p.mentorkit"), review(EMPTY, [form(NOOR)])
    _, found = runpy.run_path(str(ROOT / "notebooks" / "intake.py"))["app"].run(
        defs={"desk": desk, "done": Taken(1, "backup", taken, Edits())}
    )
    assert found["take"] is None
    assert capsys.readouterr() == ("", "")


def shown_in(desk: Desk, defs: dict[str, object] | None = None) -> tuple[list[str], dict[str, object]]:
    """What stands in every part of the page, and what the page is made of."""
    outputs, found = runpy.run_path(str(ROOT / "notebooks" / "intake.py"))["app"].run(
        defs={"desk": desk, **(defs or {})}
    )
    return [said(one) for one in outputs if hasattr(one, "text")], found


def test_what_came_of_a_press_on_the_import_page_stands_under_what_was_pressed(tmp_path: Path):
    """It stood in the top bar only, far from the list that was saved and the import that was refused."""
    new_programme(tmp_path / "p.mentorkit", "Round one", "en", "coordinator")
    desk = Desk(tmp_path / "p.mentorkit")
    _, found = shown_in(desk)
    set_to(found["topics"], "Community work")
    (kept,) = (part for part in shown_in(desk)[0] if "Your own topics are saved." in part)
    assert "Community work" in kept
    assert "marimo-button" in kept

    found["choose"]((("mentors.csv", delimited([list(NOOR), list(NOOR.values())])),))
    found["go"]("confirm")
    shutil.rmtree(tmp_path / "backups")
    (tmp_path / "backups").write_text("a file where the folder of backups would be", encoding="utf-8")
    press(shown_in(desk)[1]["take"])
    refusal = speaker("en")(desk.notice)
    (refused,) = (part for part in shown_in(desk)[0] if refusal in part)
    assert "Import the sign-ups" in refused


def left_at(file: Path) -> dict[str, object]:
    """What the page is made of on its next visit."""
    return shown_in(Desk(file))[1]


def test_an_import_that_is_not_finished_is_there_when_the_page_comes_back(tmp_path: Path):
    file = tmp_path / "p.mentorkit"
    new_programme(file, "Round one", "en", "coordinator")
    first = left_at(file)
    first["choose"]((("mentors.csv", delimited([list(NOOR), list(NOOR.values())])),))
    first["go"]("review")
    first["draft"].put("typed", lambda edits: edits.cell(CellAt("mentors.csv", "", 2, "City"), "Luik"))

    again = left_at(file)
    assert again["step"]() == "review"
    (row,) = again["review"].rows
    assert again["review"].readings[0].rows[0].record.answers["city"] == "Luik"
    assert row.state == "new"

    again["choose"](())
    assert left_at(file)["review"] is None
    assert left_at(file)["step"]() == "file"


def test_an_import_that_cannot_be_read_back_is_told_and_gone(tmp_path: Path):
    new_programme(tmp_path / "p.mentorkit", "Round one", "en", "coordinator")
    draft = tmp_path / "p.mentorkit.unfinished"
    draft.write_bytes(b"not what was written")
    told = "What you had begun to import could not be read back"
    parts, found = shown_in(Desk(tmp_path / "p.mentorkit"))
    assert sum(told in part for part in parts) == 1
    assert (found["step"](), found["files"](), draft.exists()) == ("file", (), False)
    assert not any(told in part for part in shown_in(Desk(tmp_path / "p.mentorkit"))[0])
