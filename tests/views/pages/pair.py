"""What is said about one pair."""

from dataclasses import replace
from datetime import date

from mentorkit.matching import CRITERIA, RULES, Proposal, explain
from mentorkit.matching.aims.pair_price import Price
from mentorkit.matching.insight.changed_answer import ChangedAnswer
from mentorkit.matching.insight.other_weights import OtherWeight
from mentorkit.matching.insight.smallest_change import MorePlace, SmallChange, WithoutRule
from mentorkit.matching.insight.why_not import Verdict, WhyNot, alternatives, why_not
from mentorkit.model import Decline
from mentorkit.views.names import Names
from mentorkit.views.pairing.card import card, own_columns, part_cells, quoted, reached
from mentorkit.views.pairing.declines import said_no
from mentorkit.views.pairing.matched import matched_row, same_row
from mentorkit.views.pairing.meeting_cards import meeting_cards
from mentorkit.views.pairing.small_changes import change_line, small_changes_block
from mentorkit.views.pairing.why_not import (
    alternatives_block,
    names,
    points_of,
    why_not_block,
    why_not_sentence,
)
from tests.matching.small import START, earlier, mentee, mentor, override, snapshot
from tests.matching.test_why_not import AISHA, BRAM, LOTTE, NOOR, OMAR, programme, proposed
from tests.views.pages.page import Page
from tests.views.pages.programmes import (
    ALL,
    BIOGRAPHY,
    BY_CITY,
    DECIDED,
    GOAL_TEXT,
    HIDDEN,
    SEVEN,
    called,
    planned,
)

ANN_WITH_KIM, ANN_WITH_LOU, ANN_WITH_MO, BEA_WITH_MO = (0, 0), (0, 1), (0, 2), (1, 2)
PEERS = called(
    snapshot(
        mentee("ann", full_name="Ann Vos", goals=["AI"], topics=["Presenting"]),
        mentor("kim", full_name="Kim Kok", goals=["presenteren"], topics=["artificial intelligence"]),
        relation_type="peer",
    )
)
GROUP = called(
    snapshot(
        mentee("ann", full_name="Ann Vos", goals=["Planning"]),
        mentor("kim", full_name="Kim Kok", topics=["Planning"], capacity=4, least=2),
        relation_type="group",
    )
)
SHOWN = Names.named(SEVEN)
WHO = Names.named(programme())


def show_card(page: Page) -> None:
    told = mentee("eva", full_name="Eva Els", own_columns=["T-shirt: M", "Bus: ja"])
    own = called(snapshot(told, mentor("kim", full_name="Kim Kok", boundaries=["fiscaal recht"])))
    beside = {"region": "Kempen", "joined": date(2019, 3, 1), "available_until": date(2027, 6, 30)}
    knows = mentor("kim", full_name="Kim Kok", network=["zorg"], boundaries=["fiscaal recht"], **beside)
    page.show(
        "Answers that do not count",
        own_columns,
        *snapshot(told, knows).participants("mentor").to_dicts(),
        page.speak,
        WHO,
    )
    page.show("Columns that do not count", card, planned(own), 0, 0, page.speak, Names.named(own))
    page.show("The same, of her alone", own_columns, *own.participants("mentee").to_dicts(), page.speak, WHO)
    everything = planned(SEVEN, **ALL)
    page.show("Everything counts", card, everything, *ANN_WITH_KIM, page.speak, SHOWN)
    page.show("Little is known", card, everything, *ANN_WITH_LOU, page.speak, SHOWN)
    page.show("Only what she asked for is known", card, everything, *ANN_WITH_MO, page.speak, SHOWN)
    page.show("Nothing is known", card, everything, *BEA_WITH_MO, page.speak, SHOWN)
    page.show("The usual weights", card, planned(SEVEN), *ANN_WITH_KIM, page.speak, SHOWN)
    page.show("Only the city counts", card, planned(SEVEN, **BY_CITY), *ANN_WITH_KIM, page.speak, SHOWN)
    hidden = planned(HIDDEN, **ALL)
    page.show("Names are hidden", card, hidden, *ANN_WITH_KIM, page.speak, Names.of(HIDDEN))
    page.show("Between peers", card, planned(PEERS), 0, 0, page.speak, SHOWN)
    page.show("In a group", card, planned(GROUP), 0, 0, page.speak, SHOWN)
    pool = everything.pool.candidates
    ann, kim = pool.mentees.row(0, named=True), pool.mentors.row(0, named=True)
    for case, who in (("The name is shown", SHOWN), ("The name is hidden", Names({}, frozenset({"ann"})))):
        page.show(f"{case}: city", quoted, ann, ("city",), page.speak, who)
        page.show(f"{case}: goals", quoted, ann, ("goals",), page.speak, who)
    for part in explain(everything, *ANN_WITH_KIM).parts[:2]:
        page.show(part.criterion.key, reached, part)
        page.show(part.criterion.key, part_cells, part, (ann, kim), page.speak, SHOWN)


