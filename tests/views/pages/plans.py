"""What pairs plan: their goals in words and in time, and the days of their talks."""

from datetime import date

from mentorkit.model import Goal, SchoolBreak
from mentorkit.progress.cadence import Talk
from mentorkit.progress.pursued import Pursued, goals_of
from mentorkit.views.start import calendar, goals
from mentorkit.views.start.two import pairs_at_start
from tests.views.pages.page import Page
from tests.workflows.pursued import PRIVATE, WHOLE, pursuing

FULL = pursuing()
PAIRS = pairs_at_start(FULL)
FOUND = goals_of(FULL, [one.pair for one in PAIRS])
TODAY = date(2026, 10, 5)
BREAKS = [
    SchoolBreak(id="b", starts_on=date(2026, 12, 21), ends_on=date(2027, 1, 3)),
    SchoolBreak(id="a", starts_on=date(2026, 11, 11), ends_on=date(2026, 11, 11)),
]
PLANNED = {"ann-bo": [Talk(number, date(2026, 9, 28 + number)) for number in (1, 2)] + [Talk(3, TODAY)]}


def too_late(*ids: str) -> tuple[Pursued, ...]:
    late = [one.model_copy(update={"levels_on": date(2027, 1, 1)}) for one in (WHOLE, PRIVATE)]
    now = pursuing(*late, WHOLE.model_copy(update={"id": "g4", "levels_on": date(2027, 1, 1)}))
    return tuple(one for one in goals_of(now, [one.pair for one in PAIRS]) if one.goal.id in ids)


def show_goals(page: Page) -> None:
    page.show("With words", goals.goal_name, WHOLE, page.speak)
    page.show("Private", goals.goal_name, PRIVATE, page.speak)
    page.words("HINTS", goals.HINTS)
    page.show("No goal", goals.goals_headline, PAIRS, ())
    page.show("Three goals", goals.goals_headline, PAIRS, FOUND)
    page.show("Levels too late", goals.goals_headline, PAIRS, too_late("g1"))
    page.show("Levels of two too late", goals.goals_headline, PAIRS, too_late("g1", "g4"))
    page.show("Cas has none", goals.without_goal, PAIRS, FOUND[:1])
    page.show("As hoped", goals.level_label, 0)
    page.show("Not noted", goals.level_label, None)
    page.show("Three goals", goals.goals_table, PAIRS, FOUND, page.speak)
    page.show("One that is being written", goals.hints_of, FOUND[0].goal, 0)
    page.show("One is clear, one is private", goals.goal_hints, PAIRS, FOUND, page.speak)
    page.show("All tell enough", goals.goal_hints, PAIRS, FOUND[1:], page.speak)
    page.show("Two of one name", goals.goal_choices, PAIRS, (*FOUND, FOUND[0]), page.speak)
    page.show("Two with a day", goals.goals_timeline, PAIRS, FOUND, page.speak)
    page.show("One with a day", goals.goals_timeline, PAIRS, FOUND[:1], page.speak)
    private = goals_of(FULL.with_table(Goal, [PRIVATE]), [one.pair for one in PAIRS])
    page.show("None with a day", goals.goals_timeline, PAIRS, private, page.speak)


def show_calendar(page: Page) -> None:
    page.show("No talk", calendar.calendar_headline, PAIRS, {}, TODAY)
    page.show("A talk this week", calendar.calendar_headline, PAIRS, PLANNED, TODAY)
    page.show("Talks this week", calendar.calendar_headline, PAIRS, PLANNED, date(2026, 9, 28))
    page.show("Two pairs, one planned", calendar.calendar_table, PAIRS, PLANNED, TODAY, page.speak)
    page.show("Two breaks", calendar.breaks_written, BREAKS, page.speak)
    page.show("Nobody", calendar.send_again, [])
    page.show("Two pairs", calendar.send_again, PAIRS)
    page.words("RHYTHMS", calendar.RHYTHMS)
    page.show("One of ours", calendar.rhythms_with, 14)
    page.show("Another", calendar.rhythms_with, 10)
    page.show("Nothing planned", calendar.whose_talks, PAIRS, {}, page.speak)
    page.show("One planned", calendar.whose_talks, PAIRS, PLANNED, page.speak)
    page.show("Two of three not", calendar.whose_talks, (*PAIRS, PAIRS[1]), PLANNED, page.speak)
