"""Every reason why somebody has no pair, and the sentence that goes with it."""

import pytest

from mentorkit.frames import Snapshot
from mentorkit.matching import RULES, Reason, unplaced
from mentorkit.text import speaker
from tests.matching.small import earlier, mentee, mentor, override, plan, snapshot


def told(programme: Snapshot, rules_off: tuple[str, ...] = ()) -> dict[tuple[str, str], tuple[Reason, str]]:
    """Reason and English sentence by role and person."""
    english = speaker("en")
    return {
        (entry.role, entry.person): (entry.reason, english(entry.message))
        for entry in unplaced(plan(programme, rules_off))
    }


def nobody(key: str) -> str:
    """What a rule says when it alone shuts out everybody."""
    return speaker("en")(next(rule.nobody for rule in RULES if rule.key == key))


def test_without_mentors_nobody_is_there():
    assert told(snapshot(mentee("ann"))) == {
        ("mentee", "ann"): (Reason.NOBODY, "There are no mentors yet. Add sign-ups of mentors.")
    }


def test_without_mentees_nobody_is_there():
    assert told(snapshot(mentor("kim"))) == {
        ("mentor", "kim"): (Reason.NOBODY, "There are no mentees yet. Add sign-ups of mentees.")
    }


def test_where_the_only_mentor_is_full_one_place_would_help():
    programme = snapshot(mentee("ann"), mentee("bea"), mentor("kim"), pairs=[earlier("ann", "kim")])
    reason, sentence = told(programme)["mentee", "bea"]
    assert reason is Reason.FULL
    assert sentence.startswith("The only mentor this mentee may go to is full.")


def test_where_all_mentors_are_full_they_are_counted():
    programme = snapshot(
        *(mentee(name) for name in ("ann", "bea", "cas")),
        *(mentor(name) for name in ("kim", "lou")),
        pairs=[earlier("ann", "kim"), earlier("bea", "lou")],
    )
    reason, sentence = told(programme)["mentee", "cas"]
    assert reason is Reason.FULL
    assert sentence.startswith("All 2 mentors this mentee may go to are full.")


def test_mentors_without_any_room_are_full_and_nobody_ruled_them_out():
    """Found by this test: she was told that she had ruled everybody out."""
    programme = snapshot(mentee("ann"), mentor("kim", capacity=0), mentor("lou", capacity=0))
    assert told(programme)["mentee", "ann"][0] is Reason.FULL
    assert told(programme)["mentor", "kim"] == (
        Reason.NO_ROOM,
        "This mentor has room for no mentee this round.",
    )


def test_one_condition_that_shuts_out_everybody_is_named():
    programme = snapshot(mentee("ann", languages=["Frysk"]), mentor("kim", languages=["Dutch"]))
    assert told(programme) == {
        ("mentee", "ann"): (
            Reason.RULE,
            "Nobody on the other side speaks Frysk. Look for a mentor who speaks Frysk.",
        ),
        ("mentor", "kim"): (Reason.RULE, "Nobody on the other side speaks Dutch."),
    }


def test_conditions_that_shut_out_everybody_together_are_all_named():
    programme = snapshot(
        mentee("ann", languages=["Frysk"], availability=["monday"]),
        mentor("kim", languages=["Dutch"], availability=["monday"]),
        mentor("lou", languages=["Frysk"], availability=["friday"]),
    )
    reason, sentence = told(programme)["mentee", "ann"]
    assert reason is Reason.RULES
    assert sentence == (
        "None of the 2 mentors is possible: 1 speaks another language and 1 is free at other moments."
    )


def test_a_condition_that_is_in_nobodys_way_is_not_named():
    programme = snapshot(
        mentee("ann", languages=["Frysk"], availability=["monday"]),
        mentor("kim", languages=["Dutch"], availability=["monday"]),
        mentor("lou", languages=["Frysk"], availability=["friday"]),
    )
    _, sentence = told(programme)["mentee", "ann"]
    assert "trained" not in sentence


def test_a_condition_that_is_switched_off_is_not_blamed():
    programme = snapshot(
        mentee("ann", languages=["Frysk"], has_consented=False), mentor("kim", languages=["Dutch"])
    )
    assert told(programme, rules_off=("language",))["mentee", "ann"] == (Reason.RULE, nobody("consent"))


def test_who_takes_no_part_is_not_counted_among_the_mentors_that_are_not_possible():
    programme = snapshot(
        mentee("ann", languages=["Frysk"]),
        mentor("kim", languages=["Dutch"]),
        mentor("lou", languages=["Frysk"], is_trained=False),
        mentor("max", languages=["Frysk"], has_consented=False),
    )
    reason, sentence = told(programme)["mentee", "ann"]
    assert reason is Reason.RULES
    assert "None of the 2 mentors" in sentence
    assert "consent" not in sentence


def test_bans_of_her_own_are_named_as_hers():
    programme = snapshot(mentee("ann"), mentor("kim"), overrides=[override("forbid", "ann", "kim")])
    reason, sentence = told(programme)["mentee", "ann"]
    assert reason is Reason.RULES
    assert "ruled out by you" in sentence


def test_a_ban_beside_a_condition_is_not_kept_silent():
    programme = snapshot(
        mentee("ann", languages=["Frysk"]),
        mentor("kim", languages=["Dutch"]),
        mentor("lou", languages=["Frysk"]),
        overrides=[override("forbid", "ann", "lou")],
    )
    _, sentence = told(programme)["mentee", "ann"]
    assert "1 speaks another language" in sentence
    assert "ruled out by you" in sentence


def test_a_mentor_who_is_not_needed_hears_so():
    programme = snapshot(mentee("ann"), mentor("kim"), mentor("lou"), pairs=[earlier("ann", "kim")])
    assert told(programme) == {
        ("mentor", "lou"): (
            Reason.NOT_NEEDED,
            "Every mentee this mentor may go to is better placed with someone else.",
        )
    }


def test_somebody_in_both_roles_is_listed_for_each_role():
    programme = snapshot(mentee("ann"), mentor("ann"))
    assert {key: reason for key, (reason, _) in told(programme).items()} == {
        ("mentee", "ann"): Reason.RULE,
        ("mentor", "ann"): Reason.RULE,
    }


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_its_case(reason: Reason):
    """Whoever adds a reason adds a programme above in which it is given."""
    assert reason in {
        Reason.NOBODY,
        Reason.RULE,
        Reason.RULES,
        Reason.FULL,
        Reason.NO_ROOM,
        Reason.NOT_NEEDED,
    }
