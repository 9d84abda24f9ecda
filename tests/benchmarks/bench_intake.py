"""How long ten thousand sign-ups take from the bytes of a file to the programme, and once more.

Run by hand: `python tests/benchmarks/bench_intake.py`. Times mean little on another machine.
"""

import argparse
import io
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[2]))

from openpyxl import Workbook

from mentorkit.intake.tables.book import read_file
from mentorkit.model import Programme
from mentorkit.store import Store
from mentorkit.workflows.intake.edits import Edits
from mentorkit.workflows.intake.review import review

T = TypeVar("T")
TOPICS = ("Leiderschap", "Netwerken", "Data-analyse", "Plannen, organiseren en timemanagement")
HEADINGS = (
    "ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "In welke afdeling werk je?",
    "Wat is je functie?",
    "Over welke thema's wil je mentor zijn?", "In welke talen kun je gesprekken voeren?",
    "Hoeveel mentees kun je maximaal begeleiden?", "Hoeveel jaar werkervaring heb je?", "Telefoon",
)  # fmt: skip


def export(rows: int) -> bytes:
    """A Dutch export of Microsoft Forms with some mistakes in it."""
    chance, target = random.Random(1), io.BytesIO()  # noqa: S311 -- made-up people
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Mentoren")
    sheet.append(HEADINGS)
    for row in range(1, rows + 1):
        topics = ";".join(chance.sample(TOPICS, 2)) + ";"
        address = f"n{row}@example.org" if row % 50 else f"n{row} at example"
        days = 46000 + row / 100
        capacity = 2 if row % 70 else "2 à 3"
        person = [row, days, days, address, f"Naam van den {row}", f"Afdeling {row % 30}", "Adviseur"]
        sheet.append([*person, topics, "Nederlands;Engels;", capacity, row % 40, "06 12345678"])
    book.save(target)
    return target.getvalue()


def timed(name: str, work: Callable[[], T]) -> T:
    """The result of a step, with a line about its time."""
    start = time.perf_counter()
    result = work()
    sys.stdout.write(f"{name:<24} {time.perf_counter() - start:6.2f} s\n")
    return result


def main() -> None:
    """Read, review, save, and review the same file again."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=10_000)
    content, now = export(options.parse_args().rows), datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder:
        programme = Programme(id="programme", name="P")
        with Store.create(Path(folder) / "p.mentorkit", programme, author="bench", now=now) as store:
            begin = time.perf_counter()
            book = timed("read", lambda: read_file("mentoren.xlsx", content))
            found = timed("review", lambda: review(store.load(), [book], Edits()))
            timed("save", lambda: store.apply(found.changes, author="bench", now=now))
            sys.stdout.write(f"{'all of it':<24} {time.perf_counter() - begin:6.2f} s  {found.counts}\n")
            again = timed("the same file again", lambda: review(store.load(), [book], Edits()))
            sys.stdout.write(f"{again.counts}; changes: {len(again.changes.items)}\n")


if __name__ == "__main__":
    main()
