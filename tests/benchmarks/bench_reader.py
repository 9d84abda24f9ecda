"""How long files take to be read or refused, and how much memory.

Run by hand with any files behind it: `python tests/benchmarks/bench_reader.py bad/*`. Each is read
in a fresh process; without files, a workbook of 10,000 rows by 20 columns is.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from openpyxl import Workbook

from mentorkit.intake.tables.book import read_file
from tests.benchmarks.fuzz_reader import outcome

ROWS, COLUMNS = 10_000, 20


def one(path: Path) -> str:
    """Code, seconds and most memory at once, of this process and of the one that reads for it."""
    content = path.read_bytes()
    start = time.perf_counter()
    code = outcome(path.name, content, read_file)
    seconds = time.perf_counter() - start
    here, apart = (
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return f"{path.name:40} {code:18} {seconds:5.2f} s {max(here, apart) / 1024:4.0f} MB"


def large(folder: Path) -> Path:
    """A workbook of the size of our promise."""
    path = folder / "large.xlsx"
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["Naam", "E-mail", *[f"Vraag {column}" for column in range(COLUMNS - 2)]])
    for row in range(1, ROWS + 1):
        answers = [row * column if column % 3 else f"antwoord {row}" for column in range(COLUMNS - 2)]
        sheet.append([f"Naam {row}", f"n{row}@example.org", *answers])
    book.save(path)
    return path


def main() -> None:
    """Reads every file in a process of its own, or this one where it is that process."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--here", action="store_true", help="read in this process")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for path in asked.files or [large(Path(folder))]:
            if asked.here:
                sys.stdout.write(one(path) + "\n")
            else:
                subprocess.run([sys.executable, __file__, "--here", str(path)], check=True)


if __name__ == "__main__":
    main()
