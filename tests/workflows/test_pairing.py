"""What she does while pairing: each action, and each refusal in her own language."""

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, date, datetime

import numpy as np
import pytest

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot, applied
from mentorkit.matching import CRITERIA, DEFAULT_WEIGHTS, RULES, Proposal
from mentorkit.matching.decision.record import table_hashes
from mentorkit.model import (
    Application,
    Changes,
    Decision,
    Delete,
    FrozenScore,
    Insert,
    OverrideKind,
    Pair,
    Person,
    action_words,
)
from mentorkit.workflows.pairing.pairing import (
    confirm,
    decide_on,
    release,
    set_blind,
    set_rules_off,
    set_weights,
    withdraw,
)
from tests.matching.small import START, blind, earlier, ids, mentee, mentor, override, plan, snapshot
from tests.workflows.cases import (
    read_one_after_another,
    sample_files,
    sample_plan,
    shuffled,
    sign_ups,
    spoken,
)

NOW = datetime(2026, 9, 14, 8, 30, tzinfo=UTC)
ANN_BEA_KIM = (
    mentee("ann", full_name="Ann Vos", languages=["nl"]),
    mentee("bea", full_name="Bea Smit", languages=["nl"]),
    mentor("kim", full_name="Kim Boer", languages=["nl"], capacity=1),
    mentor("lou", full_name="Lou Mulder", languages=["fr"], capacity=1),
)


def word(
    programme: Snapshot,
    kind: OverrideKind = "lock",
    mentee_id: str = "ann",
    mentor_id: str | None = "kim",
    reason: str = "They know each other",
) -> Changes:
    return decide_on(programme, plan(programme), (mentee_id, mentor_id), kind, reason)


def refusal(action: Callable[[], Changes]) -> tuple[str, str]:
    with pytest.raises(NotLawful) as caught:
        action()
    return spoken(caught.value.message)


def confirmed(programme: Snapshot, proposal: Proposal | None = None) -> tuple[Decision, list[Pair]]:
    decision, *rows = (
        item.row for item in confirm(programme, proposal or plan(programme), "Carla", NOW).items
    )
    return decision, [row for row in rows if isinstance(row, Pair)]


def content(programme: Snapshot, proposal: Proposal | None = None) -> dict[str, object]:
    return json.loads(confirmed(programme, proposal)[0].record)


def test_weights_that_are_the_stored_ones_are_no_change():
    programme = snapshot()
    assert set_weights(programme, DEFAULT_WEIGHTS).items == ()
    (item,) = set_weights(programme, {**DEFAULT_WEIGHTS, "proximity": 12.0}).items
    changed = applied(programme, Changes("weights", (item,)))
    assert set_weights(changed, {**DEFAULT_WEIGHTS, "proximity": 12.0}).items == ()
    assert len(set_weights(changed, DEFAULT_WEIGHTS).items) == 1


def test_conditions_that_protect_people_stay_on():
    (item,) = set_rules_off(snapshot(), frozenset(rule.key for rule in RULES)).items
    assert set(item.row.rules_off) == {rule.key for rule in RULES if not rule.is_fixed}
    changed = applied(snapshot(), Changes("rules", (item,)))
    assert set_rules_off(changed, frozenset(rule.key for rule in RULES)).items == ()


@pytest.mark.parametrize("reason", ["", "  \n "])
@pytest.mark.parametrize("kind", ["lock", "choose", "forbid"])
def test_a_word_without_a_reason_is_refused(kind: OverrideKind, reason: str):
    assert refusal(lambda: word(snapshot(*ANN_BEA_KIM), kind, reason=reason)) == (
        "Give a reason, so that the decision can be explained later.",
        "Geef een reden, zodat het besluit later uit te leggen is.",
    )


def test_a_reason_that_does_not_fit_is_refused_and_one_that_fits_is_kept_whole():
    programme = snapshot(*ANN_BEA_KIM)
    assert refusal(lambda: word(programme, reason="x" * 1001)) == (
        "The reason has 1,001 characters and there is room for 1,000. Make it shorter.",
        "De reden heeft 1.001 tekens en er is plaats voor 1.000. Maak de reden korter.",
    )
    (item,) = word(programme, reason=f" {'x' * 1000}\n").items
    assert item.row.reason == "x" * 1000


def test_another_mentor_must_be_chosen_first():
    assert refusal(lambda: word(snapshot(*ANN_BEA_KIM), "choose", mentor_id=None)) == (
        "Choose a mentor first.",
        "Kies eerst een mentor.",
    )


