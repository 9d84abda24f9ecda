"""The start of pairs: who can be introduced, and why the two are together."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from mentorkit.frames import Snapshot
from mentorkit.matching.criteria import goal_coverage
from mentorkit.model import Application, Pair, Side, StepKind
from mentorkit.views.start import steps, two, why
from tests.views.pages.page import Page
from tests.workflows.started import PAIRS, TODAY, started

FULL = started()


def ann(snapshot: Snapshot) -> two.Two:
    return two.pairs_at_start(snapshot)[0]


def show_two(page: Page) -> None:
    page.words("pairs_at_start", [one.called for one in two.pairs_at_start(FULL)])
    page.words("SIDES", two.SIDES)
    page.words("Two.called", ann(FULL).called)


def at(*taken: tuple[StepKind, int], told: tuple[Side, ...] = (), today: int = 0) -> steps.Started:
    """Ann and Bo after steps so many days after their confirmation, seen so many days after it."""
    days = {kind: TODAY + timedelta(days=day) for kind, day in taken}
    return steps.Started(ann(FULL), days, frozenset(told), TODAY + timedelta(days=today))


BOTH: tuple[tuple[StepKind, int], ...] = (("introduced", 0), ("mentee_agreed", 1), ("mentor_agreed", 2))
TALKED: tuple[tuple[StepKind, int], ...] = (*BOTH, ("planned", 4), ("talked", 5))
CASES: Mapping[str, steps.Started] = {
    "Confirmed today": at(),
    "Confirmed a week ago": at(today=7),
    "Introduced": at(("introduced", 0), today=6),
    "No answer for a week": at(("introduced", 0), ("mentor_agreed", 1), today=7),
    "Both said yes": at(*BOTH, today=8),
    "One of both told what to expect, a week after both said yes": at(*BOTH, told=("mentee",), today=9),
    "No talk after a fortnight": at(*BOTH, told=two.SIDES, today=14),
    "No talk after a fortnight, and expectations are missing too": at(*BOTH, today=14),
    "A talk is planned": at(*BOTH, ("planned", 20), told=two.SIDES, today=19),
    "The day of the talk has passed": at(*BOTH, ("planned", 20), told=two.SIDES, today=21),
    "They talked": at(*TALKED, today=18),
    "They talked a fortnight ago": at(*TALKED, today=19),
    "Under way": at(*TALKED, ("signed", 6), today=90),
}


def show_steps(page: Page) -> None:
    for case, one in CASES.items():
        page.show(case, steps.how_far, one, one.stage, page.speak)
        page.words("Started.stage", f"{one.stage}, to be written to: {one.is_due}", case)
    page.show("Among others", steps.how_far, CASES["Both said yes"], "all", page.speak)
    page.words("STAGES", steps.STAGES)
    page.words("WRITES", dict(steps.WRITES))
    page.words("late after days", [steps.ANSWER_DAYS, steps.TALK_DAYS])
    page.words("YES", dict(steps.YES))
    page.show("All", steps.lists_of, tuple(CASES.values()), page.speak)
    page.words("of_stage", len(steps.of_stage(tuple(CASES.values()), "late")), "Late")
    page.show("Nothing is to be done", steps.first_list, [CASES["Under way"]])
    page.show("All", steps.first_list, tuple(CASES.values()))
    page.show("No pair", steps.start_headline, ())
    page.show("All", steps.start_headline, tuple(CASES.values()))
    page.show("One pair, in time", steps.start_headline, [CASES["Confirmed today"]])
    page.words("pairs_started", [one.two.called for one in steps.pairs_started(FULL, TODAY)])
    unknown = replace(ann(FULL), reach=dict.fromkeys(two.SIDES, ("", "")))
    lost = [replace(one, two=unknown) for one in CASES.values()]
    page.show("Nobody has an address", steps.start_headline, lost)
    others = replace(CASES["Confirmed a week ago"], two=two.pairs_at_start(FULL)[1])
    page.show("Two pairs, one address is missing", steps.start_headline, [CASES["They talked"], others])


def show_why(page: Page) -> None:
    page.show("Ann and Bo", why.shared_themes, ann(FULL), {}, page.speak)
    ((wanted, offered),) = goal_coverage.CRITERION.answers
    both = {wanted: ("planning",), offered: ("planning", "presenteren")}
    sign_ups = [one.model_copy(update=both) for one in FULL.rows(Application)]
    peers = FULL.with_table(Pair, [PAIRS[0].model_copy(update={"relation_type": "peer"})])
    page.show("Peers", why.shared_themes, ann(peers.with_table(Application, sign_ups)), {}, page.speak)
    page.show("Ann and Bo", why.practical_reasons, ann(FULL), page.speak)
