"""The board: what it is told about people and plans."""

import json

import numpy as np
import pytest
from hypothesis import given

from mentorkit.matching import Pool, propose
from mentorkit.text import LANGUAGES, Language, say, speaker
from mentorkit.views.names import Names
from mentorkit.views.pairing.board import (
    FILTERS,
    FORBIDDEN,
    NOBODY,
    Sureness,
    board_people,
    board_plan,
    board_sure,
    board_words,
    heat,
)
from tests.matching.small import blind, earlier, mentee, mentor, override, plan, snapshot
from tests.strategies import programmes, settings_of
from tests.workflows.cases import only, sample_plan

DUTCH = speaker("nl")


@given(programmes(), settings_of())
def test_every_mentee_and_every_pair_is_on_the_board_once(programme, settings):
    proposal = propose(Pool.of(programme), settings)
    people, told = board_people(proposal, Names.of(programme)), board_plan(proposal, DUTCH)
    mentees, mentors = proposal.pool.candidates.shape
    assert sorted(people["rows"]) == list(range(mentees))
    assert sorted(people["columns"]) == list(range(mentors))
    assert told["mentor"] == proposal.mentor_of.tolist()
    for column, row in enumerate(told["leads"]):
        own = np.flatnonzero(proposal.mentor_of == column)
        points = np.where(proposal.allowed, proposal.score, -1.0)[:, column]
        assert row == (own[0] if len(own) else points.argmax() if mentees else NOBODY)
    assert {len(told[name]) for name in ("mentor", "points", "status", "look")} == {mentees}
    assert [points == NOBODY for points in told["points"]] == [one == NOBODY for one in told["mentor"]]
    assert {*told["filters"], "doubt"} == set(FILTERS)
    json.dumps([people, told], allow_nan=False)


@given(programmes(), settings_of())
def test_the_map_has_the_points_of_every_lawful_pair(programme, settings):
    proposal = propose(Pool.of(programme), settings)
    shown = np.frombuffer(heat(proposal), np.uint8).reshape(proposal.score.shape)
    assert ((shown == FORBIDDEN) == ~proposal.allowed).all()
    assert (np.abs(shown - 100 * proposal.score)[proposal.allowed] <= 0.5).all()
    told = board_plan(proposal, DUTCH)
    for row in proposal.placed.tolist():
        if proposal.allowed[row, proposal.mentor_of[row]]:
            assert shown[row, proposal.mentor_of[row]] == told["points"][row]


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_map_pairs_run_down_the_diagonal(language: Language):
    """Mentees of one mentor stand together, who is not placed comes last."""
    result = sample_plan(language)
    people = board_people(result.proposal, Names.of(result.snapshot))
    place = {column: at for at, column in enumerate(people["columns"])}
    mentors = [result.proposal.mentor_of[row] for row in people["rows"]]
    places = [place[one] if one != NOBODY else len(place) for one in mentors]
    assert places == sorted(places)


def test_each_filter_has_its_rows():
    """'All' counted who takes no part as well, other than the headline."""
    programme = snapshot(
        *(mentee(name, city=city) for name, city in [("ann", "Gent"), ("bea", "Luik"), ("cas", None)]),
        mentee("dirk", city="Gent", is_paused=True),
        mentee("eva", city="Gent"),
        mentor("kim", city="Gent", capacity=4),
        pairs=[earlier("ann", "kim")],
        overrides=[override("lock", "eva", "kim")],
    )
    proposal = plan(programme, **only(proximity=100))
    names = proposal.pool.candidates.mentees["id"].to_list()
    told = board_plan(proposal, speaker("en"), changed=["bea"])
    assert {key: [names[row] for row in rows] for key, rows in told["filters"].items()} == {
        "all": ["ann", "bea", "cas", "eva"],
        "out": ["dirk"],
        "fixed": ["ann", "eva"],
        "low": ["bea", "cas"],
        "unplaced": [],
        "changed": ["bea"],
    }
    confirmed, bea, cas, dirk, locked = told["status"]
    assert (bea == cas, dirk, len({confirmed, bea, locked})) == (True, "", 3)
    assert [bool(look) for look in told["look"]] == [False, True, True, True, False]
    assert told["look"][3] == "takes no part"


def test_a_pair_that_is_not_sure_is_in_doubt():
    proposal = plan(snapshot(mentee("ann", city="Gent"), mentor("kim", city="Gent")), **only(proximity=9))
    sureness = Sureness([say("no")], np.array([True]))
    assert board_sure(proposal, DUTCH, sureness) == {"words": ["nee"], "doubt": [0]}
    assert board_sure(proposal, DUTCH)["words"] == ["…"]


def test_a_blind_board_knows_no_names():
    programme = blind(snapshot(mentee("ann", full_name="Ann Vos"), mentor("kim", full_name="Kim Boer")))
    people = board_people(plan(programme), Names.of(programme))
    assert people["mentees"] == [["ann", "Mentee 1"]]
    assert people["mentors"] == [["kim", "Mentor 1"]]


def test_the_board_has_the_same_words_in_both_languages():
    english, dutch = (board_words(speaker(language)) for language in ("en", "nl"))
    assert english.keys() == dutch.keys()
    assert [key for key, _ in dutch["filters"]] == list(FILTERS)