def show_matched(page: Page) -> None:
    pool = planned(SEVEN).pool.candidates
    for case, hidden in (("Names are shown", ()), ("Ann is hidden", ("ann",)), ("Kim is hidden", ("kim",))):
        page.show(case, matched_row, pool, ANN_WITH_KIM, page.speak, Names({}, frozenset(hidden)))
    texts = snapshot(mentee("ann", goal_text=GOAL_TEXT), mentor("kim", biography=BIOGRAPHY))
    page.show("Only their texts", matched_row, planned(texts).pool.candidates, (0, 0), page.speak, SHOWN)
    apart = snapshot(mentee("ann", goal_text="tuin"), mentor("kim", biography="bos"))
    page.show("Nothing in common", matched_row, planned(apart).pool.candidates, (0, 0), page.speak, SHOWN)
    page.show("One goal", same_row, pool, ANN_WITH_KIM, page.speak)
    page.show("None", same_row, pool, ANN_WITH_LOU, page.speak)
    page.show(
        "Between peers, in both directions", same_row, planned(PEERS).pool.candidates, (0, 0), page.speak
    )


def show_meeting_cards(page: Page) -> None:
    page.show("Names are shown, all three standings", meeting_cards, DECIDED, planned(DECIDED), page.speak)
    page.show("Names are hidden", meeting_cards, HIDDEN, planned(HIDDEN, **ALL), page.speak)
    page.show("Four on a sheet", meeting_cards, SEVEN, planned(SEVEN), page.speak, "four")


def show_small_changes(page: Page) -> None:
    plan = proposed(programme())
    language = next(rule for rule in RULES if rule.key == "language")
    found = {
        "A place": MorePlace(BRAM),
        "A weight": OtherWeight(CRITERIA[0], 30.0, 12.0),
        "A condition": WithoutRule(language),
        "One more topic": ChangedAnswer("mentor", "bram", "topics", ["plannen", "schrijven"], ("schrijven",)),
        "More moments": ChangedAnswer("mentee", "aisha", "availability", ["monday"], ("monday", "friday")),
        "The training": ChangedAnswer("mentor", "bram", "is_trained", True),
    }
    for case, what in found.items():
        page.show(case, change_line, plan, (AISHA, BRAM), SmallChange(what, 1), page.speak, WHO)
    changes = tuple(SmallChange(what, moved) for moved, what in enumerate(found.values(), start=1))
    for case, told in (("All of them", changes), ("None", ())):
        page.show(case, small_changes_block, plan, (AISHA, BRAM), told, page.speak, WHO)


def asked(page: Page, case: str, plan: Proposal, reason: WhyNot, who: Names = WHO) -> None:
    """The sentence, and the whole answer."""
    page.show(case, why_not_sentence, plan, reason, who)
    page.show(case, why_not_block, plan, reason, page.speak, who)


def show_why_not(page: Page) -> None:
    plan, weakest = proposed(programme()), proposed(programme(), "leximin")
    asked(page, "It costs points", plan, why_not(plan, AISHA, BRAM))
    asked(page, "It is the pair", plan, why_not(plan, AISHA, NOOR))
    forbidden = proposed(programme(overrides=(override("forbid", "aisha", "bram"),)))
    asked(page, "It is ruled out", forbidden, why_not(forbidden, AISHA, BRAM))
    locked = proposed(programme(overrides=(override("lock", "omar", "bram"),)))
    asked(page, "The places are taken by decided pairs", locked, why_not(locked, AISHA, BRAM))
    asked(page, "The mentee is decided on", locked, why_not(locked, OMAR, LOTTE))
    asked(page, "It lowers the lowest pair", weakest, why_not(weakest, OMAR, LOTTE))
    asked(page, "It lowers another pair", weakest, replace(why_not(weakest, OMAR, LOTTE), lowest=0.0))
    show_prices(page)
    show_other_people(page)


