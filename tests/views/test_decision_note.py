"""The note of a decision: complete, safe, in both languages, and no secret in it."""

from datetime import UTC, datetime

import pytest

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, Pool, Settings, propose
from mentorkit.model import Decision
from mentorkit.model.pairing import sha256_of
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.views.pairing.decision_note import decision_note
from mentorkit.workflows.pairing.pairing import confirm
from tests.matching.small import blind, earlier, mentee, mentor, override, said, snapshot
from tests.views.test_safe import HOSTILE, OURS, Tags
from tests.workflows.cases import sample_plan

AT = datetime(2026, 9, 14, 9, 30, tzinfo=UTC)
FRAME = {"html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "ul", "li", "div"}
SMALL = snapshot(
    mentee("ann", full_name=f"Ann {HOSTILE}", goals=["planning"]),
    mentee("bea", full_name="Bea Blom"),
    mentee("cas", full_name="Cas Coolen", is_paused=True),
    mentee("dee", full_name="Dee Dekker"),
    mentor("kim", full_name="Kim Kok", topics=["planning"]),
    mentor("lou", full_name="Lou Lam"),
    overrides=[override("lock", "ann", "kim").model_copy(update={"reason": HOSTILE})],
    pairs=[earlier("dee", "lou")],
)


def decided(programme: Snapshot, wanted: Settings | None = None, who: str = "Carla") -> Decision:
    proposal = propose(Pool.of(programme), wanted or Settings({}))
    items = confirm(programme, proposal, who, AT).items
    return next(item.row for item in items if isinstance(item.row, Decision))


def text_of(programme: Snapshot, decision: Decision, language: Language = "en") -> str:
    return Tags(decision_note(programme, decision, speaker(language))).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_note_of_the_sample_tells_all_that_counted(language: Language):
    result, read = sample_plan(language), speaker(language)
    decision = decided(result.snapshot)
    text = text_of(result.snapshot, decision, language)
    for criterion in CRITERIA:
        assert read(criterion.label) in text
        assert (read(criterion.reason) in text) == bool(criterion.weight)
    assert decision.sha256 in text
    assert "2026" in text
    assert str(decision.pair_count) in text


def test_who_has_no_mentor_stands_in_the_note_by_name_and_the_pairs_at_its_end():
    decision = decided(SMALL, Settings({}, frozenset({"language"}), "total", 0.3))
    assert (decision.pair_count, decision.unplaced_count) == (1, 1)
    text = text_of(SMALL, decision)
    assert "Bea Blom" in text
    assert "Cas Coolen" not in text
    assert "1 takes no part in this round." in text
    pairs = text[text.index("The pairs") :]
    assert ("Dee Dekker" in pairs, "Lou Lam" in pairs, "Bea Blom" in pairs) == (True, True, False)


def test_the_reason_names_the_conditions_until_the_answers_change():
    people = (mentee("bea", languages=["nl"]), mentor("kim", languages=["nl"]))
    programme = snapshot(mentee("ann", languages=["fr"]), *people)
    decision = decided(programme)
    told = "Nobody met this condition: ‘They speak the same language’."
    assert told in text_of(programme, decision)
    later = snapshot(mentee("ann", languages=["de"]), *people)
    assert told not in text_of(later, decision)
    assert "One condition ruled out everybody." in text_of(later, decision)


def test_the_reason_names_no_condition_on_what_was_told_in_confidence():
    people = (mentee("ann"), mentee("bea"), mentor("kim"))
    programme = snapshot(*people, preferences=[said("mentee", "ann", "kim", "avoid")])
    assert "One condition ruled out everybody." in text_of(programme, decided(programme))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_note_is_safe_and_needs_nothing_from_outside(language: Language):
    page = decision_note(SMALL, decided(SMALL, who=HOSTILE), speaker(language))
    tags = Tags(page)
    assert tags.names <= OURS | FRAME
    assert tags.attributes <= {"class", "scope", "lang", "charset", "http-equiv", "content"}
    assert tags.text.count(HOSTILE) >= 4
    assert "://" not in page


def test_the_note_tells_nobody_who_avoided_whom():
    people = (mentee("ann"), mentee("bea"), mentor("kim"), mentor("lou"))
    notes = []
    for side in ("mentee", "mentor"):
        programme = snapshot(*people, preferences=[said(side, "ann", "kim", "avoid")])
        decision = decided(programme)
        text = text_of(programme, decision)
        notes.append(text[: text.index("How to check this")])
    assert notes[0] == notes[1]


def test_in_a_blind_programme_who_is_not_placed_stays_a_number():
    decision = decided(SMALL)
    hidden = blind(SMALL)
    assert "Cas Coolen" not in text_of(hidden, decision)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("record", ["{}", '{"version":1,"pairs":[]}', "nothing"])
def test_an_older_decision_is_told_in_its_main_numbers(language: Language, record: str):
    old = Decision(
        id="d",
        decided_at=AT,
        decided_by="Carla",
        pair_count=84,
        unplaced_count=6,
        record=record,
        sha256=sha256_of(record),
    )
    programme = SMALL.with_table(Decision, [old])
    text = text_of(programme, old, language)
    assert "84" in text
    assert speaker(language)("What counted") not in text
