"""What is said about a programme as a whole."""

from mentorkit.views.programme.standing import Standing, programme_stages, standing_headline, to_do_next
from tests.matching.small import snapshot
from tests.views.pages.page import Page
from tests.views.pages.programmes import ANN, DECIDED, KIM, SEVEN

EVERYBODY = Standing(mentors=2, mentees=2, declined=1, pairs=2, ended=1, unpaired=0)


def show_standing(page: Page) -> None:
    cases = {
        "Nobody": Standing.of(snapshot()),
        "One mentee": Standing.of(snapshot(ANN)),
        "One mentor": Standing.of(snapshot(KIM)),
        "Seven people": Standing.of(SEVEN),
        "A pair confirmed": Standing.of(DECIDED),
        "Everybody has a pair": EVERYBODY,
    }
    for function in (standing_headline, programme_stages, to_do_next):
        for case, now in cases.items():
            page.show(case, function, now)
    page.show("A pair confirmed", Standing.of, DECIDED)
