"""How far pairs are: noted in batch, taken back, declined with a reason that the next proposal knows."""

from datetime import date

import pytest

from mentorkit.documents.texts import Text, text_of
from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot, applied
from mentorkit.matching import Pool
from mentorkit.model import Decline, Expectation, OwnText, Pair, SaidAloud, StartStep
from mentorkit.workflows.next_round import next_round
from mentorkit.workflows.pairing.pairing import release
from mentorkit.workflows.start.introduce import set_text
from mentorkit.workflows.start.steps import decline, record_expectations, set_aloud, set_steps
from tests.workflows.started import TODAY, started

BOTH = ("ann-bo", "cas-dee")
LATER = date(2026, 9, 28)


def days(snapshot: Snapshot) -> dict[tuple[str, str], date]:
    return {(row.pair_id, row.kind): row.day for row in snapshot.rows(StartStep)}


def expects(pair: str, **more) -> Expectation:
    known = {"id": "new", "side": "mentee", "answered_on": TODAY, "choices": {"rhythm": "monthly"}}
    return Expectation(pair_id=pair, **known | more)


def test_steps_of_many_pairs_are_noted_at_once_with_their_day():
    after = applied(started(), set_steps(started(), BOTH, ("introduced",), TODAY))
    assert days(after) == dict.fromkeys([(pair, "introduced") for pair in BOTH], TODAY)


def test_a_step_noted_again_is_no_change_and_on_another_day_moves():
    after = applied(started(), set_steps(started(), BOTH, ("planned",), TODAY))
    assert set_steps(after, BOTH, ("planned",), TODAY).items == ()
    moved = applied(after, set_steps(after, ("ann-bo",), ("planned",), LATER))
    assert days(moved) == {("ann-bo", "planned"): LATER, ("cas-dee", "planned"): TODAY}


def test_a_step_that_did_not_happen_is_taken_back_alone():
    said = applied(started(), set_steps(started(), BOTH, ("mentee_agreed", "mentor_agreed"), TODAY))
    after = applied(said, set_steps(said, ("ann-bo",), ("mentor_agreed",), None))
    assert ("ann-bo", "mentor_agreed") not in days(after)
    assert len(days(after)) == 3
    assert set_steps(after, ("ann-bo",), ("mentor_agreed",), None).items == ()


@pytest.mark.parametrize(
    "act",
    [
        lambda now: set_steps(now, (), ("introduced",), TODAY),
        lambda now: decline(now, (), "mentee", "time", "", TODAY),
    ],
)
def test_without_a_pair_nothing_is_noted_and_the_field_is_named(act):
    with pytest.raises(NotLawful) as refused:
        act(started())
    assert refused.value.field == "pairs"


def test_who_says_no_ends_the_pair_with_the_reason_and_the_two_are_not_put_together_again():
    before = started()
    after = applied(before, decline(before, ("ann-bo",), "mentee", "themes", " wants finance ", TODAY))
    (said,) = after.rows(Decline)
    assert (said.side, said.reason, said.remark, said.declined_on) == (
        "mentee",
        "themes",
        "wants finance",
        TODAY,
    )
    ended = {pair.id: (pair.ended_on, pair.has_failed) for pair in after.rows(Pair)}
    assert ended == {"ann-bo": (TODAY, True), "cas-dee": (None, False)}
    candidates = Pool.of(after).candidates
    place = candidates.row_of_mentee["ann"], candidates.column_of_mentor["bo"]
    assert (bool(Pool.of(before).allowed()[place]), bool(Pool.of(after).allowed()[place])) == (True, False)


@pytest.mark.parametrize(("reason", "is_paused"), [("stops", True), ("time", True), ("themes", None)])
def test_who_has_no_time_or_stops_is_paused_and_nobody_else_is(reason, is_paused):
    after = applied(started(), decline(started(), ("ann-bo",), "mentor", reason, "", TODAY))
    paused = dict(after.applications.select("person_id", "is_paused").iter_rows())
    assert paused == {"ann": None, "bo": is_paused, "cas": None, "dee": None}


def test_a_released_pair_takes_what_was_noted_of_it_along():
    noted = applied(started(), set_steps(started(), BOTH, ("introduced", "signed"), TODAY))
    noted = applied(noted, record_expectations(noted, [expects("ann-bo"), expects("cas-dee")]))
    noted = applied(noted, set_aloud(noted, "ann-bo", ["rhythm"], TODAY))
    after = applied(noted, release(noted, "ann"))
    assert {pair for pair, _ in days(after)} == {"cas-dee"}
    assert [row.pair_id for row in after.rows(Expectation)] == ["cas-dee"]
    assert after.rows(SaidAloud) == []


def test_expectations_recorded_again_replace_those_of_the_same_side_only():
    once = applied(
        started(), record_expectations(started(), [expects("ann-bo"), expects("ann-bo", side="mentor")])
    )
    assert record_expectations(once, [expects("ann-bo", answered_on=LATER)]).items == ()
    after = applied(once, record_expectations(once, [expects("ann-bo", choices={"rhythm": "weekly"})]))
    kept = {row.side: row.choices["rhythm"] for row in after.rows(Expectation)}
    assert kept == {"mentee": "weekly", "mentor": "monthly"}


def test_what_was_said_aloud_keeps_its_day_and_can_be_unticked():
    once = applied(started(), set_aloud(started(), "ann-bo", ["rhythm", "reply"], TODAY))
    after = applied(once, set_aloud(once, "ann-bo", ["rhythm", "way"], LATER))
    assert {row.question: row.said_on for row in after.rows(SaidAloud)} == {"rhythm": TODAY, "way": LATER}


def test_a_text_is_kept_in_her_words_and_ours_comes_back():
    mine = Text("Hello {{ names }}", "Talk to each other.\n")
    after = applied(started(), set_text(started(), "introduction", "nl", mine))
    assert [(row.id, row.subject) for row in after.rows(OwnText)] == [("introduction.nl", mine.subject)]
    assert set_text(after, "introduction", "nl", mine).items == ()
    back = applied(after, set_text(after, "introduction", "nl", text_of("introduction", "nl")))
    assert back.rows(OwnText) == []


def test_the_next_round_knows_who_said_no_and_her_texts_and_no_step():
    before = started()
    for changes in (
        lambda now: set_steps(now, BOTH, ("introduced",), TODAY),
        lambda now: decline(now, ("ann-bo",), "mentee", "themes", "", TODAY),
        lambda now: set_text(now, "no_talk", "en", Text("Dear {{ names }}", "Talk.\n")),
    ):
        before = applied(before, changes(before))
    kept = {type(change.row) for change in next_round(before, LATER).items}
    assert kept >= {Decline, OwnText}
    assert StartStep not in kept
