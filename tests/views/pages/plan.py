"""What is said about a whole plan."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import altair as alt
import numpy as np
import polars as pl
from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.matching import RULES, Move, PlanChange, Proposal
from mentorkit.matching import unplaced as without_pair
from mentorkit.matching.ground import Ground
from mentorkit.matching.insight.rule_costs import RuleCost, rule_costs
from mentorkit.matching.insight.scenarios import Plan, measure
from mentorkit.matching.problem import SCALE
from mentorkit.model import Decision
from mentorkit.text import say
from mentorkit.views.chart import framed
from mentorkit.views.names import Names
from mentorkit.views.pairing.board import (
    FILTERS,
    Sureness,
    board_people,
    board_plan,
    board_sure,
    board_words,
    heat,
    lowest_pair,
)
from mentorkit.views.pairing.choices import (
    mentors_by_price,
    movable_mentees,
    words_by_name,
    words_on_pairs,
)
from mentorkit.views.pairing.explored import criteria_table, heat_chart, pairs_frame, people_frame
from mentorkit.views.pairing.ground import before_confirming, caveats, doubt, rests_on
from mentorkit.views.pairing.headline import (
    below_least,
    confirmed,
    context,
    first_lines,
    held_back,
    pairing_headline,
    proven,
    to_confirm,
)
from mentorkit.views.pairing.kinds import MEANING
from mentorkit.views.pairing.pairs import STATUS_LABELS, against, pair_rows, status_of
from mentorkit.views.pairing.plan_change import (
    in_points,
    largest_moves,
    move_line,
    new_mentor_line,
    plan_change_sentence,
    ripple_box,
    signed,
)
from mentorkit.views.pairing.printed_pairs import printed_pairs, what_counted
from mentorkit.views.pairing.rules import cost_line, cost_list
from mentorkit.views.pairing.spread import spread_chart, spread_sentence, spread_title
from mentorkit.views.pairing.unplaced import unplaced_card, unplaced_lists, unplaced_table
from tests.matching.small import Entry, blind, earlier, mentee, mentor, override, snapshot
from tests.views.pages.page import Page
from tests.views.pages.programmes import (
    ANN,
    AT,
    BEA,
    BY_CITY,
    CAS,
    DECIDED,
    DEE,
    HIDDEN,
    KIM,
    LOU,
    MO,
    SEVEN,
    called,
    planned,
)

NOBODY = called(snapshot())
WHO = Names.named(SEVEN)
FULL = mentor("kim", full_name="Kim Kok", city="Gent")


def gent_and_luik() -> Proposal:
    """Two mentees of one mentor, who is in the city of one of them, and only the city counts."""
    kim = mentor("kim", full_name="Kim Kok", city="Gent", capacity=4)
    return planned(called(snapshot(ANN, DEE, kim)), **BY_CITY)


def show_board(page: Page) -> None:
    for case, programme in (("Names are shown", DECIDED), ("Names are hidden", HIDDEN)):
        page.show(case, board_people, planned(programme), Names.of(programme))
    plan = planned(DECIDED, **BY_CITY)
    page.show("Nobody was asked how sure", board_sure, plan, page.speak)
    words = [say("sure"), say("toss-up"), say("–"), say("decided")]
    sureness = Sureness(words, np.array([False, True, False, False]))
    page.show("Bea is in doubt", board_sure, plan, page.speak, sureness)
    page.show("Bea changed", board_plan, plan, page.speak, ["bea"])
    page.show("By city: all points and none", board_plan, gent_and_luik(), page.speak)
    page.show("Nobody signed up", board_plan, planned(NOBODY), page.speak)
    page.show("By city", lowest_pair, plan, Names.of(DECIDED))
    page.show("Nobody signed up", lowest_pair, planned(NOBODY), Names.of(NOBODY))
    page.show("Points of every pair, 255 where it is not allowed", heat, plan)
    page.show("All", board_words, page.speak)
    page.words("FILTERS", FILTERS)


def show_choices(page: Page) -> None:
    plan = planned(SEVEN)
    for row, name in enumerate(("Ann", "Bea", "Cas", "Dee")):
        page.show(name, mentors_by_price, plan, row, WHO)
    other = np.array([1, 0, -1, 0])
    page.show("Two get another mentor", movable_mentees, [Plan("x", other, measure(other, plan))], plan, WHO)
    words = [
        override("lock", "bea", "kim"),
        override("choose", "ann", "lou"),
        override("forbid", "dee", "kim"),
    ]
    said, ways = snapshot(ANN, BEA, DEE, KIM, LOU, overrides=words), [Markup("<i>x</i>")] * len(words)
    for case, programme in {"Three words": said, "Names hidden": blind(said)}.items():
        page.show(case, words_by_name, programme)
        page.show(case, words_on_pairs, programme, ways, page.speak)


def with_decisions(programme: Snapshot) -> Snapshot:
    """Two decisions, the later one first."""
    usual = {"decided_by": "Carla", "pair_count": 1, "unplaced_count": 0, "record": "{}", "sha256": "0" * 64}
    moments = {"a": AT, "b": AT - timedelta(days=9)}
    return programme.with_table(
        Decision, [Decision(id=key, decided_at=at, **usual) for key, at in moments.items()]
    )


ROOMY = mentor("kim", full_name="Kim Kok", capacity=4)
SIGNED_UP: Sequence[tuple[str, Sequence[Entry]]] = (
    ("Nobody signed up", ()),
    ("One mentee", (ANN,)),
    ("Two mentees", (ANN, BEA)),
    ("One mentor", (KIM,)),
    ("Two mentors", (KIM, LOU)),
    ("One mentee, one mentor", (ANN, KIM)),
    ("Two mentees, a mentor with room", (ANN, BEA, ROOMY)),
    ("Three mentees, a mentor with room", (ANN, BEA, DEE, ROOMY)),
    ("Three mentees, one place", (ANN, BEA, DEE, mentor("kim", full_name="Kim Kok"))),
    ("Three mentees, two places", (ANN, BEA, DEE, mentor("kim", full_name="Kim Kok", capacity=2))),
    ("Two mentees, a mentor without room", (ANN, BEA, MO)),
    ("One mentee, a mentor without room", (ANN, MO)),
)
_ONE_PLACE = mentor("kim", full_name="Kim Kok")
_NO = [mentee(f"no{n}", full_name=f"No {n}", has_consented=False) for n in range(2)]
TAKING_PART: Sequence[tuple[str, Sequence[Entry]]] = (
    ("Nobody takes part", (CAS, KIM)),
    ("One takes part and one not", (ANN, CAS, KIM)),
    ("One who takes part is not placed", (ANN, CAS, MO)),
    (
        "One of two who take part is placed, two gave no consent",
        (ANN, BEA, _ONE_PLACE, *_NO),
    ),
    ("Two of three who take part are placed, one gave no consent", (ANN, BEA, DEE, KIM, LOU, _NO[0])),
)


def show_headline(page: Page) -> None:
    for case, people in (*SIGNED_UP, *TAKING_PART):
        page.show(case, pairing_headline, planned(called(snapshot(*people))))
    page.show("Nobody is placed", context, planned(called(snapshot(ANN, MO))))
    page.show("By city: all points and none", context, gent_and_luik())
    bare = called(snapshot(BEA, MO, ROOMY))
    for view in (pairing_headline, context):
        page.show("Nothing was answered", view, planned(bare))
    page.show("Only the city, and it differs", context, planned(called(snapshot(DEE, FULL)), **BY_CITY))
    other = mentor("lou", full_name="Lou Lam", department="Zorg")
    page.show("Only the department", context, planned(called(snapshot(ANN, other))))
    four = (ANN, BEA, KIM, LOU)
    kept = called(snapshot(*four, overrides=[override("lock", "ann", "kim")]))
    for aim in ("placed", "total", "leximin"):
        page.show(f"Nothing is decided, the aim is {aim}", proven, planned(SEVEN, aim))
        page.show(f"A pair is kept, the aim is {aim}", proven, planned(kept, aim))
    page.show("A pair is confirmed", proven, planned(called(snapshot(*four, pairs=[earlier("ann", "kim")]))))
    page.show("Places that are priced too high", proven, unproven(planned(SEVEN)))
    for pairs in range(3):
        standing = [earlier("ann", "kim"), earlier("bea", "kim")][:pairs]
        programme = with_decisions(called(snapshot(ANN, BEA, ROOMY, pairs=standing)))
        page.show(f"Confirmed: {pairs}", confirmed, programme, planned(programme))
        page.show(f"Confirmed: {pairs} of 2", to_confirm, planned(programme))
    for short in range(3):
        asking = [mentor(name, full_name=name, capacity=3, least=3) for name in ("Kim", "Lou")][:short]
        page.show(
            f"Mentors who want three: {short}", below_least, planned(called(snapshot(ANN, BEA, *asking)))
        )
    wishes = [override("lock", "ann", "mo"), override("lock", "bea", "mo")]
    refused = called(snapshot(ANN, BEA, MO, overrides=wishes))
    page.show("Two pairs with a mentor without room", held_back, planned(refused), Names.of(refused))
    page.show("Nothing was asked", held_back, planned(SEVEN), Names.of(SEVEN))
    page.show("A confirmed pair and one that is kept", first_lines, with_decisions(DECIDED), planned(DECIDED))
    page.show("Nobody signed up", first_lines, NOBODY, planned(NOBODY))


def show_ground(page: Page) -> None:
    grounds = {
        "Nothing was asked that both answered": Ground(0.0, False),
        "Nothing, and no topics of mentors": Ground(0.0, False, ["topics"], 1),
        "Nothing, and no goals of mentees": Ground(0.0, False, ["goals"]),
        "Nothing, and neither": Ground(0.0, False, ["topics", "goals"]),
        "Nothing is alike": Ground(0.6, has_points=False),
        "Too little": Ground(0.05, lacks=["topics"], assumed=2),
        "Enough, without topics": Ground(0.7, lacks=["topics"]),
        "Everything": Ground(),
    }
    for case, ground in grounds.items():
        page.words("is_enough", ground.is_enough, case)
        for view in (doubt, rests_on, caveats, before_confirming):
            page.show(case, view, ground)


def unproven(plan: Proposal) -> Proposal:
    """The plan with places that are priced a whole score too high, so that it is not proven."""
    return replace(plan, solution=replace(plan.solution, v=plan.solution.v - SCALE))


def show_kinds(page: Page) -> None:
    page.words("MEANING", MEANING)


def show_pairs(page: Page) -> None:
    found = {"Names are shown": DECIDED, "Names are hidden": HIDDEN, "Nobody signed up": NOBODY}
    for case, programme in found.items():
        page.show(case, pair_rows, programme, planned(programme))
    for row, name in ((0, "Ann"), (1, "Bea"), (3, "Dee")):
        page.show(name, status_of, planned(DECIDED), row)
    french = mentor("lou", full_name="Lou Lam", languages=["fr"])
    ruled_out = called(snapshot(ANN, french, overrides=[override("forbid", "ann", "lou")]))
    page.show("Ruled out, and no language in common", against, planned(ruled_out), 0, 0, WHO)
    page.show("Ruled out, languages do not count", against, planned(ruled_out, off=["language"]), 0, 0, WHO)
    page.show("A lawful pair", against, planned(SEVEN), 0, 0, WHO)
    page.words("STATUS_LABELS", STATUS_LABELS)


def show_explored(page: Page) -> None:
    seven = planned(SEVEN)
    for role in ("mentee", "mentor"):
        page.show(f"Names are shown, {role}s", people_frame, SEVEN, role, page.speak)
    page.show("Names are hidden, mentees", people_frame, HIDDEN, "mentee", page.speak)
    page.show("Seven people", criteria_table, seven.pool, page.speak)
    page.show("Seven people", pairs_frame, pair_rows(DECIDED, planned(DECIDED)), page.speak)
    page.show("Nobody signed up", pairs_frame, pair_rows(NOBODY, planned(NOBODY)), page.speak)
    page.show("Seven people", heat_chart, seven, WHO, page.speak)
    page.show("Nobody signed up", heat_chart, planned(NOBODY), WHO, page.speak)


def show_printed_pairs(page: Page) -> None:
    page.show("All three standings", printed_pairs, DECIDED, planned(DECIDED), page.speak)
    page.show("Names are hidden", printed_pairs, HIDDEN, planned(HIDDEN, "leximin"), page.speak)
    page.show("Nobody signed up", printed_pairs, NOBODY, planned(NOBODY), page.speak)
    page.show("One condition is off", what_counted, planned(SEVEN, off=["language"], goal_coverage=40))


def show_plan_change(page: Page) -> None:
    one = Move("ann", "kim", "lou", 0.06)
    cases = {
        "No step yet": None,
        "The same plan": PlanChange((), 0.0),
        "One mentee": PlanChange((one,), 0.06),
        "Two mentees": PlanChange((one, one), -0.004),
    }
    for case, change in cases.items():
        page.show(case, plan_change_sentence, change)
    page.show("To another mentor", move_line, one, WHO)
    page.show("Out of the plan", move_line, Move("ann", "kim", None, None), WHO)
    page.show("Into the plan", move_line, Move("ann", None, "lou", None), WHO)
    page.show("To another mentor", new_mentor_line, one, WHO)
    page.show("Into the plan", new_mentor_line, Move("ann", None, "lou", None), WHO)
    page.show("No step yet", largest_moves, None)
    page.show("No step yet", ripple_box, None, WHO, page.speak)
    gains = [None, -0.5, -0.4, -0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3]
    moves = (Move("out", "kim", None, None), *(Move(str(gain), "kim", "lou", gain) for gain in gains))
    page.show("Eleven moves", largest_moves, PlanChange(moves, 0.0))
    for count in (6, 11):
        page.show(f"{count} moves", ripple_box, PlanChange(moves[:count], 0.0), WHO, page.speak)
    small = (0.0, -0.0, 0.0004, -0.0004, 0.004, -0.004)
    for score in (*small, -0.03, 0.06, 0.0612, 0.0999, 0.1294, -0.1294, 3.106, 12.5):
        page.show(f"{score}", signed, score)
    for points in (0, 1, 5.7):
        page.show(f"{points}", in_points, points)


def show_rules(page: Page) -> None:
    one = RULES[0]
    cases = {
        "Off": RuleCost(one, False, 0, 0, 0.0),
        "Stands in nobody's way": RuleCost(one, True, 0, 0, 0.0),
        "One mentee more": RuleCost(one, True, 3, 1, 0.5),
        "Two mentees more": RuleCost(one, True, 3, 2, 0.5),
        "One pair, less than a point": RuleCost(one, True, 1, 0, 0.004),
        "Four pairs, no point": RuleCost(one, True, 4, 0, 0.0),
        "One pair, 31 points": RuleCost(one, True, 1, 0, 0.31),
        "Many pairs, 31 points": RuleCost(one, True, 1234, 0, 0.31),
        "One pair, one point": RuleCost(one, True, 1, 0, 0.01),
    }
    for case, cost in cases.items():
        page.show(case, cost_line, cost)
    page.show("Two of these", cost_list, list(cases.values())[:2], page.speak)
    for cost in rule_costs(planned(SEVEN)):
        page.show(f"Seven people: {cost.rule.key}", cost_line, cost)


def show_spread(page: Page) -> None:
    two = gent_and_luik()
    page.show("By city: all points and none", spread_title, two)
    page.show("Ten pairs", spread_sentence, np.arange(10) / 10)
    page.show("One pair", spread_sentence, np.array([0.5]))
    page.show("By city: all points and none", spread_chart, two, page.speak)
    page.show("Seven people", spread_chart, planned(SEVEN), page.speak)
    page.show("Nobody is placed", spread_chart, planned(NOBODY), page.speak)


def show_unplaced(page: Page) -> None:
    found = {"Names are shown": SEVEN, "Names are hidden": HIDDEN, "One pair": called(snapshot(ANN, KIM))}
    for case, programme in found.items():
        left = without_pair(planned(programme))
        for role in ("mentee", "mentor"):
            page.show(f"{case}, {role}s", unplaced_table, left, role, programme, page.speak)
        page.show(case, unplaced_lists, planned(programme), programme, page.speak)
    resting = called(snapshot(ANN, CAS, mentee("rust", full_name="Rust", is_paused=True), KIM, LOU, MO))
    page.show("Two mentors are left, two pause", unplaced_lists, planned(resting), resting, page.speak)
    alone = called(snapshot(ANN, KIM, LOU))
    page.show("One mentor is left", unplaced_lists, planned(alone), alone, page.speak)
    for case, person, other in (
        ("No language in common", mentee("fee", full_name="Fee Faber", languages=["fr"]), KIM),
        ("All are full", mentee("fee", full_name="Fee Faber"), FULL),
        ("Sits out", CAS, KIM),
    ):
        programme = called(snapshot(ANN, person, other))
        page.show(case, unplaced_card, planned(programme), 1, page.speak, Names.of(programme))


def show_chart(page: Page) -> None:
    bars = alt.Chart(pl.DataFrame({"points": [40, 60]})).encode(x=alt.X("points:Q", title="Points"))
    page.show("Two layers", framed, bars.mark_bar() + bars.mark_tick(), say("Points"), page.speak)
