"""How long the page Evaluation takes in Chromium at 2,000 people and four waves: first sentence, tab, group.

Run by hand: `python tests/benchmarks/bench_evaluation.py`, with `--rounds 20` for the slow end. It is time on
the clock, so it means little while other work runs.
"""

import argparse
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from random import Random

import numpy as np

from mentorkit.evaluation.questionnaires import CORE, questionnaires
from mentorkit.model import (
    Application,
    Changes,
    Decision,
    Insert,
    Pair,
    Person,
    Programme,
    Response,
    Row,
    Wave,
)
from mentorkit.model.codes import new_codes
from mentorkit.store import Store
from tests.browser.screen import Screen
from tests.chromium import chromium
from tests.serving.workbook import started

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
START = (NOW - timedelta(days=300)).date()
PAIRS, UNITS = 1_000, 12
WAVES: tuple[Wave, ...] = ("baseline", "midway", "closing", "then")


def rows() -> list[Row]:
    """A thousand pairs of twelve departments; everybody answered everything with some chance."""
    rng, found = np.random.default_rng(1), []
    codes = new_codes(Random(1), ())  # noqa: S311 -- made-up people
    for number in range(PAIRS):
        ids = {"mentee_id": f"e{number}", "mentor_id": f"m{number}"}
        for side, one in zip(("mentee", "mentor"), ids.values(), strict=True):
            unit = f"Dienst {int(rng.integers(UNITS))}"
            found.append(Person(id=one, full_name=f"{side} {number}", department=unit))
            found.append(Application(id=one, person_id=one, role=side, has_consented=True))
        found.append(Pair(id=f"k{number}", score=0.8, decision_id="d1", confirmed_on=START, **ids))
        for side, one in zip(("mentee", "mentor"), ids.values(), strict=True):
            for wave in WAVES:
                asked = questionnaires()[CORE].asked(side, wave)
                answers = {item.key: int(rng.integers(2, 6)) for item in asked}
                of = {
                    "person_id": one,
                    "pair_id": f"k{number}",
                    "role": side,
                    "wave": wave,
                    "answers": answers,
                }
                days = {"asked_on": START, "answered_on": START}
                found.append(Response(id=f"{one}{wave}", questionnaire=CORE, code=next(codes), **of, **days))
    return found


def make(file: Path) -> None:
    """A programme file of these pairs and answers."""
    record = {"record": "{}", "sha256": "0" * 64, "pair_count": PAIRS, "unplaced_count": 0}
    decision = Decision(id="d1", decided_at=NOW, decided_by="bench", **record)
    with Store.create(
        file, Programme(id="g1", name="Groot", language="nl"), author="bench", now=NOW
    ) as store:
        store.apply(Changes("import", tuple(map(Insert, (decision, *rows())))), author="bench", now=NOW)


SENTENCE = """() => document.querySelector('[data-cell-name="first"] h1')?.textContent.includes('4')"""
ANSWERED = """() => document.querySelector('[data-cell-name="answered"]')?.textContent.length > 400"""


def told(name: str, times: list[float]) -> None:
    """The median and the slow end of these times."""
    worst = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    half = 1000 * median(times)
    sys.stdout.write(f"{name:24}{half:8.0f} ms median {1000 * worst:8.0f} ms p95, {len(times)} times\n")


def main() -> None:
    """Open the page a few times, then choose one group after the other."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        file = Path(folder) / "big.mentorkit"
        make(file)
        command = [sys.executable, "-m", "mentorkit", "open", str(file), "--no-browser", "--lang", "nl"]
        with started(command, Path(folder), lines_before=1) as workbook:
            first, whole, looks = [], [], []
            page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
            address = workbook.address.replace("/?", "/evaluation?")
            for _ in range(rounds):
                begun = perf_counter()
                page.goto(address)
                page.wait_for_function(SENTENCE, polling=10, timeout=120_000)
                first.append(perf_counter() - begun)
                page.wait_for_function(ANSWERED, polling=10, timeout=120_000)
                whole.append(perf_counter() - begun)
            told("first sentence, cold", first[:1])
            told("whole page, cold", whole[:1])
            told("first sentence", first)
            told("whole page", whole)
            screen = Screen(page, "nl")
            screen.open_tab("Learning")
            screen.settle()
            chosen = screen.cell("group").get_by_role("combobox")
            for number in range(max(rounds, UNITS)):
                before = screen.cell("learning").inner_text()
                begun = perf_counter()
                chosen.select_option(f"Dienst {number % UNITS}")
                page.wait_for_function(
                    "before => document.querySelector('[data-cell-name=learning]')?.innerText != before",
                    arg=before,
                    polling=10,
                )
                looks.append(perf_counter() - begun)
            told("another group", looks)


if __name__ == "__main__":
    main()
