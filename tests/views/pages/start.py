"""The start of pairs: who can be introduced, and why the two are together."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from mentorkit.frames import Snapshot
from mentorkit.matching.criteria import goal_coverage
from mentorkit.model import Application, Expectation, Framework, Pair, SaidAloud, Side, StepKind
from mentorkit.progress.beginning import Beginning
from mentorkit.text import Speaker
from mentorkit.views.start import contact, expected, steps, two, why
from tests.views.pages.page import Page
from tests.workflows.started import PAIRS, TODAY, started

FULL = started()


def ann(snapshot: Snapshot) -> two.Two:
    return two.pairs_at_start(snapshot)[0]


def show_two(page: Page) -> None:
    page.words("pairs_at_start", [one.called for one in two.pairs_at_start(FULL)])
    page.words("pairs_by_name", [one.called for one in two.pairs_by_name(FULL, [])])
    page.words("SIDES", f"sides: {', '.join(two.SIDES)}")
    page.words("Two.called", ann(FULL).called)


def show_contact(page: Page) -> None:
    known = Framework(coordinator="Noor", contact_points="Iris, 02 555 01 23", stand_in="Karim")
    cases = {"Little is known": (Framework(), None), "All is known": (known, 14)}
    for case, (framework, days) in cases.items():
        page.show(case, contact.contact_card, ann(FULL), framework, page.speak, "–", days)


def expects(side: Side, off_limits: str = "", **choices: str) -> Expectation:
    """What Ann or Bo expects."""
    known = {"pair_id": "ann-bo", "answered_on": TODAY, "off_limits": off_limits}
    return Expectation(id=side, side=side, choices=choices, **known)


def at(
    *taken: tuple[StepKind, int], told: tuple[Side, ...] = (), goals: int = 1, today: int = 0
) -> steps.Started:
    """Ann and Bo after steps so many days after their confirmation, seen so many days after it."""
    days = {kind: TODAY + timedelta(days=day) for kind, day in taken}
    pair = replace(ann(FULL), expects={side: expects(side) for side in told})
    return steps.Started(pair, Beginning(days, TODAY, len(told), goals, TODAY + timedelta(days=today)))


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
    "They signed, and have no goal": at(*TALKED, ("signed", 6), goals=0, today=18),
    "They signed, and have no goal after a fortnight": at(*TALKED, ("signed", 6), goals=0, today=19),
    "Under way": at(*TALKED, ("signed", 6), today=90),
}


def show_steps(page: Page) -> None:
    for case, one in CASES.items():
        page.show(case, steps.how_far, one, one.at.stage, page.speak)
        page.words("Started", f"{one.at.stage}, to be written to: {one.at.is_due}", case)
    page.show("Among others", steps.how_far, CASES["Both said yes"], "all", page.speak)
    page.words("STAGES", steps.STAGES)
    page.words("WRITES", dict(steps.WRITES))
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


def show_expected(page: Page) -> None:
    mentee = expects("mentee", "Home", rhythm="weekly", way="video", duration="unknown", reply="days")
    mentor = expects("mentor", rhythm="monthly", way="video", duration="long", confidential="unsure")
    for case, told in (("Both", (mentee, mentor)), ("Only the mentor", (mentor,)), ("Nobody", ())):
        one = replace(ann(FULL), expects={row.side: row for row in told})
        page.words("expected", [line(row, page.speak) for row in expected.expected(one)], case)
    page.show("The mentee", expected.kept_private, mentee)
    page.show("The mentor", expected.kept_private, mentor)
    page.show("Nobody", expected.kept_private, None)
    aloud = [SaidAloud(id=key, pair_id="ann-bo", question=key, said_on=TODAY) for key in ("way", "reply")]
    page.words("said_aloud", sorted(expected.said_aloud(FULL.with_table(SaidAloud, aloud), "ann-bo")))


def line(row: expected.Expected, speak: Speaker) -> str:
    said = (row.said(side, speak) or "-" for side in two.SIDES)
    gap = speak(row.gap) if row.gap else "-"
    return " | ".join([speak.wording(row.question.wording), *said, gap, "shared" * row.is_shared])


def show_why(page: Page) -> None:
    page.show("Ann and Bo", why.shared_themes, ann(FULL), {}, page.speak)
    ((wanted, offered),) = goal_coverage.CRITERION.answers
    both = {wanted: ("planning",), offered: ("planning", "presenteren")}
    sign_ups = [one.model_copy(update=both) for one in FULL.rows(Application)]
    peers = FULL.with_table(Pair, [PAIRS[0].model_copy(update={"relation_type": "peer"})])
    page.show("Peers", why.shared_themes, ann(peers.with_table(Application, sign_ups)), {}, page.speak)
    page.show("Ann and Bo", why.practical_reasons, ann(FULL), page.speak)
    known = [one.model_copy(update={"network": ("Schools", "the council")}) for one in sign_ups]
    page.show("A mentor who knows others", why.contacts, ann(FULL.with_table(Application, known)), page.speak)
    page.show("Ann and Bo", why.contacts, ann(FULL), page.speak)
