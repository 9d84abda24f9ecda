"""What stands behind a plan: how sure it is, who is short, what to ask, whom to talk to."""

from dataclasses import replace
from math import inf, nan

import numpy as np

from mentorkit.matching import RULES, explain
from mentorkit.matching.insight.missing_answers import MissingAnswer
from mentorkit.matching.insight.missing_answers import missing_answers as all_missing
from mentorkit.matching.insight.recruits import Recruit, recruits
from mentorkit.matching.insight.rule_costs import RuleCost, rule_costs
from mentorkit.matching.insight.scenarios import (
    CURRENT,
    STABLE,
    Measures,
    Plan,
    compare_plans,
    stored_settings,
)
from mentorkit.matching.insight.shortage import SeatValue, Shortage, core, seat_values, shortages
from mentorkit.matching.insight.shortlist import shortlist_of
from mentorkit.matching.insight.stability import Certainty, Interval, margins, tied_pairs, weight_intervals
from mentorkit.model import Scenario
from mentorkit.model.fields import ASKED
from mentorkit.text import say
from mentorkit.views.mail import YOUR_CODE, Mail, coded_form, draft, mail_links
from mentorkit.views.names import Names
from mentorkit.views.pairing.missing_answers import (
    effect,
    mails,
    missing_answer_lines,
    missing_answers_table,
    question,
    worth_asking,
)
from mentorkit.views.pairing.preferences import (
    KIND_LABELS,
    exposure_table,
    participants_by_name,
    reason_to_talk,
    said_line,
    shortlist_lines,
    talk_table,
    talks,
    told_with_kept,
)
from mentorkit.views.pairing.scenarios import (
    STABLE_NAME,
    STABLE_REASON,
    finding,
    plan_names,
    plans_chart,
    plans_table,
)
from mentorkit.views.pairing.shortage import (
    recruit_line,
    recruit_list,
    remedies,
    seat_line,
    shortage_part,
    shortage_proof,
    shortage_section,
    without_mentors,
)
from mentorkit.views.pairing.stability import (
    WORDS,
    intervals_chart,
    intervals_table,
    intervals_title,
    sureness,
    sureness_lines,
    ties_list,
    words_of,
)
from tests.matching.small import mentee, mentor, said, snapshot
from tests.matching.test_why_not import programme as three_pairs
from tests.matching.test_why_not import proposed
from tests.views.pages.page import Page
from tests.views.pages.programmes import ANN, BEA, BY_CITY, DECIDED, HIDDEN, LOU, SEVEN, called, planned
from tests.workflows.cases import only

WHO = Names.named(SEVEN)


def show_stability(page: Page) -> None:
    plan = planned(DECIDED)
    kept = np.where(plan.mentor_of >= 0, 0.42, nan)
    found = {
        "Points of margin": (np.array([0.123, 0.0, 0.0, 0.0]), None),
        "No margin": (np.zeros(4), None),
        "No margin can be told": (np.full(4, nan), None),
        "A margin without end": (np.full(4, inf), None),
        "Kept in 42% of the draws": (margins(plan), kept),
        "Kept in nearly all draws": (margins(plan), np.where(kept > 0, 0.97, nan)),
        "Kept in most draws": (margins(plan), np.where(kept > 0, 0.62, nan)),
    }
    for case, (points, shares) in found.items():
        page.show(case, words_of, plan, points, shares)
        page.show(case, sureness, plan, points, shares)
    toss, sure = Certainty.TOSS_UP, Certainty.SURE
    for words in ((None,), (sure, None), (toss, sure), (toss, toss, sure)):
        case = ", ".join("–" if word is None else word.value for word in words)
        page.show(f"{case}; by margins", sureness_lines, words, 0)
        page.show(f"{case}; by draws", sureness_lines, words, 1000)
    page.words("WORDS", WORDS)
    show_intervals(page)


def show_intervals(page: Page) -> None:
    wide, narrow = Interval("other_unit", 5, 0, 90), Interval("goal_coverage", 30, 22, 41)
    every = Interval("goal_coverage", 30, 30, 30)
    whole, weightless = Interval("goal_coverage", 30, 0, 100), Interval("goal_coverage", 0, 0, 0)
    found = {
        "One that hangs most": (wide, narrow),
        "Each step": (wide, every),
        "None that counts": (whole, weightless),
        "Seven people": tuple(weight_intervals(planned(SEVEN))),
    }
    for case, shown in found.items():
        page.show(case, intervals_title, shown)
        page.show(case, intervals_chart, shown, page.speak)
        page.show(case, intervals_table, shown, page.speak)
    equal = called(snapshot(*map(mentee, "abcd"), *map(mentor, "klmn")))
    who, plan = Names.named(equal), planned(equal)
    page.show("More than ten", ties_list, plan, tied_pairs(plan), who, page.speak)
    page.show("One", ties_list, plan, tied_pairs(plan)[:1], who, page.speak)
    page.show("None", ties_list, plan, (), who, page.speak)


