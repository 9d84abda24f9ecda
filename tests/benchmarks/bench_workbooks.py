"""How long a programme takes to go out as a workbook and to be compared when it comes back.

Run by hand: `python tests/benchmarks/bench_workbooks.py [PEOPLE]`; 500 people when nothing is said.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[2]))

from mentorkit.frames import Snapshot
from mentorkit.model import Application, Person, Programme
from mentorkit.reading.apart import read_here
from mentorkit.text import speaker
from mentorkit.workbook.read import as_returned, read_programme_workbook
from mentorkit.workflows.intake.programme_workbook import compare, export_programme

T = TypeVar("T")


def programme(size: int) -> Snapshot:
    """People with every answer, one in four of them a mentor."""
    people = [
        Person(
            id=f"p{place}",
            full_name=f"Naam {place}",
            email=f"p{place}@example.org",
            job_title="Adviseur",
            department=f"Afdeling {place % 20}",
            city="Utrecht",
            languages=("nl", "en"),
            years_experience=place % 40,
            manager_email=f"p{place // 10}@example.org",
        )
        for place in range(size)
    ]
    sign_ups = [
        Application(
            id=f"a{place}",
            person_id=f"p{place}",
            role="mentee" if place % 4 else "mentor",
            topics=("Presenteren", "Leidinggeven"),
            goals=("Presenteren", "Netwerken"),
            goal_text="Ik wil leren presenteren voor een grote groep. " * 5,
            values=("rust", "groei"),
            channels=("video", "in_person"),
            working_style=place % 5 + 1,
            has_consented=True,
            capacity=3,
        )
        for place in range(size)
    ]
    return Snapshot.of(Programme(id="programme", name="Groot"), people, sign_ups)


def timed(name: str, action: Callable[[], T]) -> T:
    """What an action gives, after a line with the seconds it took."""
    start = time.perf_counter()
    result = action()
    sys.stdout.write(f"{name:32} {time.perf_counter() - start:6.2f} s\n")
    return result


def main() -> None:
    """Export, read (here and in a process of its own) and compare."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    snapshot = programme(size)
    content = timed("export", lambda: export_programme(snapshot, speaker("nl"), datetime.now(UTC)))
    sys.stdout.write(f"{'size':32} {len(content) / 1024:6.0f} kB\n")
    timed("read here", lambda: as_returned("w.xlsx", read_here("w.xlsx", content)))
    book = timed("read in a process of its own", lambda: read_programme_workbook("w.xlsx", content))
    if book is None:
        raise SystemExit(1)
    told = timed("compare", lambda: compare(snapshot, book, date(2026, 11, 26)))
    sys.stdout.write(f"{len(told.same)} rows the same, {len(told.changes.items)} changes\n")


if __name__ == "__main__":
    main()
