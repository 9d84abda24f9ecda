"""Breaks sound files in many ways and reads them: each must be read or refused, and soon.

Run by hand: `nice python tests/benchmarks/fuzz_reader.py --minutes 10`, with files of your own
behind it to break those too. Ends with 1 when any file gave another error or took over 5 seconds,
and says with which seed. `--seed` shows one again.
"""

import argparse
import io
import random
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from mentorkit.errors import FileRefused
from mentorkit.intake.tables.book import Book, read_file
from tests.intake.conftest import as_excel_packs_it
from tests.intake.tables import book_of

LIMIT = 5.0
"""Seconds that a file may take."""

_PIECES = [
    *(
        b"\0",
        b"\xff",
        b"\xc3",
        b'"',
        b";",
        b",",
        b"\t",
        b"\r\n",
        b"=",
        b"<",
        b">",
        b"/>",
        b"&#0;",
        b"&#x202e;",
    ),
    *(b"<row>", b"</row>", b"<c>", b"<v>", b"</v>", b"</c>", b"<f/>", b"<is><t>", b"</sheetData>", b"<si>"),
    *(
        b' r="XFD1048576"',
        b' r="A0"',
        b' r="999999999999"',
        b' t="s"',
        b' t="b"',
        b' t="d"',
        b' t="e"',
        b"\xe2\x80\x8b",
        b' s="99999"',
        b' s="-1"',
    ),
    *(
        b"-1",
        b"1e999",
        b"NaN",
        b"99999999999999999999",
        b"_x0000_",
        b'{"ImportId":"x"}',
        b"Response",
        b"sep=;\n",
    ),
    *(
        b'<mergeCell ref="A1:XFD1048576"/>',
        b'<dimension ref="A1:XFD1048576"/>',
        b"<!DOCTYPE a>",
        b"\xe2\x80\xae",
    ),
    *("Ünïcode".encode("utf-16"), b"\xef\xbb\xbf", b"A" * 40_000, b"a;b;c;d\n" * 500),
]


@cache
def bases() -> tuple[tuple[str, bytes], ...]:
    """Sound files: a workbook with all that we look at, and text in every alphabet."""
    rows = [
        ["Naam", "E-mail", "Thema's", "Uren"],
        ["Zoë", "z@example.org", "a;b;", "7,5"],
        ["Sem", "", "=1+1", "2"],
    ]
    text = "".join(";".join(row) + "\r\n" for row in rows)
    alphabets = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le")
    return (
        ("a.xlsx", _workbook(rows, is_1904=False)),
        ("b.xlsx", _workbook(rows, is_1904=True)),
        *((f"{alphabet}.csv", text.encode(alphabet)) for alphabet in alphabets),
        ("quoted.csv", b'"Naam","E-mail"\n"Noor ""de"" B","n@x.org"\n"Sem\nx","s@x.org"\n'),
        (
            "marks.csv",
            b'StartDate,Q1\nStart Date,Naam\n"{""ImportId"":""a""}","{""ImportId"":""b""}"\n2026-09-14,x\n',
        ),
    )


def _workbook(rows: Sequence[Sequence[str]], *, is_1904: bool) -> bytes:
    stream = io.BytesIO()
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904 if is_1904 else CALENDAR_WINDOWS_1900
    for sheet in (book.active, book.create_sheet("Oud")):
        sheet.append([])
        sheet.append(["Persoon"])
        for row in rows:
            sheet.append(row)
        for cell in sheet[4]:
            cell.font = Font(strike=True)
        sheet.merge_cells("A2:B2")
        sheet.merge_cells("C4:C5")
        sheet["E4"] = datetime(2026, 9, 14)  # noqa: DTZ001 - Excel knows no zones
        sheet["F4"], sheet["G4"] = "#DIV/0!", "=1/0"
        sheet.row_dimensions[5].hidden = True
    book["Oud"].sheet_state = "veryHidden"
    book.save(stream)
    return as_excel_packs_it(stream.getvalue())


def mutant(seed: int, more: Sequence[tuple[str, bytes]] = ()) -> tuple[str, bytes]:
    """A name and a broken file; the same seed gives the same file."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    name, content = chance.choice([*bases(), *more])
    if content.startswith(b"PK") and chance.random() < 0.8:
        content = _repacked(content, chance)
    else:
        content = _broken(content, chance)
    return chance.choice([name, name, "a.csv", "a.xls", "a"]), content


def _repacked(content: bytes, chance: random.Random) -> bytes:
    """A workbook of which some parts are broken, gone or swapped, packed as it should be."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = old.namelist()
        for part in names:
            data = old.read(chance.choice(names) if chance.random() < 0.01 else part)
            if chance.random() < 0.3:
                data = _broken(data, chance)
            if chance.random() > 0.02:
                new.writestr(part, data)
    return stream.getvalue()


def _broken(content: bytes, chance: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        place = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0:
                data[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                data[place:place] = chance.choice(_PIECES)
            case 2:
                del data[place : place + chance.choice([1, 3, 30, 300])]
            case 3:
                data[place:place] = data[place : place + chance.choice([5, 50, 500])] * chance.choice(
                    [1, 2, 50]
                )
            case _:
                other = chance.randrange(len(data) + 1)
                data[place : place + 20] = data[other : other + 20]
    return bytes(data)


def outcome(name: str, content: bytes, read: Callable[[str, bytes], Book] = book_of) -> str:
    """The code of a file, read or refused; any other error is a fault of ours."""
    try:
        return read(name, content).code
    except FileRefused as refused:
        return refused.code


def main() -> int:
    """Breaks files until the time is over; how many faults and slow files there were."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--seed", type=int)
    asked = options.parse_args()
    more = [(path.name, path.read_bytes()) for path in asked.files]
    if asked.seed is not None:
        sys.stdout.write(outcome(*mutant(asked.seed, more)) + "\n")
        return 0
    codes, slowest, faults = Counter[str](), (0.0, 0), 0
    end = time.monotonic() + 60 * asked.minutes
    seed = random.SystemRandom().randrange(2**40)
    while time.monotonic() < end:
        seed += 1
        broken = mutant(seed, more)
        start = time.perf_counter()
        try:
            codes[outcome(*broken, book_of if seed % 50 else read_file)] += 1
        except Exception:  # noqa: BLE001 - a fault is what we look for
            faults += 1
            sys.stdout.write(f"seed {seed}:\n{traceback.format_exc()}\n")
        slowest = max(slowest, (time.perf_counter() - start, seed))
    told = f"{codes.total()} files, {faults} faults, slowest {slowest[0]:.2f} s (seed {slowest[1]})"
    sys.stdout.write(f"{told}\n{codes}\n")
    return int(faults > 0 or slowest[0] > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
