"""What is said of an evaluation, case by case."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import polars as pl

from mentorkit.evaluation.claims import Claim
from mentorkit.evaluation.costs import Spent, costs_of
from mentorkit.evaluation.levels import Evaluation, measured
from mentorkit.evaluation.results import results
from mentorkit.evaluation.staying import followed, integrating, leaving, staying
from mentorkit.frames import applied
from mentorkit.model import Changes, Closure, Insert, Lesson
from mentorkit.text import say
from mentorkit.views.evaluation import answers, figures, report, sentences
from mentorkit.views.evaluation import results as results_words
from mentorkit.views.evaluation.sentences import Subject
from mentorkit.views.names import Names
from tests.evaluation.rounds import ANSWERS, STAFF, Employed, round_of, staff_of
from tests.views.pages.page import Page
from tests.workflows.started import started

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
    share = Claim("share", 40, 0.8, 0.652, 0.895)
    page.show("A share", sentences.share_sentence, share, say("Mentoring"), ABOUT.who)
    page.show("A share", sentences.share_found, share)
    for case, one in (("all", 1.0), ("nobody", 0.0), ("most", 0.8)):
        claim = Claim("share", 40, one, 0.0, 1.0)
        page.words("share_found", sentences.share_found(claim, goes_out=True), f"Goes out, {case}")
    for case, one in (("Score", (20, -8, 44)), ("Score of nearly all", (95, 70, 100))):
        claim = Claim("score", 40, *one)
        page.words("share_found", sentences.share_found(claim, goes_out=True), case)
    few = Claim("share", 9, 0.5, 0.2, 0.8)
    page.words("share_found", sentences.share_found(few, goes_out=True), "Goes out, few")
    for one in (up, down):
        page.show("A change", sentences.change_found, Claim("change", 40, *one))
    for design in ("comparison", "by_lot"):
        for way in (up, down, open_):
            claim = Claim("difference", 40, *way, design=design)
            shown = say("Still there")
            page.show(f"Shares, {design}, {claim.direction}", sentences.difference_sentence, claim, shown)
    for one in (up, down):
        apart = Claim("difference", 40, *one, design="comparison")
        page.show("Two shares", sentences.difference_found, apart)
    page.show("Large", sentences.warning, Claim("change", 40, *up, effect=1.234))
    page.show("Not large", sentences.warning, Claim("change", 40, *up, effect=0.4))


TODAY = date(2027, 6, 1)
COSTS = costs_of(Spent(talks=300, minutes=14_400, untimed=20, usual=60, own_minutes=4_800, completed=24), {})


def round_told(
    people: int = 30, early: int = 6, going: int = 0, untimed: int = 0, staff: pl.DataFrame = STAFF
) -> Evaluation:
    """A round with an effect, of which some pairs ended early."""
    items = [
        (f"mentee{place}", f"pair{place}", role, "core", wave, "B4", 3 + place % 3)
        for place in range(people)
        for role, wave in (("mentee", "closing"), ("observer", "closing"), ("mentee", "follow_up"))
    ]
    items += [
        (f"mentee{place}", f"pair{place}", "mentee", "core", "closing", "N1", 10 - place % 6)
        for place in range(people)
    ]
    answered = pl.DataFrame(items, schema=ANSWERS.schema, orient="row")
    scores = round_of(np.random.default_rng(7), people, effect=0.4, share=1)
    causes = ["mentee"] * early + [""] * going + ["planned"] * (people - early - going)
    ids = [f"pair{place}" for place in range(people)]
    pairs = pl.DataFrame({"who": ids, "days": [100 + place for place in range(people)], "cause": causes})
    goals = pl.DataFrame({"who": ids, "reached": [place % 3 - 1 for place in range(people)]})
    hours = pl.DataFrame({"who": ids, "hours": [8.0] * people})
    told = [("mentee", "closing", place % 4 > 0) for place in range(people)]
    responses = pl.DataFrame(told, schema=["role", "wave", "is_answered"], orient="row")
    there = followed(staff)
    measures = (*measured(scores, answered), *results(pairs, goals, hours), *staying(there))
    return Evaluation(measures, pairs, responses, untimed, leaving(there), integrating(staff))


def employed(left: int = 8, completed: int = 10) -> pl.DataFrame:
    """Thirty people with and forty without mentoring, of whom so many with mentoring left after 300 days."""
    going: Sequence[Employed] = [
        ("mentee", None, 30 if at < 6 else None) for at in range(30 - left - completed)
    ]
    gone: Sequence[Employed] = [("mentee", 300, None)] * left + [("completed", None, None)] * completed
    others: Sequence[Employed] = [("other", 100, None)] * 10 + [("other", None, None)] * 30
    return pl.concat([staff_of([*going, *gone], alone=20), staff_of(others, alone=80)])


def show_answers(page: Page) -> None:
    some, few = round_told(), round_told(4, 1)
    for name in ("QUESTIONS", "WHO", "WHAT", "GROUPS", "INTERVAL", "MEASURE_HEADS"):
        page.words(name, getattr(answers, name))
    for case, one in (("Thirty people", some), ("Four people", few)):
        page.show(case, answers.first_answer, one)
        page.words(
            "answers", [line for title, lines in answers.answers(one) for line in (title, *lines)], case
        )
    page.words("not_known", [*answers.not_known(round_told(going=1, untimed=1))], "One goes on")
    page.words("not_known", [*answers.not_known(round_told(4, 1, 2, 2))], "Few")
    listed = round_told(staff=employed())
    page.words("not_known", [*answers.not_known(listed)], "With a list of employments")
    page.words("measure_rows", [*answers.measure_rows(listed, "results", page.speak)], "Employments")
    for one in listed.measures[-3:]:
        page.show("Employments", answers.measure_lines, one)
    for question in answers.QUESTIONS:
        page.words("measure_rows", [*answers.measure_rows(some, question, page.speak)], question)
    page.show("Reaction", answers.measure_table, few, "reaction", page.speak)
    for one in some.measures:
        page.show(one.key, answers.measure_lines, one)
        page.show(one.key, answers.found, one)
        page.show(one.key, answers.answered_by, one)
    page.show("Too few", answers.measure_lines, few.measures[0])
    page.show("Four people", answers.behind, few.measures[2], {"mentee0": "Ann"}, page.speak, 2)
    now = started()
    page.show("Two pairs", answers.names_behind, now, Names.of(now))
    page.show("At the end", answers.called, some.measures[0])


def show_figures(page: Page) -> None:
    some = round_told(12).measures
    for one in (some[0], some[2], *some[-3:]):
        page.show(one.key, figures.people_chart, one, page.speak)
    page.show("A change", figures.interval_of, round_told().measures[2])
    page.show("A share", figures.interval_of, round_told().measures[0])
    page.show("A change", figures.interval_drawing, 0.1, 0.4, 0.7, "<0.4>")


def show_report(page: Page) -> None:
    page.words("UP_OR_DOWN", [report.UP_OR_DOWN])
    page.words("told_outside", [say(str(report.told_outside(round_told(early=2)).pairs.height))])
    title = report.report_title("Noord")
    page.words("report_title", title)
    lessons = [Lesson(id="1", theme="start", text="Begin earlier", noted_on=TODAY)]
    cases = {"Thirty people": round_told(), "Few ended early": round_told(early=2, going=8)}
    for case, one in {**cases, "Four people": round_told(4, 1)}.items():
        parts = [*report.report_parts(one, lessons, TODAY, page.speak, COSTS)]
        told = [[part.title, *part.lines, *(" | ".join(row) for row in part.rows)] for part in parts]
        page.words("report_parts", [line for part in told for line in part], case)
    whole = [*report.report_parts(round_told(12), lessons, TODAY, page.speak, COSTS)]
    page.words("printed_report", report.printed_report(title, whole, page.speak))


def show_results(page: Page) -> None:
    for name in ("CAUSES", "END_HEADS", "REASON_HEADS", "PACE_HEADS", "COST"):
        page.words(name, getattr(results_words, name))
    some = round_told(early=6, going=4).pairs
    page.words("ending_rows", [*results_words.ending_rows(some, page.speak)], "Thirty pairs")
    page.words("ending_rows", [*results_words.ending_rows(some.head(4), page.speak)], "Four pairs")
    page.show("Thirty pairs", results_words.ending_chart, some, page.speak)
    page.show("Four pairs", results_words.ending_chart, some.head(4), page.speak)
    early = pl.DataFrame({"who": ["ann-bo", "cas-dee"], "days": [5, 5], "cause": ["mentee", "untold"]})
    closed = Closure(id="1", pair_id="ann-bo", kind="early", asked_by="mentee", reason="time")
    now = applied(started(), Changes("end", (Insert(closed),)))
    page.show("Two pairs", results_words.reason_rows, now, early, page.speak)
    both = round_told(staff=employed())
    page.show("Two groups", results_words.stay_chart, both.leaving, page.speak)
    page.words("pace_rows", [*results_words.pace_rows(both.leaving, page.speak)])
    for p in (0.4, 0.01, None):
        page.show(f"p = {p}", results_words.pace_line, replace(both.leaving, p=p))
    page.words("integrating_lines", [*results_words.integrating_lines(both.integrating)], "Newcomers")
    few = replace(both.integrating, others={**both.integrating.others, "median": None})
    page.words("integrating_lines", [*results_words.integrating_lines(few)], "Too early")
    page.words("cost_lines", [*results_words.cost_lines(COSTS)], "For the coordinator")
    page.words("cost_lines", [*results_words.cost_lines(COSTS, goes_out=True)], "Goes out")
