"""New pairs in a running programme: chosen by a person, on record, replayed and undone."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot, applied, rows_of
from mentorkit.matching.decision.replay import ReplayOutcome, content_of, replay
from mentorkit.matching.rematch import Reach
from mentorkit.model import Application, Closure, Decision, Insert, Override, Pair, Person
from mentorkit.model.change import Changes
from mentorkit.store import Store
from mentorkit.workflows.pairing.rematch import choose_rematch, menu_of
from mentorkit.workflows.progress.closing import Ending, end_pairs, reopen_pair
from tests.matching.small import decision, earlier, mentee, mentor, override, snapshot
from tests.store.cases import BY, rows_in

NOW = datetime(2026, 9, 14, 8, 30, tzinfo=UTC)
TODAY = NOW.date()
WHOLE = Reach()


def lines() -> Snapshot:
    """Bea waits and only Kim can have her; Kim has Ann, who could go to Lou; Cas has Max."""
    return snapshot(
        mentee("ann", goals=("law",), languages=("nl", "fr")),
        mentee("bea", goals=("care",), languages=("nl",)),
        mentee("cas", goals=("art",), languages=("de",)),
        mentor("kim", topics=("law", "care"), capacity=1, languages=("nl",)),
        mentor("lou", topics=("law",), capacity=1, languages=("fr",)),
        mentor("max", topics=("art",), capacity=1, languages=("de",)),
        pairs=[earlier("ann", "kim"), earlier("cas", "max")],
    ).with_table(Decision, [decision()])


def active(now: Snapshot) -> set[tuple[str, str]]:
    return {(one.mentee_id, one.mentor_id) for one in rows_of(now.active_pairs, Pair)}


def chosen(now: Snapshot, moves: int, reach: Reach = WHOLE, at: datetime = NOW) -> Snapshot:
    step = next(one for one in menu_of(now, reach) if one.moves == moves)
    return applied(now, choose_rematch(now, step, reach, "Carla", at))


def newest(now: Snapshot) -> Decision:
    return max(now.rows(Decision), key=lambda one: one.decided_at)


def test_the_pair_that_moves_ends_by_nobodys_fault_and_two_new_ones_stand():
    after = chosen(lines(), 1)
    assert active(after) == {("ann", "lou"), ("bea", "kim"), ("cas", "max")}
    (closed,) = after.rows(Closure)
    assert (closed.pair_id, closed.kind, closed.reason, closed.asked_by) == (
        *("ann-kim", "early", "rematch"),
        "coordinator",
    )
    ended = next(one for one in after.rows(Pair) if one.id == "ann-kim")
    assert (ended.ended_on, ended.has_failed) == (TODAY, False)
    made = {one.confirmed_on for one in after.rows(Pair) if one.decision_id == newest(after).id}
    assert (made, newest(after).pair_count, newest(after).unplaced_count) == ({TODAY}, 2, 0)


def test_a_pair_that_is_kept_by_her_word_is_never_among_those_that_move():
    now = lines().with_table(Override, [override("lock", "ann", "kim")])
    assert [one.moves for one in menu_of(now, WHOLE)] == [0]
    ended = applied(now, end_pairs(now, ["ann-kim"], Ending(TODAY, "early", "both", "no_click"), TODAY))
    assert ended.rows(Override) == []


def test_the_record_tells_what_ended_and_what_was_left_alone_and_replays():
    reach = Reach(stay=frozenset({"cas"}))
    after = chosen(lines(), 1, reach)
    told = content_of(newest(after))["rematch"]
    assert told == {"ended": [{"mentee": "ann", "mentor": "kim"}], "stay": ["cas"], "wait": []}
    assert replay(after, newest(after)).outcome is ReplayOutcome.IDENTICAL


def test_a_decision_still_replays_after_a_pair_of_before_it_ended_or_went_on():
    after = chosen(lines(), 1)
    ended = applied(after, end_pairs(after, ["cas-max"], Ending(TODAY, "early", "both", "no_click"), TODAY))
    assert replay(ended, newest(ended)).outcome is ReplayOutcome.IDENTICAL
    again = applied(ended, reopen_pair(ended, "cas-max", TODAY))
    assert replay(again, newest(again)).outcome is ReplayOutcome.IDENTICAL


def test_two_choices_in_a_row_both_replay():
    first = chosen(lines(), 1)
    told = Ending(TODAY, "early", "mentor", "time", frozenset({"mentee"}))
    new = next(one.id for one in first.rows(Pair) if (one.mentee_id, one.mentor_id) == ("bea", "kim"))
    people = [*first.rows(Person), Person(id="nel", full_name="Nel", languages=("nl",))]
    one = first.with_table(Person, people)
    row = Application(id="nel-mentor", person_id="nel", role="mentor", topics=("care",))
    one = one.with_table(Application, [*one.rows(Application), row])
    one = applied(one, end_pairs(one, [new], told, TODAY))
    second = chosen(one, 0, at=NOW + timedelta(days=1))
    assert ("bea", "nel") in active(second)
    assert replay(second, newest(second)).outcome is ReplayOutcome.IDENTICAL


def test_a_menu_that_is_not_that_of_now_any_more_makes_nothing():
    seen = menu_of(lines(), WHOLE)[1]
    now = lines().with_table(Pair, [earlier("cas", "max")])
    with pytest.raises(NotLawful, match="changed since you saw it"):
        choose_rematch(now, seen, WHOLE, "Carla", NOW)


def test_a_step_that_makes_no_pair_is_not_confirmed():
    with pytest.raises(NotLawful, match="no new pair"):
        choose_rematch(lines(), menu_of(lines(), WHOLE)[0], WHOLE, "Carla", NOW)


def test_it_is_undone_as_one_step(tmp_path: Path):
    with Store.create(tmp_path / "p.mentorkit", lines().programme, **BY) as store:
        rows = [row for row in rows_in(lines()) if row.table != "programme"]
        store.apply(Changes("confirm", tuple(map(Insert, rows))), **BY)
        before = store.load()
        step = menu_of(before, WHOLE)[1]
        store.apply(choose_rematch(before, step, WHOLE, "Carla", NOW), **BY)
        assert active(store.load()) != active(before)
        assert store.undo(**BY).action == "rematch"
        assert rows_in(store.load()) == rows_in(before)


def test_who_stopped_with_somebody_comes_back_for_another_and_not_for_the_same():
    told = Ending(TODAY, "early", "mentee", "no_click")
    now = applied(lines(), end_pairs(lines(), ["ann-kim"], told, TODAY))
    menu = menu_of(now, WHOLE)
    after = chosen(now, menu[0].moves)
    assert ("ann", "kim") not in active(after)
    assert ("ann", "lou") in active(after)
    assert date(2026, 9, 14) == TODAY