def show_shortage(page: Page) -> None:
    proofs = {
        "One mentee, one mentor without a place": Shortage((0,), (0,), 0),
        "Three mentees, one mentor": Shortage((0, 1, 2), (0,), 1),
        "Three mentees, two mentors": Shortage((0, 1, 2), (0, 1), 2),
    }
    for case, one in proofs.items():
        page.show(case, shortage_proof, one)
    for count in range(3):
        page.show(f"Without any mentor: {count}", without_mentors, [Shortage((0,), (), 0)] * count)
    short = called(
        snapshot(
            mentee("ann", full_name="Ann Vos"),
            mentee("bea", full_name="Bea Blom"),
            mentee("cas", full_name="Cas Coolen"),
            mentor("kim", full_name="Kim Kok", topics=["Planning"], languages=["nl"]),
        )
    )
    who, plan = Names.named(short), planned(short)
    (found,) = shortages(plan)
    page.show(
        "Three mentees, two of whom prove it", shortage_part, plan, found, core(plan, found), who, page.speak
    )
    page.show("The weakest are protected", shortage_proof, *shortages(planned(short, "leximin")))
    page.show("Nobody can be left out of it", shortage_part, plan, found, found, who, page.speak)
    for placed, points in ((1, 0.5), (2, 0.5), (0, 0.01), (0, 0.31)):
        case = f"{placed} placed, {points} points"
        page.show(case, seat_line, SeatValue(0, placed, points), plan, who)
        page.show(case, recruit_line, Recruit(0, placed, points, 2), plan, page.speak)
    page.show(
        "Three mentees, two of whom prove it", shortage_section, plan, rule_costs(plan), who, page.speak
    )
    seven = planned(SEVEN)
    page.show("Seven people", shortage_section, seven, rule_costs(seven), Names.named(SEVEN), page.speak)
    show_remedies(page)


def show_remedies(page: Page) -> None:
    """What would help the three aims, and whom to look for."""
    apart = called(
        snapshot(
            mentee("ann", full_name="Ann Vos", languages=["nl"]),
            mentee("bea", full_name="Bea Blom", languages=["fr"]),
            mentee("cas", full_name="Cas Coolen", languages=["fr"]),
            mentor("kim", full_name="Kim Kok", languages=["fr"], topics=["Planning"]),
            mentor("lou", full_name="Lou Lam", languages=["en"]),
        )
    )
    who = Names.named(apart)
    for aim in ("placed", "total", "leximin"):
        plan = planned(apart, aim)
        page.show(f"The aim is {aim}", remedies, plan, seat_values(plan), rule_costs(plan), who, page.speak)
    plan, one = planned(apart), Shortage((0,), (0, 1), 0)
    page.show("One mentee, two mentors", shortage_part, plan, one, one, who, page.speak)
    fixed = RuleCost(next(rule for rule in RULES if rule.is_fixed), True, 1, 1, 0.5)
    page.show("Only a condition that protects people", remedies, plan, (), [fixed], who, page.speak)
    page.show("Two kinds of mentor", recruit_list, plan, recruits(plan), page.speak)
    page.show("None", recruit_list, plan, (), page.speak)


def show_scenarios(page: Page) -> None:
    names = ("Alleen plaats", "Stable", "Stabiel")
    own = [Scenario(id=key, name=name) for key, name in zip("stu", names, strict=True)]
    programme = three_pairs().with_table(Scenario, own)
    current = proposed(programme)
    settings = {one.id: stored_settings(one) for one in own}
    plans = (*compare_plans(current.pool, settings, current), of("gone"))
    called_ = plan_names(plans, programme, page.speak)
    page.show("Own plans, two of which have a name of ours", plan_names, plans, programme, page.speak)
    page.show("Three pairs", plans_table, plans[:-1], called_, page.speak)
    page.show("Three pairs", plans_chart, plans[:-1], called_, page.speak)
    page.words("STABLE_NAME", STABLE_NAME)
    page.words("STABLE_REASON", STABLE_REASON)
    show_compared(page)


USUAL_MEASURES = Measures(90, 80, 60.0, 0.75, 0.2, 3, 0.5, 0, 0)


def show_compared(page: Page) -> None:
    """Plans by their measures alone."""
    now, fair = of(CURRENT), of(STABLE, total=58.0, worst=0.35, blocking=0, changed=4)
    long = "Een naam die langer is dan er op de grafiek past"
    names = {CURRENT: "Nu", STABLE: "Stabiel", "more": long, "beaten": "Verslagen"}
    found = {
        "One lifts the lowest pair": (now, fair),
        "Two at one point and one that is beaten": (now, of("more"), of(STABLE, changed=9, total=50.0)),
        "One breaks a condition, one has nobody": (
            of(CURRENT, unlawful=2),
            of(STABLE, placed=0, total=0.0, mean=nan, worst=nan, fairness=nan),
        ),
        "Two at one point, one elsewhere and one that is beaten": (
            of(CURRENT),
            of("more"),
            of(STABLE, total=61.0, changed=4),
            of("beaten", changed=9),
        ),
        "The only plan has nobody": (of(CURRENT, worst=nan),),
        "One mentee": (of(CURRENT, mentees=1, placed=1), of(STABLE, mentees=1, placed=0)),
    }
    for case, plans in found.items():
        page.show(case, finding, plans, names)
        page.show(case, plans_table, plans, names, page.speak)
        page.show(case, plans_chart, plans, names, page.speak)


