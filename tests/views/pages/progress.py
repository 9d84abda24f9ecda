"""How pairs are doing and whom to call: what is said of them, case by case."""

from dataclasses import replace

from mentorkit.model import Goal, GoalLevel, GoalStep, Opening, OwnStage, Pair, PairStage, Promise
from mentorkit.progress.ahead import absence
from mentorkit.progress.ahead import ahead as coming
from mentorkit.progress.curves import by_month, drop_off
from mentorkit.progress.expected import TalkBounds
from mentorkit.progress.history import history_of
from mentorkit.progress.known import KnownPair
from mentorkit.progress.levels import levels_by_month
from mentorkit.progress.pursued import Pursued
from mentorkit.progress.signals import RULES
from mentorkit.progress.staffing import Staffing
from mentorkit.progress.this_week import Call, calls
from mentorkit.views.progress import ahead, curves, goals, pairs, standing, week, weeks, work
from mentorkit.views.start.two import Two
from tests.progress.programmes import contact, day, known, meeting, pair, programme, step
from tests.views.pages.page import Page

NAMES = {f"k{number:02}": f"Ann{number} – Bo{number}" for number in range(1, 6)}
HELD = (meeting(10), meeting(40), meeting(70))
QUIET = known(75)


def show_standing(page: Page) -> None:
    def said(case: str, *pairs: KnownPair) -> None:
        page.show(case, standing.progress_headline, pairs, NAMES)

    page.words("RECENT_DAYS", standing.RECENT_DAYS)
    page.words("NO_PAIR", standing.NO_PAIR)
    said("No pair")
    said("No talk was due yet", known(5))
    said("Two pairs, no talk was due yet", known(5), known(5, pair=pair(2)))
    said("One pair, nothing is known", QUIET)
    said("Two pairs, nothing is known", QUIET, known(75, pair=pair(2)))
    said("One pair, all is known", known(75, *HELD))
    said("Two pairs, all is known", known(75, *HELD), known(75, *HELD, pair=pair(2)))
    said("One pair, one talk is not known", known(75, *HELD[:2]))
    said("One talk was planned", known(12, meeting(10)))
    some = known(75, meeting(10), meeting(40, is_held=False), pair=pair(2))
    said("Some of each", known(75, *HELD), some, known(75, pair=pair(3)), known(75, pair=pair(4)))


READ = Promise(id="a1", pair_id="k01", kind="read", owner="mentee", agreed_on=day(60), due_on=day(74))


def show_week(page: Page) -> None:
    calm = (step(5, "signed"), *HELD)
    cases = {
        "A promise": known(75, *calm, contact(60, look_again_on=day(75))),
        "Wants to stop": known(75, *calm, contact(60, "stop")),
        "Much at once": known(170, *HELD[:1], meeting(130, is_held=False), meeting(160, is_held=False)),
        "The rhythm": known(78, *calm, contact(49)),
        "An action": known(76, *calm, contact(60), READ),
        "Never spoken with": QUIET,
    }
    for case, one in cases.items():
        (call,) = calls([one])
        page.show(case, week.why_now, call, page.speak)
        page.show(case, week.reasons, call)
        page.show(case, week.to_say, call, {"mentee": "Ann", "mentor": "Bo"})
    page.words("MONTH", week.MONTH)
    many = [known(75, pair=pair(number)) for number in range(1, 6)]
    page.show("One pair", lines, [QUIET], 4.0)
    page.show("Five pairs, one hour", lines, many, 1.0)
    page.show("Nobody fits", lines, [*many[:4], known(75, *calm, contact(60))], 0.0)
    for rule in RULES:
        page.words("RULES", [rule.label, rule.found.filled(value=3, day=day(10)), rule.source], rule.key)
        page.words("what to say", rule.ask.filled(called="Ann", other="Bo"), rule.key)


def lines(pairs: list[KnownPair], hours: float) -> list[object]:
    wanted: tuple[Call, ...] = calls(pairs)
    return list(week.week_lines(pairs, wanted, hours))


lines.__qualname__ = "week_lines"


def show_weeks(page: Page) -> None:
    page.words("STATES", weeks.STATES)
    page.show("All", weeks.table_words, page.speak)
    page.show("In June", weeks.week_names, day(0), page.speak)


