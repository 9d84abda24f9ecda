"""What is said of groups that fared alike or not, case by case."""

from mentorkit.evaluation.claims import Claim
from mentorkit.evaluation.fairness import Gap
from mentorkit.views.evaluation import fairness
from tests.views.pages.page import Page

RATES = {"estimate": 0.5, "is_flagged": True, "p": 0.00341}


def show_fairness(page: Page) -> None:
    for name in ("GAP_WORDS", "GAP_HEADS"):
        page.words(name, getattr(fairness, name))
    chance = Claim("gap", 40, -0.02, -0.1, 0.06, p=0.9)
    told = (
        Gap("placed", "part time", Claim("gap", 120, -0.3, -0.5, -0.1, p=0.01), RATES),
        Gap("placed", "full time", chance, RATES | {"is_flagged": False, "estimate": 0.9}),
        Gap("points", "part time", chance),
        Gap("rank", "part time", Claim("gap", 10, 1.5)),
        Gap("waited", "part time", None),
    )
    for case, gaps in (("One differs", told), ("None differs", told[1:]), ("Few", told[4:])):
        page.show(case, fairness.gap_sentence, gaps)
    page.words("fared_rows", [*fairness.fared_rows(told, page.speak)])
