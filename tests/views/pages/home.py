"""What is said about a programme as a whole."""

from datetime import UTC, datetime
from pathlib import Path

from mentorkit.matching.rules import consent
from mentorkit.matching.unplaced import Turnout
from mentorkit.text import say
from mentorkit.views.programme.backups import (
    choice_line,
    copied_line,
    health_lines,
    put_back_line,
    verified_line,
)
from mentorkit.views.programme.standing import (
    FIRST_STEPS,
    Standing,
    first_steps_list,
    programme_stages,
    stage_bar,
    standing_headline,
    to_do_next,
    what_waits,
    who_pauses,
)
from tests.matching.small import mentee, snapshot
from tests.views.pages.page import Page
from tests.views.pages.plans import TODAY
from tests.views.pages.programmes import ANN, DECIDED, KIM, SEVEN

RESTING = mentee("rust", is_paused=True)
TWO, DECLINED = Turnout(2, 2, ()), ((consent.RULE, 1),)
EVERYBODY = Standing(mentors=Turnout(2, 2, DECLINED), mentees=TWO, pairs=2, ended=1, later=1)
ONE_LEFT = Standing(mentors=TWO, mentees=Turnout(2, 1, ()), pairs=1, ended=0, later=0)
MANY = Standing(mentors=Turnout(2, 2, DECLINED), mentees=Turnout(9, 4, DECLINED), pairs=4, ended=0, later=3)

LATE = Standing(mentors=TWO, mentees=Turnout(2, 1, ()), pairs=4, ended=0, later=0, under_way=1, late=2)
UNDER_WAY = Standing(mentors=TWO, mentees=TWO, pairs=2, ended=0, later=0, under_way=2)

CLOSING = Standing(mentors=TWO, mentees=TWO, pairs=2, ended=0, later=0, under_way=2, closing=1)
ALL_CLOSING = Standing(mentors=TWO, mentees=TWO, pairs=2, ended=0, later=0, under_way=2, closing=2)
OVER = Standing(mentors=TWO, mentees=TWO, pairs=0, ended=2, later=0)

ALONE = Standing(mentors=TWO, mentees=Turnout(3, 1, ()), pairs=2, ended=0, later=0, under_way=2)


def show_standing(page: Page) -> None:
    cases = {
        "Nobody": Standing.of(snapshot(), TODAY),
        "One mentee": Standing.of(snapshot(ANN), TODAY),
        "One mentor": Standing.of(snapshot(KIM), TODAY),
        "Seven people": Standing.of(SEVEN, TODAY),
        "A pair confirmed": Standing.of(DECIDED, TODAY),
        "Everybody has a pair": EVERYBODY,
        "One is left": ONE_LEFT,
        "Much waits": MANY,
        "Two are late": LATE,
        "All are under way": UNDER_WAY,
        "All but one are under way": ALONE,
        "One is to close": CLOSING,
        "Two are to close": ALL_CLOSING,
        "All ended": OVER,
    }
    for function in (standing_headline, programme_stages, to_do_next, what_waits, who_pauses):
        for case, now in cases.items():
            page.show(case, function, now)
    page.show("Nobody takes part", standing_headline, Standing.of(snapshot(RESTING, KIM), TODAY))
    page.show("Nobody takes part", to_do_next, Standing.of(snapshot(RESTING, KIM), TODAY))
    for case in ("Nobody", "A pair confirmed"):
        page.show(case, stage_bar, cases[case], page.speak)
    page.show("Always", first_steps_list, page.speak)
    page.words("FIRST_STEPS", FIRST_STEPS)
    page.show("One mentee", Standing.of, snapshot(ANN), TODAY)


def show_backups(page: Page) -> None:
    at = datetime(2026, 9, 14, 8, 30, tzinfo=UTC)
    since = ("import", "undo", "import", "restore", "name")
    page.show("The newest", choice_line, at, 1, 1, ())
    page.show("An older one", choice_line, at, 12, 4, since)
    page.show("One action before the newest", choice_line, at, 12, 4, ("name",))
    page.show("Put back", put_back_line, None)
    page.show("Put back and kept", put_back_line, Path("a 2026.damaged"))
    page.show("One of two is damaged", health_lines, None, (at, at), ("b.mentorkit",), "backups")
    page.show("One backup", health_lines, say("The programme file is well."), (at,), (), "backups")
    page.show("No backup", health_lines, None, (), (), "backups")
    page.show("The journal is whole", verified_line, None)
    page.show("In a folder of its own", copied_line, "")
    page.show("In a folder that is copied", copied_line, "OneDrive")
    page.show("An entry was changed", verified_line, 7)
