"""How long the pages about progress need at 200 pairs of two years: each part of them, as after an action.

Run by hand: `python tests/benchmarks/bench_progress.py`, with `--rounds 20` for the slow end. It is the time
of the processor, so that other work counts less; it means little on another machine.
"""

import argparse
import gc
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
import psutil

from mentorkit.frames import rows_of
from mentorkit.model import Application, Changes, Decision, Framework, Insert, Pair, Person
from mentorkit.progress.this_week import calls, calls_that_fit
from mentorkit.progress.weeks import monday_of
from mentorkit.store import Store
from mentorkit.text import speaker
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import Page
from mentorkit.ui.progress import (
    calendar,
    ending,
    goals,
    log,
    mentors,
    pairs,
    pulses,
    rematch,
    signals,
    support,
    week,
    work,
)
from mentorkit.ui.progress.followed import Followed
from mentorkit.views.progress.closing import closing_headline
from mentorkit.views.progress.pulses import pulses_headline
from mentorkit.views.progress.standing import progress_headline
from mentorkit.workflows.progress.log import log_contact, log_weeks
from mentorkit.workflows.simulated.life import simulated
from tests.benchmarks.bench_matching import programme

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
DAYS, EVER, WAITING = 730, 285, 12
"""So many pairs that about 200 of them are together after two years, and mentees without a mentor."""


