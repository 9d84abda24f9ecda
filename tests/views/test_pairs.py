"""The pairs of a plan, and what stands against a pair."""

import pytest

from mentorkit.matching import RULES
from mentorkit.text import LANGUAGES, Language
from mentorkit.views.names import Names
from mentorkit.views.pairing.pairs import Status, against, pair_rows, status_of
from tests.matching.small import earlier, ids, mentee, mentor, override, plan, snapshot
from tests.workflows.cases import sample_plan

LANGUAGE = next(rule for rule in RULES if rule.key == "language")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pair_of_the_sample_has_one_row(language: Language):
    result = sample_plan(language)
    rows = pair_rows(result.snapshot, result.proposal)
    assert dict(rows.select("mentee_id", "mentor_id").rows()) == ids(result.proposal)
    assert rows["number"].to_list() == list(range(1, rows.height + 1))
    assert rows["score"].is_sorted()
    assert rows["points"].to_list() == [round(score * 100) for score in rows["score"]]
    assert set(rows["status"]) == {Status.PROPOSED.value}


def test_a_pair_is_confirmed_or_hers_or_proposed():
    proposal = plan(
        snapshot(
            *map(mentee, ("ann", "bea", "cas")),
            mentor("kim", capacity=3),
            pairs=[earlier("ann", "kim")],
            overrides=[override("lock", "bea", "kim")],
        )
    )
    assert [status_of(proposal, row) for row in range(3)] == [
        Status.CONFIRMED,
        Status.LOCKED,
        Status.PROPOSED,
    ]


def test_without_pairs_there_are_columns_all_the_same():
    rows = pair_rows(snapshot(), plan(snapshot()))
    assert rows.height == 0
    assert "points" in rows.columns


def test_nothing_stands_against_a_lawful_pair():
    programme = snapshot(mentee("ann"), mentor("kim"))
    assert against(plan(programme), 0, 0, Names.of(programme)) == ()


def test_her_own_word_and_every_condition_that_is_on_stand_against_a_pair():
    programme = snapshot(
        mentee("ann", languages=["Dutch"]),
        mentor("kim", languages=["English"]),
        overrides=[override("forbid", "ann", "kim")],
    )
    names = Names.of(programme)
    first, second = against(plan(programme), 0, 0, names)
    assert second == LANGUAGE.refusal.filled(mentee="ann", mentor="kim")
    assert against(plan(programme, rules_off=["language"]), 0, 0, names) == (first,)
