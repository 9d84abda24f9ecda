"""A yes or a no of a pair, from a form or a list: batch in, and what cannot be told is named."""

import pytest

from mentorkit.documents.yes_or_no import PairAnswer, read_yes_or_no, yes_or_no_form
from mentorkit.frames import applied
from mentorkit.matching.rules import RULES
from mentorkit.model import Application, Decline, Pair, StartStep
from mentorkit.model.decline import DECLINE_REASONS
from mentorkit.text import LANGUAGES, say, speaker
from mentorkit.workflows.start.steps import record_answers
from tests.matching.small import ids, plan
from tests.workflows.started import TODAY, pair, started

PROGRAMME = started()
EN = speaker("en")
YES, NO = say("yes"), say("no")


def read(text, programme=PROGRAMME, separator=","):
    return read_yes_or_no(programme, "answers.csv", text.replace("|", separator).encode())


def told(found):
    return [(one.pair_id, one.side, one.is_yes, one.reason, one.remark) for one in found.answers]


def named(found):
    return [(one.row, one.column, one.value, EN(one.message).split(".")[0]) for one in found.findings]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_comes_back_with_every_reason_on_the_side_of_who_gave_it(language):
    speak = speaker(language)
    heads = [line[3:] for line in yes_or_no_form(speak).splitlines() if line[:2] in ("1.", "2.", "3.", "4.")]
    assert len(heads) == 4
    no, yes = speak(NO), speak(YES)
    for key, reason in DECLINE_REASONS.items():
        rows = f"ann@example.org|{yes}||", f"cas@example.org|{no}|Dee Smit|{speak(reason)}"
        found = read("\n".join(["|".join(heads), *rows]), separator=";")
        assert found.findings == ()
        assert told(found) == [
            ("ann-bo", "mentee", True, "untold", ""),
            ("cas-dee", "mentee", False, key, ""),
        ]


@pytest.mark.parametrize("separator", ["\t", ";", ","])
def test_a_list_pasted_from_a_sheet_is_read_with_names(separator):
    found = read(
        "Naam|Antwoord|Reden\nDee Smit|nee|nu geen tijd\nAnn van 't Hoff <&>|Ja graag|\n", separator=separator
    )
    assert found.findings == ()
    assert [one.is_yes for one in found.answers] == [False, True]


def test_what_cannot_be_told_is_named_and_the_rest_is_read():
    found = read(
        "Email|Answer|Reason\nnobody@example.org|yes|\nann@example.org|perhaps|\n"
        "bo@example.org|no|The moon\ncas@example.org|yes|\ncas@example.org|no|\n"
    )
    assert named(found) == [
        (2, "Email", "nobody@example.org", "Nobody with a pair is called this"),
        (3, "Answer", "perhaps", "This is no yes and no no"),
        (4, "Reason", "The moon", "This reason is not on the list"),
        (6, "Answer", "no", "Another row says the opposite for this pair"),
    ]
    assert told(found) == [("ann-bo", "mentor", False, "untold", "The moon")]


def test_who_has_several_pairs_says_about_which():
    programme = PROGRAMME.with_table(Pair, [pair("ann", "bo"), pair("cas", "bo")])
    assert (
        named(read("Email|Answer\nbo@example.org|yes\n", programme))[0][3] == "This person has several pairs"
    )
    found = read(
        "Email|Answer|With whom\nbo@example.org|no|Cas Peeters\nbo@example.org|yes|ann@example.org\n",
        programme,
    )
    assert told(found) == [
        ("cas-bo", "mentor", False, "untold", ""),
        ("ann-bo", "mentor", True, "untold", ""),
    ]
    (wrong,) = named(read("Email|Answer|With whom\nbo@example.org|no|Dee Smit\n", programme))
    assert wrong == (2, "With whom", "Dee Smit", "These two are no pair")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Email|Colour\nann@example.org|red\n", "No column tells who says yes"),
        ("Colour|Answer\nred|yes\n", "No column tells who gave"),
    ],
)
def test_a_file_without_the_question_or_without_people_is_told_so(text, said):
    (finding,) = read(text).findings
    assert EN(finding.message).startswith(said)


def test_all_is_kept_at_once_and_a_second_time_changes_nothing():
    found = read("Email|Answer|Reason\nann@example.org|yes|\ncas@example.org|no|no time now\n")
    changes = record_answers(PROGRAMME, found.answers, TODAY)
    after = applied(PROGRAMME, changes)
    assert [(one.pair_id, one.kind, one.day) for one in after.rows(StartStep)] == [
        ("ann-bo", "mentee_agreed", TODAY)
    ]
    assert [(one.pair_id, one.side, one.reason) for one in after.rows(Decline)] == [
        ("cas-dee", "mentee", "time")
    ]
    ended = {one.id: (one.ended_on, one.has_failed) for one in after.rows(Pair)}
    assert ended == {"ann-bo": (None, False), "cas-dee": (TODAY, True)}
    assert [one.person_id for one in after.rows(Application) if one.is_paused] == ["cas"]
    assert ids(plan(after, rules_off=[rule.key for rule in RULES])).get("cas") is None
    again = read("Email|Answer|Reason\nann@example.org|yes|\ncas@example.org|no|no time now\n", after)
    assert again.findings == ()
    assert record_answers(after, again.answers, TODAY).items == ()


def test_a_no_of_both_ends_the_pair_once():
    both = [
        PairAnswer("ann-bo", "mentee", False, "themes"),
        PairAnswer("ann-bo", "mentor", False, "time", "Druk"),
    ]
    after = applied(PROGRAMME, record_answers(PROGRAMME, both, TODAY))
    assert {(one.side, one.reason, one.remark) for one in after.rows(Decline)} == {
        ("mentee", "themes", ""),
        ("mentor", "time", "Druk"),
    }
    assert [one.id for one in after.rows(Pair) if one.ended_on] == ["ann-bo"]