def make(file: Path) -> None:
    """A programme file of pairs that began two years ago, and of some people who wait."""
    made, began = programme(EVER + WAITING, EVER * 3 // 4, 2), NOW - timedelta(days=DAYS)
    people, signed_up = rows_of(made.people, Person), rows_of(made.applications, Application)
    mentees, givers = ([one for one in signed_up if one.role == role] for role in ("mentee", "mentor"))
    record = {"record": "{}", "sha256": "0" * 64, "pair_count": EVER, "unplaced_count": WAITING}
    decision = Decision(id="d1", decided_at=began, decided_by="bench", **record)
    confirmed = [
        Pair(
            id=f"k{place:03}",
            mentee_id=mentee.person_id,
            mentor_id=givers[place % len(givers)].person_id,
            score=0.7,
            decision_id=decision.id,
            confirmed_on=began.date(),
        )
        for place, mentee in enumerate(mentees[:EVER])
    ]
    story = simulated(confirmed, DAYS + 120, np.random.default_rng(20261201))
    rows = [*people, *signed_up, decision, *story.rows(NOW.date())]
    framework = Framework(meeting_interval_days=21, duration_weeks=(DAYS + 120) // 7)
    programme_row = made.programme.model_copy(update={"framework": framework})
    with Store.create(file, programme_row, author="bench", now=began) as store:
        store.apply(Changes("import", tuple(map(Insert, rows))), author="bench", now=NOW)


def this_week(page: Page, now: Followed) -> None:
    wanted = calls(now.pairs)
    listed = calls_that_fit(wanted, week.HOURS)
    week.week_context(page, now.pairs, wanted, week.hours_box(page, lambda _: None), week.HOURS)
    week.week_panel(page, listed, wanted, now.twos, week.contact_forms(page, listed, now.twos))
    pairs.due_panel(page, now, pairs.due_form(page, now))
    work.work_panel(page, now, work.work_form(page, now))


def one_pair(page: Page, now: Followed) -> None:
    first = next(iter(now.twos))
    pairs.pair_history(page, now, first)
    pairs.pair_forms(page, now, first)


def ahead(page: Page, now: Followed) -> None:
    calendar.ahead_panel(page, now)
    calendar.absence_panel(page, now, calendar.weeks_picker(page))


def carried(page: Page, now: Followed) -> None:
    mentors.load_panel(page, now, mentors.others_button(page))
    mentors.learning_panel(page, now, mentors.intervision_form(page, now), shown(page))


def helped(page: Page, now: Followed) -> None:
    chosen = support.issue_picker(page, now)
    point = support.point_of(page, now, chosen)
    support.issues_panel(page, now, chosen, point, support.issue_forms(page, now, point), shown(page))
    support.help_panel(page, now, support.help_forms(page, now), shown(page))


def asked(page: Page, now: Followed) -> None:
    pulses.asking_panel(page, now, pulses.ask_button(page, now))
    pulses.by_phone_form(page, now)
    pulses.responses_panel(page, now)


def limits(page: Page, now: Followed) -> None:
    name = signals.limit_picker(page)
    number = signals.limit_box(page, now, name.value)
    signals.limit_panel(page, now, name, number, signals.limit_buttons(page, name.value, number))
    signals.rest_form(page, now)


def closes(page: Page, now: Followed) -> None:
    chosen, first = ending.ending_picker(page, now), next(iter(now.twos))
    chosen._update([now.names[first]])
    ending.pair_panel(page, now, chosen, ending.closing_forms(page, now, first), shown(page))


def anew(page: Page, now: Followed) -> None:
    picker = rematch.reach_picker(page, now)
    reach = rematch.reach_chosen(now, picker)
    menu = rematch.rematch_menu(now, reach)
    step = rematch.step_picker(page, now, menu)
    button = rematch.rematch_button(page, menu, step, reach)
    rematch.rematch_panel(page, now, menu, (picker, step, button, rematch.draw_form(page, now)), shown(page))


def over(page: Page, now: Followed) -> None:
    ending.ended_panel(page, now, ending.ended_forms(page, now), shown(page))


def shown(page: Page) -> Any:
    return page.desk.told, page.title("")


PARTS: Mapping[str, Callable[[Page, Followed], Any]] = {
    "This week": this_week,
    "Note talks": lambda page, now: log.fill_weeks(log.weeks_grid(page), page, now.pairs, now.names),
    "Pairs: all": pairs.followed_panel,
    "Pairs: one": one_pair,
    "Goals": goals.pursued_panel,
    "Calendar": ahead,
    "Mentors": carried,
    "Support": helped,
    "Pulses": asked,
    "Signals: rules": signals.rules_panel,
    "Signals: limits": limits,
    "Closing": closes,
    "New pairs": anew,
    "Ended pairs": lambda page, now: ending.ended_panel(
        page, now, ending.ended_forms(page, now), shown(page)
    ),
}
"""What each tab works out, as the cells of the notebooks ask it."""


def seconds(work: Callable[[], Any]) -> float:
    began = process_time()
    work()
    return process_time() - began


def once(file: Path, place: int) -> dict[str, float]:
    """The seconds of opening a page, of two actions, and of each part on what is known after them."""
    times: dict[str, float] = {}
    desk: Desk | None = None

    def open_desk() -> None:
        nonlocal desk
        desk = Desk(file, now=lambda: NOW)

    times["open the file"] = seconds(open_desk)
    page = Page(desk, speaker("nl"), lambda _: None)
    now = Followed(desk.snapshot, desk.today())
    times["Progress: first sentence"] = seconds(lambda: progress_headline(now.pairs, now.names))
    pair, monday = now.pairs[place % len(now.pairs)].pair.id, monday_of(desk.today())
    noted = {(one.pair.id, monday): {"state": "held"} for one in now.pairs[place : place + 20]}
    times["action: log a week"] = seconds(lambda: page.do(lambda seen: log_weeks(seen, noted, desk.today())))
    times["action: contact"] = seconds(
        lambda: page.do(lambda seen: log_contact(pair, "mentee", "fine", None, seen, desk.today()))
    )
    for name, part in PARTS.items():
        fresh = Followed(desk.snapshot, desk.today())
        known = seconds(lambda fresh=fresh: progress_headline(fresh.pairs, fresh.names))
        times[name] = known + seconds(lambda fresh=fresh, part=part: part(page, fresh))
    fresh = Followed(desk.snapshot, desk.today())
    times["Pulses: first sentence"] = seconds(lambda: pulses_headline(fresh.pairs))
    times["Closing: first sentence"] = seconds(
        lambda: closing_headline(fresh.snapshot, fresh.today, fresh.names)
    )
    return times


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    rounds = options.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "programme.mentorkit"
        make(file)
        gc.collect()
        gc.freeze()  # as the server does
        found = [once(file, place) for place in range(rounds)]
    sys.stdout.write(f"{'milliseconds':<40} {'median':>8} {'p95':>8}\n")
    for name in found[0]:
        times = sorted(1000 * one[name] for one in found)
        sys.stdout.write(f"{name:<40} {median(times):>8.0f} {np.percentile(times, 95):>8.0f}\n")
    sys.stdout.write(f"load of the machine: {', '.join(f'{one:.1f}' for one in psutil.getloadavg())}\n")


if __name__ == "__main__":
    main()