def show_prices(page: Page) -> None:
    """Every price there is, for the plan of three pairs."""
    plan = proposed(programme())
    costs = {
        "A mentee": Price(1, 0, 0.5),
        "Two mentees": Price(2, 0, -0.5),
        "A place of a minimum": Price(0, 1, 0.5),
        "Two places of a minimum": Price(0, 2, 0.0),
        "Nearly nothing": Price(0, 0, 0.0004),
        "One point": Price(0, 0, 0.01),
    }
    for case, price in costs.items():
        asked(page, case, plan, WhyNot(AISHA, BRAM, Verdict.COSTS, price))
    for score in (0.421, 0.0571, 0.01, 0.0001):
        page.show(f"{score}", points_of, score)


def show_other_people(page: Page) -> None:
    """Programmes of other people: a mentor with a place, two plans as good, one who is not placed."""
    roomy = snapshot(mentee("ann", goals=["a"]), mentor("kim", topics=["a"]), mentor("lou", topics=["b"]))
    plan = proposed(roomy)
    asked(page, "The mentor has a place", plan, why_not(plan, 0, 1), Names.named(roomy))
    equal = snapshot(
        *(mentee(name, goals=["a"]) for name in ("ann", "bea")),
        *(mentor(name, topics=["a"]) for name in ("kim", "lou")),
    )
    plan = proposed(equal)
    asked(page, "A coin toss", plan, why_not(plan, 0, 1 - int(plan.mentor_of[0])), Names.named(equal))
    full = snapshot(mentee("ann", goals=["a"]), mentee("bea", goals=["b"]), mentor("kim", topics=["a"]))
    plan = proposed(full)
    asked(page, "She is not placed", plan, why_not(plan, 1, 0), Names.named(full))
    apart = snapshot(
        mentee("aisha", goals=["a"]),
        mentee("omar", goals=["b"], languages=["fr"]),
        mentor("bram", topics=["a"], languages=["fr"]),
        mentor("noor", topics=["c"], languages=["nl"]),
    )
    for aim in ("placed", "leximin"):
        plan = proposed(apart, aim)
        asked(page, f"Somebody else would lose a mentor, the aim is {aim}", plan, why_not(plan, 0, 0))
    show_alternatives(page)


def show_alternatives(page: Page) -> None:
    plan = proposed(programme(overrides=(override("forbid", "omar", "noor"),)))
    page.show("Omar", alternatives_block, plan, alternatives(plan, OMAR, 3), page.speak, WHO)
    page.show("Nobody else", alternatives_block, plan, (), page.speak, WHO)
    page.show("She has a mentor", names, plan, AISHA, BRAM, WHO)


def show_declines(page: Page) -> None:
    ended = [earlier("ann", "kim", START, True), earlier("bea", "kim", START, True)]
    noes = [
        Decline(id="1", pair_id="ann-kim", side="mentee", declined_on=date(2026, 9, 20), reason="themes"),
        Decline(
            id="2",
            pair_id="bea-kim",
            side="mentor",
            declined_on=date(2026, 9, 21),
            reason="time",
            remark="Ask Kim again in spring.",
        ),
    ]
    programme = snapshot(mentee("ann"), mentee("bea"), mentor("kim"), pairs=ended).with_table(Decline, noes)
    names, hidden = Names.of(programme), Names({"bea": "Mentee 2"}, frozenset({"bea"}))
    page.show("Kim", said_no, programme, ["kim"], names)
    page.show("Ann and somebody else", said_no, programme, ["ann", "lou"], names)
    page.show("Bea, hidden", said_no, programme, ["bea"], hidden)
    page.show("Nobody said no", said_no, programme, ["lou"], names)
