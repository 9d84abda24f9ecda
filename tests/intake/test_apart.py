import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest

from mentorkit.errors import FileRefused
from mentorkit.intake.tables.book import read_file
from mentorkit.reading import apart
from mentorkit.reading.apart import read_apart, read_here
from tests.intake.tables import book_of

ROWS = [["Naam", "E-mail", "Datum", "Uren"], ["Zoë ⚘", "z@example.org", datetime(2026, 9, 14, 9, 5), 2.5]]  # noqa: DTZ001


def test_a_workbook_reads_the_same_apart_as_here(book):
    content = book(("Blad1", ROWS), ("Blad2", [["x", True], [None, 7]]))
    apart, here = read_apart("a.xlsx", content), read_here("a.xlsx", content)
    for one in (apart, here):
        for sheet in one.sheets:
            sheet.rows = [(number, list(cells)) for number, cells in sheet.rows]
    assert apart == here


def test_a_refusal_there_is_the_same_refusal_here(small):
    with pytest.raises(FileRefused) as refused:
        read_apart("a.xlsx", small[: len(small) // 2])
    assert refused.value.code == "DAMAGED"


def test_the_row_of_a_quotation_mark_that_never_closes_comes_along():
    text = b'Naam;Rol\nNoor;mentee\n"Sam;mentor\n'
    with pytest.raises(FileRefused) as apart:
        read_apart("a.csv", text)
    with pytest.raises(FileRefused) as here:
        read_here("a.csv", text)
    assert apart.value.code == here.value.code == "BAD_CSV"
    assert apart.value.message == here.value.message


@pytest.mark.parametrize(
    "text",
    [
        "Naam;E-mail;Rol\nZoë ⚘;z@example.org;mentor\n".encode(),
        "\ufeffNaam,Wens\nNoor,een; twee; drie\n".encode(),
        "Naam;Rol\nJosé;mentee\n".encode("cp1252") + "Zoë;mentor\n".encode(),
        "Naam\tRol\nZoë\tmentor\n".encode("utf-16"),
    ],
)
def test_text_reads_the_same_apart_as_here(text):
    assert read_apart("a.csv", text) == read_here("a.csv", text)
    assert read_file("a.csv", text) == book_of("a.csv", text)


def test_a_text_is_read_apart_too(monkeypatch):
    monkeypatch.setattr(apart, "_START", "import os\nos.abort()")
    with pytest.raises(FileRefused) as refused:
        read_file("a.csv", b"Naam;Rol\nNoor;mentee\n")
    assert refused.value.code == "TOO_LARGE"


def test_the_name_of_a_file_may_hold_anything(small):
    for name in ("Zoë's \n\udcff.xlsx", ""):
        assert read_apart(name, small) == read_apart("a.xlsx", small)


def test_a_file_of_a_stranger_is_read_apart(small):
    assert read_file("a.xlsx", small) == book_of("a.xlsx", small)


def test_several_threads_can_read_at_once(small):
    with ThreadPoolExecutor(4) as pool:
        books = list(pool.map(read_apart, ["a.xlsx"] * 8, [small] * 8))
    assert all(len(one.sheets) == 1 for one in books)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to a limit of memory")
def test_more_memory_than_allowed_is_refused(small, monkeypatch):
    hungry = apart._START.replace("main()", "import mentorkit.reading.apart as c\n")
    monkeypatch.setattr(
        apart,
        "_START",
        hungry + "c.read_workbook = lambda _: (bytes(2 * c.MAX_MEMORY), c.Workbook())[1]\nmain()",
    )
    with pytest.raises(FileRefused) as refused:
        read_apart("a.xlsx", small)
    assert refused.value.code == "TOO_LARGE"


def test_more_time_than_allowed_is_refused_and_ends_the_process(small, monkeypatch):
    monkeypatch.setattr(apart, "MAX_SECONDS", 0.5)
    monkeypatch.setattr(apart, "_START", "import time\ntime.sleep(60)")
    start = time.perf_counter()
    with pytest.raises(FileRefused) as refused:
        read_apart("a.xlsx", small)
    assert refused.value.code == "TOO_LARGE"
    assert time.perf_counter() - start < 5


def test_a_process_that_dies_is_a_refusal(small, monkeypatch):
    monkeypatch.setattr(apart, "_START", "import os\nos.abort()")
    with pytest.raises(FileRefused) as refused:
        read_apart("a.xlsx", small)
    assert refused.value.code == "TOO_LARGE"


def test_the_process_loads_nothing_it_does_not_need(small):
    start = apart._START.replace("main()", "print([name for name in sys.modules])")
    root = apart.__file__.removesuffix("/mentorkit/reading/apart.py")
    loaded = subprocess.run(
        [sys.executable, "-I", "-c", start, root], capture_output=True, text=True, check=True
    )
    for heavy in ("pydantic", "numpy", "polars", "openpyxl", "marimo", "mentorkit.model"):
        assert f"'{heavy}'" not in loaded.stdout
