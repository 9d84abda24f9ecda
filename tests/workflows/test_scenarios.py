"""Named settings kept, used and removed, and pairs of another plan taken over: whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot, applied
from mentorkit.matching import DEFAULT_WEIGHTS, Pool, Proposal, Settings, propose
from mentorkit.matching.insight.scenarios import stored_settings
from mentorkit.model import Changes, Pair, Programme
from mentorkit.model.programme import LONGEST_NAME
from mentorkit.store import Store
from mentorkit.workflows.pairing.pairing import confirm, decide_on, set_aim, set_rules_off, set_weights
from mentorkit.workflows.pairing.scenarios import (
    delete_scenario,
    rename_scenario,
    save_scenario,
    take_over,
    use_scenario,
)
from tests.matching.small import ids, mentee, mentor, plan, snapshot
from tests.store.cases import BY
from tests.workflows.cases import only, spoken

BY_CITY = only(proximity=10)
PROGRAMME = snapshot(
    mentee("ann", city="Gent"),
    mentee("bea", city="Luik"),
    mentee("cas", is_paused=True),
    mentor("kim", city="Gent"),
    mentor("lou", city="Luik"),
)
SWAPPED = np.array([1, 0, -1])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "p.mentorkit", Programme(id="programme", name="P"), **BY) as store:
        yield store


def do(store: Store, changes: Changes) -> Snapshot:
    store.apply(changes, **BY)
    return store.load()


def refusal(action: object, *arguments: object) -> tuple[str, str]:
    with pytest.raises(NotLawful) as refused:
        action(*arguments)
    return spoken(refused.value.message)


def proposed(programme: Snapshot = PROGRAMME) -> Proposal:
    return plan(programme, **BY_CITY)


def test_settings_are_kept_used_and_removed_and_each_step_can_be_undone(store: Store):
    do(store, set_weights(store.load(), {**DEFAULT_WEIGHTS, "proximity": 60.0}))
    do(store, set_rules_off(store.load(), frozenset({"language"})))
    do(store, set_aim(store.load(), "total", 0.25))
    kept = do(store, save_scenario(store.load(), "  More   nearby "))
    (scenario,) = kept.scenarios
    assert scenario.name == "More nearby"
    assert stored_settings(scenario) == stored_settings(kept.programme)
    do(store, set_weights(store.load(), DEFAULT_WEIGHTS))
    do(store, set_aim(store.load(), "leximin", 0.0))
    used = do(store, use_scenario(store.load(), scenario.id))
    assert stored_settings(used.programme) == stored_settings(scenario)
    assert use_scenario(used, scenario.id) == Changes("scenario")
    store.undo(**BY)
    assert store.load().programme.aim == "leximin"
    assert do(store, rename_scenario(store.load(), scenario.id, "Near")).scenarios[0].name == "Near"
    assert do(store, delete_scenario(store.load(), scenario.id)).scenarios == ()
    store.undo(**BY)
    store.undo(**BY)
    assert [one.name for one in store.load().scenarios] == ["More nearby"]


def test_an_aim_that_is_the_stored_one_is_no_change():
    assert set_aim(PROGRAMME, "placed", 0.0) == Changes("aim")
    (item,) = set_aim(PROGRAMME, "placed", 0.5).items
    assert item.row.unplaced_price == 0.5


def test_a_name_must_be_there_fit_and_be_free(store: Store):
    kept = do(store, save_scenario(store.load(), "Near"))
    (scenario,) = kept.scenarios
    assert refusal(save_scenario, kept, " ")[0] == "Give the settings a name first."
    assert "201" in refusal(save_scenario, kept, "x" * (LONGEST_NAME + 1))[0]
    assert "NEAR" in refusal(save_scenario, kept, "NEAR")[0]
    assert rename_scenario(kept, scenario.id, "Near") == Changes("scenario")
    assert rename_scenario(kept, scenario.id, "NEAR").items[0].row.name == "NEAR"


@pytest.mark.parametrize("action", [use_scenario, delete_scenario, lambda *at: rename_scenario(*at, "X")])
def test_settings_that_are_gone_are_refused_kindly(action: object):
    assert refusal(action, PROGRAMME, "gone")[0] == "These settings were removed in the meantime."


def test_pairs_of_another_plan_are_taken_over_all_at_once():
    proposal = proposed()
    assert ids(proposal) == {"ann": "kim", "bea": "lou"}
    changes = take_over(PROGRAMME, proposal, SWAPPED, [0, 1], "We talked")
    assert {(item.row.kind, item.row.mentee_id, item.row.mentor_id) for item in changes.items} == {
        ("choose", "ann", "lou"),
        ("choose", "bea", "kim"),
    }
    assert ids(proposed(applied(PROGRAMME, changes))) == {"ann": "lou", "bea": "kim"}


def test_a_whole_plan_is_taken_over_but_for_who_is_not_placed_or_confirmed():
    one = applied(PROGRAMME, confirm(PROGRAMME, proposed(), "Carla", BY["now"]))
    one = one.with_table(Pair, one.pairs.filter(one.pairs["mentee_id"] == "bea"))
    changes = take_over(one, proposed(one), np.array([0, 0, -1]), None, "We talked")
    assert [item.row.mentee_id for item in changes.items] == ["ann"]


def test_a_pair_that_is_in_both_plans_is_locked():
    proposal = proposed()
    (item,) = take_over(PROGRAMME, proposal, proposal.mentor_of, [0], "Good").items
    assert item.row.kind == "lock"


def test_an_earlier_word_on_the_mentee_is_replaced_and_leaves_its_place():
    """Bea was locked to Lou; Ann may have Lou when Bea is taken over too, and not alone."""
    proposal = proposed()
    locked = applied(PROGRAMME, decide_on(PROGRAMME, proposal, ("bea", "lou"), "lock", "First thought"))
    proposal = proposed(locked)
    both = applied(locked, take_over(locked, proposal, SWAPPED, [1, 0], "Better"))
    assert ids(proposed(both)) == {"ann": "lou", "bea": "kim"}
    assert both.overrides.height == 2
    assert "lou" in refusal(take_over, locked, proposal, SWAPPED, [0], "Better")[0]


def test_what_cannot_be_taken_over_is_refused_kindly():
    proposal = proposed()
    assert refusal(take_over, PROGRAMME, proposal, SWAPPED, [], "Why")[0].startswith("Choose at least one")
    assert refusal(take_over, PROGRAMME, proposal, SWAPPED, [0, 2], "Why")[0].startswith("A mentee you chose")
    assert refusal(take_over, PROGRAMME, proposal, SWAPPED, [0], " ")[0].startswith("Give a reason")
    full = np.array([0, 0, -1])
    assert "no place left" in refusal(take_over, PROGRAMME, proposal, full, [0, 1], "Why")[0]
    unlawful = np.array([0, 1, 0])
    assert "cas" in refusal(take_over, PROGRAMME, proposal, unlawful, [2], "Why")[0]


def test_a_confirmed_pair_is_not_taken_over(store: Store):
    pool = Pool.of(PROGRAMME)
    proposal = propose(pool, Settings(BY_CITY))
    changes = confirm(PROGRAMME, proposal, "Carla", BY["now"])
    decided = applied(PROGRAMME, changes)
    assert "Release" in refusal(take_over, decided, proposed(decided), SWAPPED, [0], "Why")[0]