def show_pairs(page: Page) -> None:
    own = OwnStage(id="s1", name="Warm", rank=0), PairStage(id="k01", pair_id="k01", stage_id="s1")
    due = Promise(id="p1", pair_id="k01", kind="send", owner="mentor", agreed_on=day(60), due_on=day(80))
    opened = [
        Opening(id=f"o{number}", pair_id=f"k0{number}", kind="introduction", day=day(70)) for number in (1, 2)
    ]
    both = known(75, *HELD), known(75, pair=pair(2))
    twos = {one.pair.id: two_called(one.pair, NAMES[one.pair.id]) for one in both}
    for case, now in {
        "Our stages": programme(pair(), pair(2)),
        "Own stages": programme(pair(), pair(2), *own, due, *opened),
    }.items():
        page.show(case, pairs.stage_names, now, page.speak)
        page.show(case, pairs.followed_table, now, both, twos, page.speak)
        page.show(case, pairs.stage_board, now, both, twos, page.speak)
        page.show(case, pairs.open_promises, now)
        page.show(case, pairs.promise_lines, pairs.open_promises(now), NAMES, page.speak)
    page.show("One", pairs.promise_said, due, "Ann – Bo")
    for case, found in {
        "Not due": TalkBounds(),
        "All known": TalkBounds(2, 1),
        "Some": TalkBounds(2, 1, 1),
    }.items():
        page.show(case, pairs.held_of, found)
    page.show("None", pairs.openings_line, [])
    page.show("One pair", pairs.openings_line, opened[:1])
    page.show("Two pairs", pairs.openings_line, opened)
    moments = history_of(programme(pair(), *HELD, due), pair())
    page.show("Both parts", pairs.history_table, moments, day(75), page.speak)
    page.show("Nothing to come", pairs.history_table, moments[1:], day(75), page.speak)


def show_curves(page: Page) -> None:
    some = [known(75, *HELD), known(75, meeting(10, is_held=False), pair=pair(2)), known(75, pair=pair(3))]
    page.show("No talk", curves.months_chart, {}, page.speak)
    page.show("Three pairs", curves.months_chart, by_month(some), page.speak)
    page.show("Three pairs", curves.months_table, by_month(some), page.speak)
    page.show("Too few pairs", curves.drop_off_chart, drop_off(some[:2]), page.speak)
    page.show("Three pairs", curves.drop_off_chart, drop_off(some), page.speak)
    page.show("Three pairs", curves.drop_off_table, drop_off(some), page.speak)


def two_called(one: Pair, called: str) -> Two:
    mentee, mentor = called.split(" – ")
    return Two(one, {}, {"mentee": mentee, "mentor": mentor}, {})


def show_ahead(page: Page) -> None:
    due = Promise(id="p1", pair_id="k01", kind="send", owner="mentor", agreed_on=day(60), due_on=day(80))
    now, one = programme(pair(), due), known(75, *HELD, moments=(day(84),))
    reach = {"mentee": ("", "Ann"), "mentor": ("", "Bo")}
    twos = {"k01": replace(two_called(pair(), "Ann – Bo"), reach=reach)}
    page.words("ABSENCE_HEADS", ahead.ABSENCE_HEADS)
    page.show("Four weeks", ahead.ahead_table, coming(now, [one], day(75)), {"k01": "Ann – Bo"}, page.speak)
    for case, found in {
        "Six weeks": absence(now, [one], day(75), 6, 3),
        "Nothing": absence(programme(pair()), [known(5, *HELD)], day(5), 2, 0),
    }.items():
        page.show(case, ahead.absence_headline, found)
        page.show(case, ahead.absence_parts, found, twos, page.speak)


def show_goals(page: Page) -> None:
    lead = Goal(id="g", pair_id="k01", text="Lead", due_on=day(60))
    steps = [GoalStep(id="s", goal_id="g", kind="skill", text="Listen", done_on=day(20))]
    levels = [GoalLevel(id=f"l{at}", goal_id="g", noted_on=day(at), reached=at // 30 - 2) for at in (20, 50)]
    quiet = Pursued(pair(), Goal(id="h", pair_id="k01", is_private=True), (), None)
    found = [Pursued(pair(), lead, tuple(steps), -1), quiet]
    page.show("Two goals", goals.goals_now, found, day(75))
    page.show("One goal", goals.goals_now, found[1:], day(75))
    page.show("Two goals", goals.goals_over_time, found, levels, NAMES, page.speak)
    page.show("Two months", goals.levels_table, levels_by_month(levels, day(75)), page.speak)


def show_work(page: Page) -> None:
    page.words("MORE_PAIRS", work.MORE_PAIRS)
    page.show("Ten weeks", work.staffing_line, Staffing(10, 9.75, 6.75, 13.5), work.MORE_PAIRS)