@pytest.mark.parametrize("kind", ["lock", "choose", "forbid"])
@pytest.mark.parametrize("mentor_id", ["kim", "lou"])
def test_there_is_no_word_on_a_mentee_whose_pair_is_confirmed(kind: OverrideKind, mentor_id: str):
    programme = snapshot(*ANN_BEA_KIM, pairs=[earlier("ann", "kim")])
    assert refusal(lambda: word(programme, kind, mentor_id=mentor_id)) == (
        "This mentee has a confirmed pair. Release that pair first.",
        "Deze mentee zit in een bevestigd koppel. Maak dat eerst los.",
    )


def test_a_pair_that_ended_does_not_stand_in_the_way():
    programme = snapshot(*ANN_BEA_KIM, pairs=[earlier("ann", "kim", ended_on=date(2026, 6, 1))])
    assert len(word(programme).items) == 1


@pytest.mark.parametrize("kind", ["lock", "choose"])
def test_a_pair_that_breaks_a_condition_is_refused(kind: OverrideKind):
    programme = snapshot(*ANN_BEA_KIM)
    assert refusal(lambda: word(programme, kind, mentor_id="lou")) == (
        "Ann Vos and Lou Mulder have no language in common.",
        "Ann Vos en Lou Mulder spreken niet dezelfde taal.",
    )
    without = plan(programme, rules_off=["language"])
    assert len(decide_on(programme, without, ("ann", "lou"), kind, "Fluent after all").items) == 1


def test_a_refusal_keeps_names_hidden():
    """Found while reading along: it gave away who they are."""
    assert "Ann" not in " ".join(refusal(lambda: word(blind(snapshot(*ANN_BEA_KIM)), mentor_id="lou")))


def test_a_condition_that_protects_people_is_never_off():
    programme = snapshot(mentee("ann", avoids=["kim"]), mentor("kim"))
    everything_off = plan(programme, rules_off=[rule.key for rule in RULES])
    assert refusal(lambda: decide_on(programme, everything_off, ("ann", "kim"), "choose", "Please")) == (
        "One of the two, ann or kim, would rather not.",
        "ann of kim wil liever niet met de ander gekoppeld worden.",
    )


def test_a_no_stays_a_no_whatever_is_switched_off():
    programme = snapshot(mentee("ann"), mentor("kim"), pairs=[earlier("ann", "kim", START, has_failed=True)])
    everything_off = plan(programme, rules_off=[rule.key for rule in RULES])
    assert ids(everything_off) == {}
    assert ids(plan(programme.with_table(Pair, [earlier("ann", "kim", START)]))) == {"ann": "kim"}


def test_what_breaks_a_condition_may_still_be_ruled_out():
    assert len(word(snapshot(*ANN_BEA_KIM), "forbid", mentor_id="lou").items) == 1


@pytest.mark.parametrize("is_confirmed", [True, False])
def test_a_mentor_whose_places_are_decided_on_is_full(is_confirmed: bool):
    taken = (
        {"pairs": [earlier("bea", "kim")]}
        if is_confirmed
        else {"overrides": [override("lock", "bea", "kim")]}
    )
    assert refusal(lambda: word(snapshot(*ANN_BEA_KIM, **taken))) == (
        "Kim Boer has no place left beside the pairs you decided on.",
        "Kim Boer heeft geen plaats meer naast de koppels die je al koos.",
    )


def test_a_place_that_is_only_proposed_is_free():
    programme = snapshot(*ANN_BEA_KIM)
    (placed,) = ids(plan(programme))
    (other,) = {"ann", "bea"} - {placed}
    assert len(word(programme, "choose", mentee_id=other).items) == 1


def test_her_own_earlier_place_is_free():
    programme = snapshot(*ANN_BEA_KIM, overrides=[override("lock", "ann", "kim")])
    gone, new = word(programme, "choose").items
    assert (type(gone), gone.row.kind, type(new), new.row.kind) == (Delete, "lock", Insert, "choose")


def test_a_wish_replaces_the_other_wish_and_the_ban_on_the_pair():
    words = [
        override("lock", "ann", "lou"),
        override("forbid", "ann", "kim"),
        override("forbid", "bea", "kim"),
    ]
    programme = snapshot(*ANN_BEA_KIM, overrides=words)
    *gone, new = word(programme).items
    assert {item.row.id for item in gone} == {"lock-ann-lou", "forbid-ann-kim"}
    assert ids(plan(applied(programme, Changes("override", (*gone, new)))))["ann"] == "kim"


