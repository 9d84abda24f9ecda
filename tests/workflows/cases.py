"""The sample programme as a plan, small exports, and sentences in both languages."""

import csv
import io
import random
from functools import cache
from pathlib import Path

from mentorkit.frames import Snapshot, frame_of
from mentorkit.matching import DEFAULT_WEIGHTS
from mentorkit.matching.solvers.blocks import Watch
from mentorkit.model import (
    Application,
    Changes,
    Form,
    Imported,
    Insert,
    Override,
    Pair,
    Person,
    Preference,
    Programme,
    Role,
    Row,
    Update,
)
from mentorkit.shipped import shipped
from mentorkit.text import Language, Message, speaker
from mentorkit.workflows.intake.plan import SignUpFile, plan_import
from mentorkit.workflows.pairing.pair_files import PairingResult, pair_files
from tests.intake.conftest import delimited

NAMES: dict[Language, tuple[str, str]] = {
    "nl": ("mentoren.xlsx", "mentees.xlsx"),
    "en": ("mentors.csv", "mentees.csv"),
}
EMPTY = Snapshot.of(Programme(id="programme", name="Samen verder"))


def sample_files(language: Language) -> tuple[Path, Path]:
    """Mentors first."""
    folder = shipped("sample_data") / language
    mentors, mentees = NAMES[language]
    return folder / mentors, folder / mentees


@cache
def sample_plan(language: Language) -> PairingResult:
    return pair_files(*sample_files(language), {}, Watch())


def shuffled(folder: Path, seed: int) -> tuple[Path, Path]:
    """The English sample files with their rows in another order."""
    mentors, mentees = (_shuffled(path, folder, seed) for path in sample_files("en"))
    return mentors, mentees


def _shuffled(path: Path, folder: Path, seed: int) -> Path:
    heads, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    random.Random(seed).shuffle(rows)  # noqa: S311 -- an order, not a secret
    (folder / path.name).write_bytes(delimited([heads, *rows], ","))
    return folder / path.name


def sign_ups(files: tuple[Path, Path]) -> list[SignUpFile]:
    roles: tuple[Role, Role] = ("mentor", "mentee")
    return [SignUpFile(path.name, path.read_bytes(), role) for path, role in zip(files, roles, strict=True)]


def export(role: Role, *rows: dict[str, str], name: str = "") -> SignUpFile:
    """A form with the questions of its first row."""
    lines = [list(rows[0]), *([row[question] for question in rows[0]] for row in rows)]
    return SignUpFile(name or f"{role}s.csv", delimited(lines, ","), role)


def read_one_after_another(*files: SignUpFile) -> Snapshot:
    """The programme after each file was taken in by itself."""
    snapshot = EMPTY
    for file in files:
        snapshot = after(snapshot, plan_import(snapshot, [file]).changes)
    return snapshot


def after(snapshot: Snapshot, changes: Changes) -> Snapshot:
    """The snapshot as the store would give it, without a store; rows sorted by id."""
    tables = {
        Person: "people",
        Application: "applications",
        Override: "overrides",
        Pair: "pairs",
        Preference: "preferences",
        Imported: "imported",
    }
    forms = {form.id: form for form in snapshot.forms}
    forms |= {item.row.id: item.row for item in changes.items if isinstance(item.row, Form)}
    rows: dict[type[Row], dict[str, Row]] = {
        model: {row["id"]: model.model_validate(row) for row in getattr(snapshot, table).to_dicts()}
        for model, table in tables.items()
    }
    for item in changes.items:
        kept = rows.get(type(item.row))
        if kept is not None and isinstance(item, Insert | Update):
            kept[item.row.id] = item.row
        elif kept is not None:
            del kept[item.row.id]
    frames = {
        table: frame_of([rows[model][key] for key in sorted(rows[model])], model)
        for model, table in tables.items()
    }
    kept = tuple(forms[key] for key in sorted(forms))
    return Snapshot(snapshot.programme, decisions=snapshot.decisions, forms=kept, **frames)


def only(**weights: float) -> dict[str, float]:
    """These weights, and nothing else counts."""
    return {**dict.fromkeys(DEFAULT_WEIGHTS, 0.0), **weights}


def spoken(message: Message) -> tuple[str, str]:
    """A sentence in English and in Dutch, which are not the same and leave no place open."""
    english, dutch = speaker("en")(message), speaker("nl")(message)
    assert english != dutch
    assert "{" not in english + dutch
    return english, dutch
