"""What is said of an evaluation, case by case."""

from mentorkit.evaluation.claims import Claim
from mentorkit.text import say
from mentorkit.views.evaluation import sentences
from mentorkit.views.evaluation.sentences import Subject
from tests.views.pages.page import Page

ABOUT = Subject(say("mentees"), say("reading"), say("now"))


def show_sentences(page: Page) -> None:
    page.words("NOT_SHOWN", sentences.NOT_SHOWN)
    up, down, open_ = (0.4, 0.1, 0.7), (-0.4, -0.7, -0.1), (0.1, -0.2, 0.4)
    told = [("change", "single"), ("difference", "comparison"), ("difference", "by_lot")]
    for kind, design in told:
        for way in (up, down, open_):
            claim = Claim(kind, 40, *way, design=design)
            page.show(f"{kind}, {design}, {claim.direction}", sentences.change_sentence, claim, ABOUT)
    chance = Claim("change", 40, *up, p=0.2)
    page.show("One of many", sentences.change_sentence, chance, ABOUT)
    page.show("No interval", sentences.change_sentence, Claim("change", 40, 1.0), ABOUT)
    said = say("{yes} of {n}: {share} %; {low} to {high}")
    page.show("A share", sentences.share_sentence, Claim("share", 40, 0.875, 0.74, 0.945), said)
    page.show("Large", sentences.warning, Claim("change", 40, *up, effect=1.234))
    page.show("Not large", sentences.warning, Claim("change", 40, *up, effect=0.4))