def test_a_ban_replaces_the_wish_on_that_pair_and_no_other():
    words = [override("lock", "ann", "kim"), override("forbid", "ann", "lou")]
    programme = snapshot(*ANN_BEA_KIM, overrides=words)
    *gone, new = word(programme, "forbid").items
    assert [item.row.id for item in gone] == ["lock-ann-kim"]
    assert (new.row.kind, new.row.mentee_id, new.row.mentor_id) == ("forbid", "ann", "kim")


def test_a_word_is_taken_back_as_it_was_read():
    programme = snapshot(*ANN_BEA_KIM, overrides=[override("lock", "ann", "kim", revision=4)])
    assert withdraw(programme, "lock-ann-kim").items == (Delete(override("lock", "ann", "kim", revision=4)),)
    assert withdraw(programme, "nothing").items == ()


def test_only_the_running_pair_of_a_mentee_is_released():
    ended = earlier("ann", "lou", ended_on=date(2026, 6, 1))
    programme = snapshot(*ANN_BEA_KIM, pairs=[ended, earlier("ann", "kim")])
    assert release(programme, "ann").items == (Delete(earlier("ann", "kim")),)
    assert release(programme, "bea").items == ()


def test_with_nothing_new_there_is_nothing_to_confirm():
    programme = snapshot(mentee("ann"), mentor("kim"), pairs=[earlier("ann", "kim")])
    nothing = ("There is no new pair to confirm.", "Er is geen nieuw koppel om te bevestigen.")
    assert refusal(lambda: confirm(programme, plan(programme), "Carla", NOW)) == nothing
    assert refusal(lambda: confirm(snapshot(), plan(snapshot()), "Carla", NOW)) == nothing


def test_what_a_score_rests_on_is_kept_with_the_pair_and_goes_when_it_is_released():
    programme = snapshot(
        mentee("ann", goals=["data", "speaking"]),
        mentor("kim", topics=["data"]),
        mentor("lou", topics=["data", "speaking"]),
        overrides=[override("lock", "ann", "kim")],
    )
    changes = confirm(programme, plan(programme), "Carla", NOW)
    now = applied(programme, changes)
    ((pair,), (kept,)) = now.rows(Pair), now.rows(FrozenScore)
    assert kept.criteria["goal_coverage"] == pytest.approx(0.5)
    assert (kept.pair_id, kept.place) == (pair.id, 2), "lou teaches both"
    assert kept.best > pair.score
    assert kept.spread == pytest.approx((kept.best - pair.score) / 2)
    assert not {key for key, value in kept.criteria.items() if value is None}
    assert applied(now, release(now, "ann")).frame(FrozenScore).is_empty()


def test_every_new_pair_is_confirmed_and_no_other():
    programme = snapshot(
        mentee("ann"), mentee("bea"), mentor("kim", capacity=3), pairs=[earlier("ann", "kim")]
    )
    decision, (pair,) = confirmed(programme)
    assert (pair.mentee_id, pair.mentor_id, pair.decision_id) == ("bea", "kim", decision.id)
    assert (pair.confirmed_on, pair.ended_on, pair.has_failed) == (NOW.date(), None, False)
    assert (decision.pair_count, decision.unplaced_count, decision.decided_by) == (1, 0, "Carla")


def test_a_second_click_confirms_nothing_twice():
    """The button still holds the plan of before."""
    before = snapshot(mentee("ann"), mentor("kim"))
    seen = plan(before)
    now = applied(before, confirm(before, seen, "Carla", NOW))
    assert refusal(lambda: confirm(now, seen, "Carla", NOW))[0] == "There is no new pair to confirm."


@pytest.mark.parametrize(
    "today",
    [
        snapshot(mentee("ann", is_paused=True), mentee("bea"), mentor("kim")),
        snapshot(mentee("ann"), mentee("bea"), mentor("kim"), overrides=[override("forbid", "ann", "kim")]),
        snapshot(mentee("ann"), mentee("bea"), mentor("kim"), overrides=[override("forbid", "bea", "kim")]),
        snapshot(mentee("ann"), mentee("bea"), mentor("kim", capacity=2)),
        snapshot(mentee("ann", city="Gent"), mentee("bea", city="Gent"), mentor("kim", city="Gent")),
    ],
    ids=["paused", "ban", "other ban", "room", "score"],
)
def test_a_plan_of_before_is_not_confirmed(today: Snapshot):
    seen = plan(snapshot(mentee("ann"), mentee("bea"), mentor("kim")), proximity=10)
    assert refusal(lambda: confirm(today, seen, "Carla", NOW)) == (
        "The proposal changed since you saw it, so nothing was confirmed. "
        "Look at the new proposal and confirm again.",
        "Het voorstel is veranderd sinds je het zag, dus er is niets bevestigd. "
        "Bekijk het nieuwe voorstel en bevestig opnieuw.",
    )


