"""How long the page takes to follow a slider, and what 300 moves do to the memory of the server.

Run by hand: `python tests/benchmarks/bench_page.py`. It shows the Dutch sample programme in
a real browser. Times mean little on another machine, or beside other work on this one.
"""

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles

sys.path.insert(0, str(Path(__file__).parents[2]))

import psutil
from playwright.sync_api import Page, sync_playwright

from mentorkit.workflows.set_up import sample_programme
from tests.browser.conftest import ARGUMENTS, PROGRAMS
from tests.browser.screen import Screen, opened, show

PRESSES, MOVES = 60, 300
PAUSE, SHORT_PAUSE = 600, 150
"""Milliseconds between two keys: long enough to see one move through, and as fast as a hand."""

WATCH = """() => {
    const seen = window.seen = {}
    const watch = (name, root) => {
        new MutationObserver(() => {
            seen[name] ??= {first: performance.now()}
            seen[name].last = performance.now()
            look(name, root)
        }).observe(root, {subtree: true, childList: true, characterData: true})
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
    for (const name of ['first', 'ripple', 'pairs'])
        watch(name, document.querySelector(`[data-cell-name="${name}"]`))
    window.addEventListener('keydown', () => {
        for (const name in seen) delete seen[name]
        window.pressed = performance.now()
    }, true)
}"""
"""Note when a key goes down, and when the first lines, the ripple and the table change after it."""

TIMES = """() => {
    const answers = [seen.first, seen.ripple].filter(Boolean).map(one => one.first - pressed)
    return [answers.length ? Math.min(...answers) : null, seen.pairs ? seen.pairs.last - pressed : null]
}"""


def press(page: Page, number: int, pause: int) -> None:
    """Walk up and down the slider in steps of ten."""
    page.keyboard.press("PageUp" if number % 14 < 7 else "PageDown")
    page.wait_for_timeout(pause)


def told(name: str, times: Sequence[float]) -> str:
    """One line: the median and the slow end."""
    cuts = quantiles(times, n=20)
    return f"{name:<28} {len(times):>4} {cuts[9]:>8.0f} {cuts[18]:>8.0f}\n"


def times_of(page: Page) -> list[list[float | None]]:
    page.evaluate(WATCH)
    measured = []
    for number in range(PRESSES):
        press(page, number, PAUSE)
        measured.append(page.evaluate(TIMES))
    return measured


def measure(screen: Screen, server: psutil.Process) -> None:
    screen.rows.first.wait_for()
    screen.settle()
    screen.slider(0).focus()
    measured = times_of(screen.page)
    sys.stdout.write(f"{'milliseconds after the key':<28} {'n':>4} {'p50':>8} {'p95':>8}\n")
    for name, column in (("first lines or ripple change", 0), ("last change of the table", 1)):
        sys.stdout.write(told(name, [times[column] for times in measured if times[column] is not None]))

    before = server.memory_info().rss
    for number in range(MOVES):
        press(screen.page, number, SHORT_PAUSE)
    screen.settle()
    after = server.memory_info().rss
    sys.stdout.write(f"memory of the server: {before / 2**20:.0f} MB, ")
    sys.stdout.write(f"after {MOVES} more moves {after / 2**20:.0f} MB\n")


def main() -> None:
    program = next(filter(None, map(shutil.which, PROGRAMS)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "sample.mentorkit"
        sample_programme(file, "nl")
        chromium = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        context = chromium.new_context(viewport={"width": 1440, "height": 900})
        with opened(file, "nl", Path(folder)) as workbook:
            measure(show(context, workbook, "nl"), psutil.Process(workbook.process.pid))
            chromium.close()
            workbook.end()
    sys.stdout.write(f"load of the machine: {', '.join(f'{one:.1f}' for one in psutil.getloadavg())}\n")


if __name__ == "__main__":
    main()
