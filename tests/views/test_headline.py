"""The first lines of the page: today's answer in one sentence."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mentorkit.frames import Snapshot
from mentorkit.matching import Pool, Settings, propose
from mentorkit.matching.problem import SCALE
from mentorkit.model import Decision
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.views.pairing.headline import (
    below_least,
    confirmed,
    context,
    first_lines,
    headline,
    held_back,
    proven,
    to_confirm,
)
from tests.matching.small import Entry, earlier, mentee, mentor, override, plan, snapshot
from tests.workflows.cases import only, sample_plan, spoken

ANN, BEA, KIM = mentee("ann"), mentee("bea"), mentor("kim")
LOU = mentor("lou", capacity=4)
ON = datetime(2026, 9, 14, 8, 30, tzinfo=UTC)


@pytest.fixture
def in_brussels(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Brussels")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def decided(programme: Snapshot, *moments: datetime) -> Snapshot:
    decisions = [
        Decision(
            id=str(number),
            decided_at=at,
            decided_by="Carla",
            pair_count=1,
            unplaced_count=0,
            record="{}",
            sha256="0" * 64,
        )
        for number, at in enumerate(moments)
    ]
    return programme.with_table(Decision, decisions)


@pytest.mark.parametrize(
    ("people", "english", "dutch"),
    [
        (
            [],
            "Open the sign-ups of mentors and mentees to see who suits whom.",
            "Open de aanmeldingen van mentoren en mentees en zie wie bij wie past.",
        ),
        ([ANN], "1 mentee is waiting for mentors.", "1 mentee wacht op mentoren."),
        ([ANN, BEA], "2 mentees are waiting for mentors.", "2 mentees wachten op mentoren."),
        ([KIM], "1 mentor is waiting for mentees.", "1 mentor wacht op mentees."),
        ([KIM, LOU], "2 mentors are waiting for mentees.", "2 mentoren wachten op mentees."),
        ([ANN, KIM], "The one mentee has a mentor.", "De enige mentee heeft een mentor."),
        ([ANN, BEA, LOU], "All 2 mentees have a mentor.", "Alle 2 mentees hebben een mentor."),
        (
            [ANN, BEA, mentee("cas"), mentor("kim", capacity=2)],
            "2 of 3 mentees have a mentor; 1 is not placed yet.",
            "2 van de 3 mentees hebben een mentor; 1 is nog niet gekoppeld.",
        ),
        (
            [ANN, BEA, mentor("kim", capacity=0)],
            "0 of 2 mentees have a mentor; 2 are not placed yet.",
            "0 van de 2 mentees hebben een mentor; 2 zijn nog niet gekoppeld.",
        ),
    ],
)
def test_the_answer_of_today(people: list[Entry], english: str, dutch: str):
    assert spoken(headline(plan(snapshot(*people)))) == (english, dutch)


def test_a_sentence_about_points_is_left_out_when_nobody_is_placed():
    assert context(plan(snapshot())) is None
    assert context(plan(snapshot(ANN, mentor("kim", capacity=0)))) is None


def test_mean_and_lowest_are_of_the_pairs_as_they_are_shown():
    """By city alone: 100 and 0."""
    programme = snapshot(
        mentee("ann", city="Gent"), mentee("bea", city="Luik"), mentor("kim", city="Gent", capacity=2)
    )
    english, dutch = spoken(context(plan(programme, **only(proximity=10))))
    assert english.startswith("On average 50 of 100 points, lowest 0. ")
    assert dutch.startswith("Gemiddeld 50 van de 100 punten, laagste 0. ")


def test_nothing_is_said_of_confirmed_pairs_before_there_are_any():
    programme = snapshot(ANN, KIM)
    assert confirmed(programme, plan(programme)) is None
    assert confirmed(decided(programme, ON), plan(programme)) is None


@pytest.mark.usefixtures("in_brussels")
@pytest.mark.parametrize(
    ("pairs", "english", "dutch"),
    [
        (
            1,
            "1 pair is confirmed; the last decision was on 14 September 10:30.",
            "1 koppel is bevestigd; het laatste besluit was op 14 september 10:30.",
        ),
        (
            2,
            "2 pairs are confirmed; the last decision was on 14 September 10:30.",
            "2 koppels zijn bevestigd; het laatste besluit was op 14 september 10:30.",
        ),
    ],
)
def test_confirmed_pairs_are_counted_with_the_last_decision_on_her_own_clock(
    pairs: int, english: str, dutch: str
):
    running = [earlier("ann", "lou"), earlier("bea", "lou")][:pairs]
    programme = decided(snapshot(ANN, BEA, LOU, pairs=running), ON, datetime(2026, 3, 1, tzinfo=UTC))
    assert spoken(confirmed(programme, plan(programme))) == (english, dutch)


def test_what_is_still_to_confirm_is_proposed_and_not_confirmed():
    assert to_confirm(plan(snapshot(ANN, BEA, LOU))) == 2
    assert to_confirm(plan(snapshot(ANN, BEA, LOU, pairs=[earlier("ann", "lou")]))) == 1
    assert to_confirm(plan(snapshot(ANN, BEA))) == 0


def test_a_wish_that_cannot_be_kept_is_said():
    wishes = [override("lock", "ann", "kim", revision=1), override("lock", "bea", "kim", revision=2)]
    programme = snapshot(ANN, BEA, KIM, overrides=wishes)
    (message,) = held_back(programme, plan(programme))
    assert spoken(message) == (
        "bea with kim cannot be kept: the pair breaks a condition that is on, or the mentor is full.",
        "bea met kim kan niet blijven: "
        "het koppel botst met een voorwaarde die aan staat, of de mentor zit vol.",
    )
    assert held_back(snapshot(ANN, KIM), plan(snapshot(ANN, KIM))) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_stands_first(language: Language):
    result = sample_plan(language)
    lines = first_lines(result.snapshot, result.proposal)
    said = [speaker(language)(line) for line in lines if line]
    assert said == result.summary(speaker(language)).split("\n")


def test_a_minimum_that_is_not_reached_is_said():
    kim = mentor("kim", capacity=3, least=2)
    assert below_least(plan(snapshot(ANN, BEA, kim))) is None
    english, dutch = spoken(below_least(plan(snapshot(ANN, kim, LOU))))
    assert english == "1 mentor gets fewer mentees than the minimum she asked for."
    assert dutch == "1 mentor krijgt minder mentees dan het minimum waar die om vroeg."


def test_what_is_proven_depends_on_the_aim():
    programme = snapshot(ANN, BEA, KIM, LOU)
    pool = Pool.of(programme)
    said = {
        aim: speaker("en")(proven(propose(pool, Settings({}, aim=aim))))
        for aim in ("placed", "total", "leximin")
    }
    assert all(line.startswith("Proven best plan for these weights: ") for line in said.values())
    assert len(set(said.values())) == 3


def test_a_plan_with_prices_that_do_not_prove_it_says_so():
    proposal = plan(snapshot(ANN, BEA, KIM, LOU))
    worthless = replace(proposal.solution, v=proposal.solution.v - 1e6)
    told = speaker("en")(proven(replace(proposal, solution=worthless)))
    assert told.startswith("Not proven to be the best: ")


def test_the_gap_of_a_plan_that_is_not_proven_is_told_in_points():
    """Each of six places priced a whole score too high, and two mentees who pay for one: 6 - 2 scores."""
    proposal = plan(snapshot(ANN, BEA, KIM, mentor("lou", capacity=5)))
    dearer = replace(proposal.solution, v=proposal.solution.v - SCALE)
    assert spoken(proven(replace(proposal, solution=dearer))) == (
        "Not proven to be the best: 400 points could still be won.",
        "Niet bewezen het beste: er zijn nog 400 punten te winnen.",
    )


@pytest.mark.parametrize(
    "decided_on",
    [{"overrides": [override("lock", "ann", "kim")]}, {"pairs": [earlier("ann", "kim")]}],
)
def test_a_plan_is_the_best_around_the_pairs_she_decided_on(decided_on: dict[str, list]):
    people = (ANN, BEA, KIM, LOU)
    english, dutch = spoken(proven(plan(snapshot(*people, **decided_on))))
    assert english.startswith("Proven best around the pairs you decided on: ")
    assert dutch.startswith("Bewezen beste rond de koppels die jij koos: ")


def test_a_minimum_above_the_places_there_are_is_reached_when_all_are_taken():
    kim = mentor("kim", capacity=1, least=3)
    proposal = plan(snapshot(ANN, BEA, kim))
    assert len(proposal.placed) == 1
    assert below_least(proposal) is None


def test_a_pair_that_is_both_locked_and_ruled_out_is_not_made_and_that_is_said():
    both = [override("lock", "ann", "kim", revision=1), override("forbid", "ann", "kim", revision=2)]
    programme = snapshot(ANN, KIM, overrides=both)
    proposal = plan(programme)
    assert (len(proposal.placed), proposal.held.any()) == (0, False)
    assert len(held_back(programme, proposal)) == 1
