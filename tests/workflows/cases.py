"""The sample programme as a plan, small exports, and sentences in both languages."""

import csv
import io
import random
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mentorkit.frames import Snapshot, applied
from mentorkit.matching import DEFAULT_WEIGHTS
from mentorkit.matching.solvers.blocks import Watch
from mentorkit.model import Programme, Role
from mentorkit.shipped import shipped
from mentorkit.text import Language, Message, speaker
from mentorkit.workflows.intake.edits import Edits
from mentorkit.workflows.intake.review import Review, review
from mentorkit.workflows.pairing.pair_files import PairingResult, pair_files
from tests.intake.conftest import delimited
from tests.intake.tables import book_of

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


class SignUpFile(NamedTuple):
    """One export: its name, its bytes and whose sign-ups it holds."""

    name: str
    content: bytes
    role: Role


def sign_ups(files: tuple[Path, Path]) -> list[SignUpFile]:
    roles: tuple[Role, Role] = ("mentor", "mentee")
    return [SignUpFile(path.name, path.read_bytes(), role) for path, role in zip(files, roles, strict=True)]


def export(role: Role, *rows: dict[str, str], name: str = "") -> SignUpFile:
    """A form with the questions of its first row."""
    lines = [list(rows[0]), *([row[question] for question in rows[0]] for row in rows)]
    return SignUpFile(name or f"{role}s.csv", delimited(lines, ","), role)


def read(snapshot: Snapshot, *files: SignUpFile) -> Review:
    """What these files would change, each read for its role only."""
    books = [book_of(file.name, file.content) for file in files]
    return review(snapshot, books, Edits(only={file.name: file.role for file in files}))


def read_one_after_another(*files: SignUpFile) -> Snapshot:
    """The programme after each file was taken in by itself."""
    snapshot = EMPTY
    for file in files:
        snapshot = applied(snapshot, read(snapshot, file).changes)
    return snapshot


def only(**weights: float) -> dict[str, float]:
    """These weights, and nothing else counts."""
    return {**dict.fromkeys(DEFAULT_WEIGHTS, 0.0), **weights}


def spoken(message: Message) -> tuple[str, str]:
    """A sentence in English and in Dutch, which are not the same and leave no place open."""
    english, dutch = speaker("en")(message), speaker("nl")(message)
    assert english != dutch
    assert "{" not in english + dutch
    return english, dutch
