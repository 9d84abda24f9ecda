"""`mentorkit export`, and `mentorkit import` of the workbook that it wrote."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentorkit.frames import Snapshot
from mentorkit.store import Store
from mentorkit.workflows.set_up import sample_programme
from tests.cli.command import run, start
from tests.workflows.returned import edited

KEYS = {
    "file", "code", "layout", "language", "sheets", "valid", "invalid", "partial", "merged", "excluded",
    "warnings", "counts", "new", "changed", "missing", "edits", "conflicts", "emptied",
}  # fmt: skip


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    file = tmp_path / "a.mentorkit"
    sample_programme(file, "en")
    return file


@pytest.fixture
def out(programme: Path, tmp_path: Path) -> Path:
    file = tmp_path / "out.xlsx"
    done = run("export", programme, file, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    return file


def loaded(programme: Path) -> Snapshot:
    with Store.open(programme, now=datetime.now(UTC)) as store:
        return store.load()


def test_a_programme_goes_out_comes_back_the_same_and_is_never_written_over(programme: Path, out: Path):
    home, before = out.parent, loaded(programme)
    done = start("import", out, "--programme", programme, "--json", home=home)
    told = json.loads(done.stdout)
    assert (done.returncode, set(told), told["code"], told["layout"]) == (0, KEYS, "OK", "mentorkit")
    counts = told["counts"]
    assert (
        counts["rows"]
        == counts["valid"]
        == counts["same"]
        == before.people.height + before.applications.height + 1
    )
    assert {
        counts[name] for name in ("new", "changed", "missing", "edits", "conflicts", "emptied", "invalid")
    } == {0}
    assert loaded(programme).number == before.number
    assert start("export", programme, out, home=home).returncode == 3


@pytest.mark.parametrize("link", [Path.symlink_to, Path.hardlink_to])
def test_another_name_of_the_programme_is_never_written_over(
    programme: Path, link: Callable[[Path, Path], None]
):
    alias, before = programme.with_name("out.xlsx"), programme.read_bytes()
    link(alias, programme)
    done = run("export", programme, alias, home=programme.parent)
    assert (done.returncode, programme.read_bytes(), alias.read_bytes()) == (3, before, before)
    assert "out.xlsx is there already" in done.stderr


def test_an_edit_is_shown_and_only_saved_without_dry_run(programme: Path, out: Path):
    out.write_bytes(edited(out.read_bytes(), "person", 3, city="Gent", years_experience="many"))
    looked = run("import", out, "--programme", programme, "--dry-run", "--json", home=out.parent)
    told = json.loads(looked.stdout)
    (edit,) = told["edits"]
    assert (edit["row"], edit["sheet"], edit["field"], edit["column"], edit["new"]) == (
        3, "People", "city", "place", "Gent",
    )  # fmt: skip
    assert told["warnings"] == ["row 3 (People), “years of experience”: “many” is not a number."]
    assert "Gent" not in loaded(programme).people["city"].to_list()
    done = run("import", out, "--programme", programme, home=out.parent)
    assert "People 3" in done.stdout
    assert "1 changed row." in done.stdout
    assert loaded(programme).people["city"].to_list().count("Gent") == 1
    assert list((out.parent / "backups").iterdir())


def test_the_workbook_of_another_programme_is_refused(out: Path, tmp_path: Path):
    other = tmp_path / "b.mentorkit"
    sample_programme(other, "nl")
    done = run("import", out, "--programme", other, "--json", home=tmp_path)
    told = json.loads(done.stdout)
    assert (done.returncode, told["code"], told["valid"]) == (3, "OTHER_PROGRAMME", [])


def test_a_programme_that_is_not_there_is_refused(tmp_path: Path):
    done = run("export", "none.mentorkit", "out.xlsx", home=tmp_path)
    assert (done.returncode, "There is no file" in done.stderr) == (3, True)
    assert not (tmp_path / "out.xlsx").exists()
