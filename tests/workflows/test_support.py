"""Points of support, self-checks, meetings of mentors, lessons and draws: noted, changed and undone."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from mentorkit.errors import NotLawful
from mentorkit.frames import applied
from mentorkit.matching.decision.lots import order_by_lot
from mentorkit.model import Draw, Intervision, Issue, Lesson, SelfCheck, ThirdParty
from mentorkit.store import Store
from mentorkit.workflows.progress import support
from tests.store.cases import BY, rows_in
from tests.workflows.started import TODAY, started, stored_start

ANN, CAS = "ann-bo", "cas-dee"
NEXT = TODAY + timedelta(days=7)


def then(now, changes):
    return applied(now, changes)


def with_issue():
    return then(started(), support.note_issue(started(), ANN, "time", " Carla ", NEXT, TODAY))


def test_what_gets_in_the_way_is_a_kind_a_name_and_a_day():
    (row,) = with_issue().rows(Issue)
    assert (row.kind, row.owner, row.next_on, row.state) == ("time", "Carla", NEXT, "open")
    again = then(with_issue(), support.note_issue(with_issue(), ANN, "time", "Bo", None, TODAY))
    assert [(one.owner, one.next_on) for one in again.rows(Issue)] == [("Bo", None)]


@pytest.mark.parametrize(("pair", "owner", "field"), [(None, "Carla", "pair"), (ANN, " ", "owner")])
def test_a_point_needs_a_pair_and_somebody_who_takes_it_up(pair, owner, field):
    with pytest.raises(NotLawful) as refused:
        support.note_issue(started(), pair, "time", owner, None, TODAY)
    assert refused.value.field == field


def test_a_name_that_is_too_long_is_refused_at_its_field():
    with pytest.raises(NotLawful) as refused:
        support.note_issue(started(), ANN, "time", "x" * 81, None, TODAY)
    assert refused.value.field == "owner"


def test_a_point_is_referred_to_somebody_outside_who_then_stays_on_the_list():
    now = then(with_issue(), support.keep_third_party(with_issue(), "Huis", "language", "02 555 00 00"))
    (contact,) = now.rows(ThirdParty)
    (row,) = now.rows(Issue)
    now = then(
        now,
        support.follow_up_issue(now, row.id, state="third_party", third_party_id=contact.id, next_on=None),
    )
    (row,) = now.rows(Issue)
    assert (row.state, row.third_party_id, row.owner) == ("third_party", contact.id, "Carla")
    with pytest.raises(NotLawful, match="stays on the list"):
        support.remove_third_party(now, contact.id)
    free = then(now, support.follow_up_issue(now, row.id, third_party_id=None))
    assert then(free, support.remove_third_party(free, contact.id)).rows(ThirdParty) == []


def test_of_a_self_check_only_comes_back_whether_it_is_done():
    now = then(started(), support.give_self_checks(started(), [ANN, CAS], TODAY))
    assert support.give_self_checks(now, [ANN, CAS], TODAY).items == ()
    one, other = now.rows(SelfCheck)
    done = then(now, support.set_self_checks_done(now, {one.id}, NEXT))
    assert {row.id: row.done_on for row in done.rows(SelfCheck)} == {one.id: NEXT, other.id: None}
    assert support.set_self_checks_done(done, {one.id}, NEXT + timedelta(days=1)).items == ()
    back = then(done, support.set_self_checks_done(done, set(), NEXT))
    assert [row.done_on for row in back.rows(SelfCheck)] == [None, None]
    assert set(SelfCheck.model_fields) == {"id", "revision", "pair_id", "given_on", "done_on"}


def test_mentors_are_expected_at_a_meeting_and_were_there_or_not():
    now = then(started(), support.set_intervision(started(), ["bo", "dee"], NEXT, None))
    now = then(now, support.set_intervision(now, ["dee"], NEXT, True))
    assert {row.person_id: row.was_there for row in now.rows(Intervision)} == {"bo": None, "dee": True}
    for mentors, day, field in (([], NEXT, "mentors"), (["bo"], None, "day")):
        with pytest.raises(NotLawful) as refused:
            support.set_intervision(started(), mentors, day, None)
        assert refused.value.field == field


def test_a_lesson_is_kept_once_and_taken_away():
    now = then(started(), support.keep_lesson(started(), "start", " Begin after the holidays ", TODAY))
    assert support.keep_lesson(now, "start", "Begin after the holidays", TODAY).items == ()
    (row,) = now.rows(Lesson)
    assert row.text == "Begin after the holidays"
    assert then(now, support.remove_lesson(now, row.id)).rows(Lesson) == []
    with pytest.raises(NotLawful):
        support.keep_lesson(started(), "start", "  ", TODAY)


def test_a_draw_can_be_drawn_again_and_the_order_of_the_list_counts_for_nothing():
    people = [f"p{number}" for number in range(20)]
    by = {"author": "Carla", "seed": "2026"}
    one, other = (support.draw_waiting(listed, 5, by, TODAY) for listed in (people, people[::-1]))
    assert one == other
    (row,) = then(started(), one).rows(Draw)
    assert support.drawn(row) == order_by_lot("2026", people)[:5]
    assert order_by_lot("2027", people) != order_by_lot("2026", people)
    for places in (0, 20, 21):
        with pytest.raises(NotLawful, match="nothing to draw"):
            support.draw_waiting(people, places, by, TODAY)


def test_over_many_seeds_everybody_is_drawn_as_often():
    """Five of twenty, 4,000 times: 1,000 each; six standard errors are 164."""
    people = [f"p{number}" for number in range(20)]
    times = Counter(one for seed in range(4000) for one in order_by_lot(str(seed), people)[:5])
    assert all(abs(times[one] - 1000) < 164 for one in people)


ACTIONS = {
    "issue": lambda now: support.note_issue(now, ANN, "needs", "Carla", NEXT, TODAY),
    "third_party": lambda now: support.keep_third_party(now, "Huis", "legal", ""),
    "self_check": lambda now: support.give_self_checks(now, [ANN], TODAY),
    "intervision": lambda now: support.set_intervision(now, ["bo"], NEXT, None),
    "lesson": lambda now: support.keep_lesson(now, "closing", "Earlier", TODAY),
    "draw": lambda now: support.draw_waiting(["ann", "cas"], 1, {"author": "C", "seed": "1"}, TODAY),
}


@pytest.mark.parametrize("action", ACTIONS)
def test_every_step_is_undone(action: str, tmp_path: Path):
    with Store.open(stored_start(tmp_path / "p.mentorkit"), now=BY["now"]) as store:
        before = rows_in(store.load())
        store.apply(ACTIONS[action](store.load()), **BY)
        assert rows_in(store.load()) != before
        assert store.undo(**BY).action == action
        assert rows_in(store.load()) == before
