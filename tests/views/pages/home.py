"""What is said about a programme as a whole."""

from mentorkit.views.programme.standing import (
    FIRST_STEPS,
    Standing,
    programme_stages,
    standing_headline,
    to_do_next,
    what_waits,
)
from tests.matching.small import snapshot
from tests.views.pages.page import Page
from tests.views.pages.programmes import ANN, DECIDED, KIM, SEVEN

EVERYBODY = Standing(mentors=2, mentees=2, declined=1, pairs=2, ended=1, unpaired=0, later=1)
ONE_LEFT = Standing(mentors=2, mentees=2, declined=0, pairs=1, ended=0, unpaired=1, later=0)
MANY = Standing(mentors=2, mentees=9, declined=2, pairs=4, ended=0, unpaired=5, later=3)


def show_standing(page: Page) -> None:
    cases = {
        "Nobody": Standing.of(snapshot()),
        "One mentee": Standing.of(snapshot(ANN)),
        "One mentor": Standing.of(snapshot(KIM)),
        "Seven people": Standing.of(SEVEN),
        "A pair confirmed": Standing.of(DECIDED),
        "Everybody has a pair": EVERYBODY,
        "One is left": ONE_LEFT,
        "Much waits": MANY,
    }
    for function in (standing_headline, programme_stages, to_do_next, what_waits):
        for case, now in cases.items():
            page.show(case, function, now)
    page.show("A pair confirmed", Standing.of, DECIDED)
    page.words("FIRST_STEPS", FIRST_STEPS)
