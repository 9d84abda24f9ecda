"""The start of pairs: who can be introduced, and why the two are together."""

from mentorkit.frames import Snapshot
from mentorkit.matching.criteria import goal_coverage
from mentorkit.model import Application, Pair, Person
from mentorkit.views.start import two, why
from tests.views.pages.page import Page
from tests.workflows.started import PAIRS, PEOPLE, started

FULL = started()


def ann(snapshot: Snapshot) -> two.Two:
    return two.pairs_at_start(snapshot)[0]


def show_two(page: Page) -> None:
    page.words("pairs_at_start", [one.called for one in two.pairs_at_start(FULL)])
    reached = [one.model_copy(update={"email": f"{one.id}@example.org"}) for one in PEOPLE]
    nobody = [one.model_copy(update={"email": None}) for one in PEOPLE]
    known, unknown = (FULL.with_table(Person, people) for people in (reached, nobody))
    page.show("No pair", two.start_headline, ())
    page.show("One address is missing", two.start_headline, two.pairs_at_start(FULL))
    page.show("No address is known", two.start_headline, two.pairs_at_start(unknown))
    page.show("Every address is known, one pair", two.start_headline, two.pairs_at_start(known)[:1])


def show_why(page: Page) -> None:
    page.show("Ann and Bo", why.shared_themes, ann(FULL), {}, page.speak)
    ((wanted, offered),) = goal_coverage.CRITERION.answers
    both = {wanted: ("planning",), offered: ("planning", "presenteren")}
    sign_ups = [one.model_copy(update=both) for one in FULL.rows(Application)]
    peers = FULL.with_table(Pair, [PAIRS[0].model_copy(update={"relation_type": "peer"})])
    page.show("Peers", why.shared_themes, ann(peers.with_table(Application, sign_ups)), {}, page.speak)
    page.show("Ann and Bo", why.practical_reasons, ann(FULL), page.speak)