def test_the_record_matches_its_checksum():
    for programme in (snapshot(*ANN_BEA_KIM), sample_plan("nl").snapshot):
        decision, _ = confirmed(programme)
        assert decision.sha256 == hashlib.sha256(decision.record.encode()).hexdigest()


def test_the_record_has_one_spelling():
    decision, _ = confirmed(sample_plan("en").snapshot)
    read = json.loads(decision.record)
    assert json.dumps(read, sort_keys=True, separators=(",", ":"), ensure_ascii=False) == decision.record


def test_the_record_holds_everything_that_was_decided():
    words = [override("lock", "ann", "kim"), override("forbid", "bea", "lou")]
    programme = snapshot(*ANN_BEA_KIM, overrides=words)
    proposal = plan(programme, rules_off=["language"], goal_coverage=55)
    read = content(programme, proposal)
    assert (read["who"], read["at"]) == ("Carla", NOW.isoformat())
    assert read["weights"] == {**DEFAULT_WEIGHTS, "goal_coverage": 55.0}
    assert (read["rules_off"], {*read["rules_on"]}) == (["language"], {r.key for r in RULES} - {"language"})
    assert {(o["kind"], o["mentee_id"], o["mentor_id"], o["reason"]) for o in read["overrides"]} == {
        ("lock", "ann", "kim", "Her reason"),
        ("forbid", "bea", "lou", "Her reason"),
    }
    assert {pair["mentee"]: pair["mentor"] for pair in read["pairs"]} == ids(proposal) == {"ann": "kim"}
    assert {(one["role"], one["person"]) for one in read["unplaced"]} == {
        ("mentee", "bea"),
        ("mentor", "lou"),
    }
    assert all(one["reason"] for one in read["unplaced"])


def test_a_condition_that_stays_on_is_never_recorded_as_off():
    programme = snapshot(mentee("ann"), mentor("kim"))
    read = content(programme, plan(programme, rules_off=[rule.key for rule in RULES]))
    assert set(read["rules_on"]) == {rule.key for rule in RULES if rule.is_fixed}
    assert set(read["rules_off"]) == {rule.key for rule in RULES if not rule.is_fixed}


def test_the_record_of_the_sample_names_every_pair_criterion_and_condition():
    result = sample_plan("nl")
    read = content(result.snapshot, result.proposal)
    assert len(read["pairs"]) == len(result.proposal.placed)
    assert set(read["weights"]) == {criterion.key for criterion in CRITERIA}
    assert {*read["rules_on"], *read["rules_off"]} == {rule.key for rule in RULES}
    scores = [pair["score"] for pair in read["pairs"]]
    assert np.allclose(scores, result.proposal.pair_scores[result.proposal.placed], atol=1e-9)


def test_the_same_answers_in_another_order_have_the_same_hash(tmp_path):
    """Rows of the tables, and rows of the files they came from."""
    one, other = (
        read_one_after_another(*files)
        for files in (sign_ups(sample_files("en")), sign_ups(shuffled(tmp_path, 3)))
    )
    assert one.applications["source_row"].to_list() != other.applications["source_row"].to_list()
    assert table_hashes(one, "key") == table_hashes(other, "key")
    turned = one.with_table(Person, one.people.reverse()).with_table(Application, one.applications.reverse())
    assert table_hashes(turned, "key") == table_hashes(one, "key")


@pytest.mark.parametrize("changed", [{"city": "Gent"}, {"goals": ["planning"]}, {"is_paused": False}])
def test_another_answer_gives_another_hash(changed: dict[str, object]):
    before, now = (snapshot(mentee("ann", **answers), mentor("kim")) for answers in ({}, changed))
    assert table_hashes(before, "key") != table_hashes(now, "key")


def test_names_are_hidden_and_shown_and_the_rest_stays():
    before = snapshot()
    (item,) = set_blind(before, True).items
    assert item.row == before.programme.model_copy(update={"is_blind": True})
    assert set_blind(before, False) == Changes("unblind")


def test_the_line_beside_undo_says_whether_names_were_hidden_or_shown():
    """One line stood for both: 'names hidden or shown'."""
    done = set_blind(snapshot(), True), set_blind(blind(snapshot()), False)
    assert [action_words()[changes.action].id for changes in done] == ["names hidden", "names shown"]