def of(key: str, **other: float) -> Plan:
    return Plan(key, np.array([-1]), replace(USUAL_MEASURES, **other))


USUAL = MissingAnswer("ann", ("mentee",), "goals", 3, 0.1, 0.2, 0, 0, 0.124, True, True)  # noqa: FBT003


def show_missing_answers(page: Page) -> None:
    waits, unasked = replace(USUAL, can_change_plan=False), replace(USUAL, is_asked=False, answer="city")
    found = {
        "None": (),
        "One to ask": (USUAL,),
        "Two to ask": (USUAL, replace(USUAL, answer="city")),
        "One that can wait": (waits,),
        "Two that can wait": (waits, waits),
        "Two that nobody was asked": (unasked, replace(unasked, answer="department")),
        "One of each": (USUAL, waits, unasked),
    }
    for case, missing in found.items():
        page.show(case, missing_answer_lines, missing)
    page.show("One of each", worth_asking, found["One of each"])
    show_effects(page)
    few = called(snapshot(ANN, BEA, LOU))
    everything = all_missing(planned(few, **BY_CITY))
    page.show("Three people", missing_answers_table, everything, WHO, page.speak)
    for case, missing in (("One question", [USUAL]), ("Three people", everything)):
        page.show(case, mails, missing, few, WHO, page.speak)


def show_effects(page: Page) -> None:
    for case, one in {
        "It can wait": replace(USUAL, can_change_plan=False),
        "One pair at risk": replace(USUAL, at_risk=1, partners=4),
        "Two pairs at risk": replace(USUAL, at_risk=2, partners=1),
        "Three possible pairs": USUAL,
        "Less than a point": replace(USUAL, gain=0.001),
    }.items():
        page.show(case, effect, one)
    for answer in ASKED:
        for side in ("mentee", "mentor"):
            page.show(f"{answer} of a {side}", question, replace(USUAL, sides=(side,), answer=answer))


def show_preferences(page: Page) -> None:
    plan = planned(SEVEN, **BY_CITY)
    for case, programme in (("Names are shown", SEVEN), ("Names are hidden", HIDDEN)):
        who, made = Names.of(programme), shortlist_of(plan, 2)
        page.show(case, talks, made, plan, who)
        page.show(case, talk_table, made, plan, who, page.speak)
        page.show(case, exposure_table, made, plan, who, page.speak)
    two = planned(called(snapshot(ANN, LOU)))
    page.show("One mentee, one mentor", shortlist_lines, shortlist_of(two, 2))
    for talks_each in range(3):
        page.show(f"Talks for everybody: {talks_each}", shortlist_lines, shortlist_of(plan, talks_each))
    for case, weights in (("Nothing strong", BY_CITY), ("Several", {})):
        page.show(case, reason_to_talk, explain(planned(SEVEN, **weights), 0, 1), "Ann", "Lou")
        page.show(f"{case} with Kim", reason_to_talk, explain(planned(SEVEN, **weights), 0, 0), "Ann", "Kim")
    confided = planned(SEVEN, **only(preferences=10))
    page.show("Only what was told in confidence", reason_to_talk, explain(confided, 0, 0), "Ann", "Kim")
    words = [said("mentor", "ann", "kim", "avoid"), said("mentee", "ann", "lou", "prefer")]
    words += [said("mentee", "bea", "lou", "prefer"), said("mentee", "bea", "kim", "neutral")]
    page.show("Nothing is recorded", said_line, SEVEN)
    page.show("Four words", said_line, snapshot(preferences=words))
    page.show("Two words", said_line, snapshot(preferences=words[:2]))
    page.show("No pair stays", told_with_kept, say("Recorded."), [], Names.of(SEVEN))
    page.show("A pair stays", told_with_kept, say("Recorded."), [("dee", "lou")], Names.of(SEVEN))
    for role in ("mentee", "mentor"):
        page.show(f"Every {role}", participants_by_name, SEVEN, role)
    page.words("KIND_LABELS", KIND_LABELS)


def show_mail(page: Page) -> None:
    letters = [
        Mail("ann@example.org,kim@example.org", "Ann – Kim", "You are a pair", "Hello both"),
        Mail("", "Bo", "A question", "Hello Bo"),
    ]
    page.show("Two mails, one without an address", draft, letters, page.speak)
    page.show("Two mails, one without an address", mail_links, letters, page.speak)
    page.words("Mail.link", [one.link for one in letters])
    page.words("YOUR_CODE", YOUR_CODE)
    page.show("Two questions", coded_form, "How are you?", ["1. Well?", "2. Really?"], page.speak)
