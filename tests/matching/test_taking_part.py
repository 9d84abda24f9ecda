"""Who takes part: counted once, and what protects people has no price."""

import pytest

from mentorkit.matching import Pool, Settings, propose, unplaced
from mentorkit.matching.insight.rule_costs import rule_costs
from mentorkit.matching.insight.shortage import shortages
from mentorkit.matching.insight.smallest_change import WithoutRule, smallest_changes
from mentorkit.matching.rules import RULES
from mentorkit.matching.unplaced import alone_by_language, turnout
from mentorkit.text import speaker
from mentorkit.views.pairing.headline import pairing_headline
from tests.matching.small import mentee, mentor, snapshot
from tests.workflows.cases import spoken


@pytest.fixture
def proposal():
    """Of six mentees one has a mentor, one speaks alone, one is full out, two gave no consent, one pauses."""
    people = (
        mentee("a", languages=["nl"]),
        mentee("b", languages=["ar"]),
        mentee("c", languages=["nl"]),
        mentee("d", has_consented=False),
        mentee("e", has_consented=False),
        mentee("f", is_paused=True),
        mentor("kim", languages=["nl"]),
        mentor("lou", languages=["nl"], has_consented=False),
    )
    return propose(Pool.of(snapshot(*people)), Settings({}))


def test_who_gave_no_consent_is_not_counted_as_not_placed(proposal):
    found = turnout(proposal)
    assert (found.taking_part, found.placed, found.waiting) == (3, 1, 2)
    assert [(rule.key, n) for rule, n in found.staying_out] == [("consent", 2), ("pause", 1)]
    assert spoken(pairing_headline(proposal)) == (
        "1 of the 3 mentees who take part has a mentor; 2 not yet. 2 gave no consent. "
        "1 takes no part in this round.",
        "1 van de 3 mentees die meedoen, heeft een mentor; 2 nog niet. 2 gaven geen toestemming. "
        "1 doet deze ronde niet mee.",
    )


def test_who_takes_no_part_says_so_and_is_in_no_shortage(proposal):
    out = {one.person: speaker("nl")(one.message) for one in unplaced(proposal) if one.stays_out_by}
    assert out["d"] == "Doet niet mee: gaf geen toestemming."
    assert set(out) == {"d", "e", "f", "lou"}
    names = proposal.pool.candidates.mentees["id"]
    assert {names[row] for one in shortages(proposal) for row in one.mentees} == {"a", "b", "c"}


def test_what_protects_people_is_never_priced_nor_suggested(proposal):
    priced = {one.rule.key for one in rule_costs(proposal)}
    assert priced.isdisjoint({"consent", "veto", "reporting_line", "same_person", "failed_pair", "pause"})
    assert all(not rule.is_priced for rule in RULES if rule.is_fixed)
    for row in range(len(proposal.mentor_of)):
        for one in smallest_changes(proposal, row, 0):
            assert not isinstance(one.what, WithoutRule) or one.what.rule.is_priced


def test_a_language_that_nobody_shares_ends_in_whom_to_look_for(proposal):
    rows, advice = alone_by_language(proposal)
    assert rows == (1,)
    assert spoken(advice) == ("Look for a mentor who speaks Arabic.", "Zoek een mentor die Arabisch spreekt.")
    why = next(one.message for one in unplaced(proposal) if one.person == "b")
    assert speaker("en")(why).startswith("None of the 2 mentors is possible") or "Arabic" in speaker("en")(
        why
    )


def test_one_mentee_without_a_mentor_is_said_of_one():
    alone = propose(
        Pool.of(snapshot(mentee("a", languages=["ar"]), mentor("kim", languages=["nl"]))), Settings({})
    )
    assert spoken(pairing_headline(alone)) == (
        "The one mentee has no mentor yet.",
        "De ene mentee heeft nog geen mentor.",
    )
    why = unplaced(alone)[0].message
    assert (
        speaker("nl")(why)
        == "Niemand aan de andere kant spreekt Arabisch. Zoek een mentor die Arabisch spreekt."
    )
