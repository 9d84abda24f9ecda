"""How long the page takes to follow a slider, and what many moves do to the memory of the server.

Run by hand: `python tests/benchmarks/bench_page.py`, with `--moves 1000` for the memory. It shows
200 mentees and 200 mentors in a real browser, first the list and then the map of all pairs, with the
card of a pair open. Times mean little on another machine, or beside other work on this one.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

sys.path.insert(0, str(Path(__file__).parents[2]))

import psutil
from playwright.sync_api import Page

from mentorkit.frames import rows_of
from mentorkit.model import Application, Changes, Insert, Person
from mentorkit.store import Store
from tests.benchmarks.bench_matching import programme
from tests.browser.screen import Screen, opened, show
from tests.chromium import chromium

MENTEES, MENTORS = 200, 200
PRESSES = 60
PAUSE, SHORT_PAUSE = 600, 150
"""Milliseconds between two keys: long enough to see one move through, and as fast as a hand."""

WATCH = """() => {
    const seen = window.seen = {}
    const watch = (name, root) => {
        new MutationObserver(() => {
            for (const key of [name, 'all']) {
                seen[key] ??= {first: performance.now()}
                seen[key].last = performance.now()
            }
            look(name, root)
        }).observe(root, {subtree: true, childList: true, characterData: true, attributeFilter: ['width']})
        look(name, root)
    }
    const look = (name, root) => {
        for (const one of root.querySelectorAll('*')) {
            if (one.shadowRoot && !one.shadowRoot.isWatched) {
                one.shadowRoot.isWatched = true
                watch(name, one.shadowRoot)
            }
        }
    }
    for (const cell of document.querySelectorAll('[data-cell-name]')) watch(cell.dataset.cellName, cell)
    window.addEventListener('keydown', () => {
        for (const name in seen) delete seen[name]
        window.pressed = performance.now()
    }, true)
}"""
"""Note when a key goes down, and when each part of the page changes after it, canvases included."""

TIMES = """() => {
    const answers = seen.first ? [seen.first.first - pressed] : []
    return [answers.length ? Math.min(...answers) : null, seen.all ? seen.all.last - pressed : null]
}"""


def press(page: Page, number: int, pause: int) -> None:
    """Walk up and down the slider in steps of ten."""
    page.keyboard.press("PageUp" if number % 14 < 7 else "PageDown")
    page.wait_for_timeout(pause)


def told(name: str, times: Sequence[float]) -> str:
    """One line: the median and the slow end."""
    cuts = quantiles(times, n=20)
    return f"{name:<32} {len(times):>4} {cuts[9]:>8.0f} {cuts[18]:>8.0f}\n"


def times_of(page: Page) -> list[list[float | None]]:
    page.evaluate(WATCH)
    measured = []
    for number in range(PRESSES):
        press(page, number, PAUSE)
        measured.append(page.evaluate(TIMES))
    return measured


def measure(screen: Screen, shown: str) -> None:
    """Two lines: the answer, and everything on the page."""
    screen.settle()
    screen.slider(0).focus()
    measured = times_of(screen.page)
    for name, column in (("first lines or ripple", 0), ("last change on the page", 1)):
        times = [one[column] for one in measured if one[column] is not None]
        sys.stdout.write(told(f"{shown}: {name}", times))


def remember(screen: Screen, server: psutil.Process, moves: int) -> None:
    """One line: the memory of the server before and after many moves."""
    before = server.memory_info().rss
    for number in range(moves):
        press(screen.page, number, SHORT_PAUSE)
    screen.settle()
    after = server.memory_info().rss
    sys.stdout.write(f"memory of the server: {before / 2**20:.0f} MB, ")
    sys.stdout.write(f"after {moves} more moves {after / 2**20:.0f} MB ({after / before - 1:+.1%})\n")


def make(file: Path) -> None:
    """A programme file of the size that is measured."""
    made, now = programme(MENTEES, MENTORS, 1), datetime.now(UTC)
    rows = [*rows_of(made.people, Person), *rows_of(made.applications, Application)]
    with Store.create(file, made.programme, author="bench", now=now) as store:
        store.apply(Changes("import", tuple(map(Insert, rows))), author="bench", now=now)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--moves", type=int, default=0, help="moves of a slider to measure memory over")
    moves = options.parse_args().moves
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        file = Path(folder) / "programme.mentorkit"
        make(file)
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        with opened(file, "nl", Path(folder)) as workbook:
            screen = show(context, workbook.address, "nl")
            screen.choose(screen.paired.last)
            sys.stdout.write(f"{'milliseconds after the key':<32} {'n':>4} {'p50':>8} {'p95':>8}\n")
            measure(screen, "list")
            screen.show_as("map")
            measure(screen, "map")
            remember(screen, psutil.Process(workbook.process.pid), moves)
            browser.close()
            workbook.end()
    sys.stdout.write(f"load of the machine: {', '.join(f'{one:.1f}' for one in psutil.getloadavg())}\n")


if __name__ == "__main__":
    main()
