"""Words after the talks: recorded once, replaced, taken back, read from the workbook, and kept a secret."""

import io
import json
from collections.abc import Iterable
from datetime import UTC, datetime

import numpy as np
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.documents.plan_workbook import plan_workbook
from mentorkit.errors import FileRefused
from mentorkit.frames import Snapshot, applied
from mentorkit.matching.decision.record import record
from mentorkit.matching.insight.shortlist import shortlist_of
from mentorkit.model import Changes, Delete, Insert, Preference, Update
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.views.names import Names
from mentorkit.views.pairing.card import card
from mentorkit.views.pairing.meeting_cards import meeting_cards
from mentorkit.views.pairing.pairs import against
from mentorkit.views.pairing.preferences import KIND_LABELS
from mentorkit.views.pairing.printed_pairs import printed_pairs
from mentorkit.workbook.shortlist_answers import Answers, Word, read_answers
from mentorkit.workbook.shortlist_workbook import shortlist_workbook
from mentorkit.workflows.pairing.preferences import set_preferences
from tests.matching.small import mentee, mentor, plan, said, snapshot
from tests.strategies import programmes
from tests.workflows.cases import sample_plan, spoken

PEOPLE = (mentee("ann"), mentee("bea"), mentor("kim"), mentor("lou"))
PROGRAMME = snapshot(*PEOPLE)
PREFER = Word("ann", "kim", "mentee", "prefer")
NAME = "shortlist.xlsx"


def recorded(*words: Word, programme: Snapshot = PROGRAMME) -> Snapshot:
    return applied(programme, set_preferences(programme, words))


def told(programme: Snapshot) -> set[tuple[str, ...]]:
    return set(programme.preferences.select("mentee_id", "mentor_id", "side", "kind").rows())


def test_a_word_is_recorded():
    (item,) = set_preferences(PROGRAMME, [PREFER]).items
    assert isinstance(item, Insert)
    assert told(recorded(PREFER)) == {("ann", "kim", "mentee", "prefer")}


def test_a_later_word_of_the_same_side_replaces_the_earlier_one():
    later = Word("ann", "kim", "mentee", "avoid")
    (item,) = set_preferences(recorded(PREFER), [later]).items
    assert isinstance(item, Update)
    assert told(recorded(later, programme=recorded(PREFER))) == {("ann", "kim", "mentee", "avoid")}
    assert told(recorded(PREFER, later)) == {("ann", "kim", "mentee", "avoid")}


def test_the_other_side_and_other_pairs_keep_their_words():
    others = Word("ann", "kim", "mentor", "neutral"), Word("ann", "lou", "mentee", "avoid")
    assert len(told(recorded(*others, programme=recorded(PREFER)))) == 3


def test_the_same_word_again_changes_nothing():
    assert set_preferences(recorded(PREFER), [PREFER]) == Changes("preferences")


def test_a_word_can_be_taken_back():
    nothing = Word("ann", "kim", "mentee", None)
    (item,) = set_preferences(recorded(PREFER), [nothing]).items
    assert isinstance(item, Delete)
    assert told(recorded(nothing, programme=recorded(PREFER))) == set()
    assert set_preferences(PROGRAMME, [nothing]) == Changes("preferences")


def test_two_windows_cannot_record_two_words_of_one_side():
    other = Word("ann", "kim", "mentee", "avoid")
    (one,), (two,) = (set_preferences(PROGRAMME, [word]).items for word in (PREFER, other))
    assert one.row.id == two.row.id


def filled(
    answers: Iterable[tuple[int, str, object]], programme: Snapshot = PROGRAMME, language: Language = "en"
) -> bytes:
    """The shortlist with answers or other text in these cells: number of the sheet, cell, text."""
    proposal = plan(programme)
    book = openpyxl.load_workbook(
        io.BytesIO(shortlist_workbook(programme, proposal, shortlist_of(proposal, 2), speaker(language)))
    )
    for sheet, cell, text in answers:
        book.worksheets[sheet][cell] = text
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def words(found: Answers) -> set[tuple[str | None, ...]]:
    return {(word.mentee, word.mentor, word.side, word.kind) for word in found.words}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_shortlist_comes_back_as_words(language: Language):
    speak = speaker(language)
    prefer, neutral, avoid = (speak(label) for label in KIND_LABELS.values())
    answers = [(0, "D2", prefer), (0, "D5", f"  {neutral.upper()} "), (1, "D3", avoid)]
    found = read_answers(PROGRAMME, NAME, filled(answers, language=language))
    assert found.findings == ()
    assert len(found.words) == 3
    kinds = [(word.side, word.kind) for word in found.words]
    assert kinds == [("mentee", "prefer"), ("mentee", "neutral"), ("mentor", "avoid")]


def test_an_empty_cell_takes_nothing_back():
    found = read_answers(recorded(PREFER), NAME, filled([(0, "D2", " ")]))
    assert found == Answers((), ())


def test_a_hidden_sheet_of_a_shortlist_is_not_read():
    book = openpyxl.load_workbook(io.BytesIO(filled([(0, "D2", "gladly"), (1, "D3", "rather not")])))
    book.worksheets[1].sheet_state = "hidden"
    target = io.BytesIO()
    book.save(target)
    assert words(read_answers(PROGRAMME, NAME, target.getvalue())) == {("ann", "kim", "mentee", "prefer")}


def test_an_answer_that_is_not_on_the_list_is_a_finding_with_its_place():
    found = read_answers(PROGRAMME, NAME, filled([(0, "D2", "perhaps"), (0, "D3", 7)]))
    assert found.words == ()
    assert [(one.file, one.row, one.column, one.value) for one in found.findings] == [
        ("shortlist.xlsx, What mentees say", 2, "Answer", "perhaps"),
        ("shortlist.xlsx, What mentees say", 3, "Answer", "7"),
    ]
    assert spoken(found.findings[0].message)[0] == "Choose one of: gladly, either way is fine and rather not."


@pytest.mark.parametrize(("cell", "text"), [("E2", "gone"), ("F2", "ann"), ("G2", "both"), ("E2", None)])
def test_a_row_about_nobody_who_signed_up_is_a_finding(cell: str, text: str | None):
    found = read_answers(PROGRAMME, NAME, filled([(0, "D2", "gladly"), (0, cell, text)]))
    assert found.words == ()
    (finding,) = found.findings
    assert (finding.row, finding.value) == (2, "gladly")
    assert "hidden columns" in spoken(finding.message)[0]


def test_a_second_answer_of_one_side_on_a_pair_is_a_finding():
    copied = [
        (0, f"{column}6", text)
        for column, text in zip("DEFG", ("rather not", "ann", "kim", "mentee"), strict=True)
    ]
    rows = [(0, f"D{row}", "gladly") for row in range(2, 6)]
    found = read_answers(PROGRAMME, NAME, filled([*rows, *copied]))
    assert ("ann", "kim", "mentee", "prefer") in words(found)
    (finding,) = found.findings
    assert finding.row == 6
    assert spoken(finding.message)[0].startswith("This side answered twice")


def other_workbook() -> bytes:
    target = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["Mentee", "Answer"])
    book.active.append(["ann", "gladly"])
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize("content", [other_workbook(), b"Mentee;Answer\r\nann;gladly\r\n"])
def test_another_file_is_a_finding_and_no_error(content: bytes):
    found = read_answers(PROGRAMME, NAME, content)
    assert found.words == ()
    (finding,) = found.findings
    assert spoken(finding.message)[0].startswith("This is not a shortlist")


def test_a_damaged_file_is_refused():
    with pytest.raises(FileRefused):
        read_answers(PROGRAMME, NAME, filled([])[:500])


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_whatever_is_typed_into_the_workbook_never_fails(data):
    texts = st.sampled_from(["gladly", "rather not", "=1+1", "", "ann", "mentee", 3.5, True, None])
    cells = st.tuples(st.integers(0, 1), st.from_regex(r"[A-H][1-7]", fullmatch=True), texts)
    found = read_answers(PROGRAMME, NAME, filled(data.draw(st.lists(cells, max_size=8))))
    assert told(recorded(*found.words)) == words(found)


def test_a_second_sample_round_reads_back_every_answer():
    programme = sample_plan("nl").snapshot
    proposal = plan(programme)
    made = shortlist_of(proposal, 3)
    count = int(made.chosen.sum())
    answers = [(sheet, f"D{row}", "graag") for sheet in (0, 1) for row in range(2, 7)]
    found = read_answers(programme, NAME, filled(answers, programme, "nl"))
    assert (count > 90, len(found.words), found.findings) == (True, 10, ())
    again = recorded(*found.words, programme=programme)
    assert again.preferences.height == 10


def outputs(programme: Snapshot, language: Language) -> list[object]:
    """All that may be read by others, on screen, on paper and in files; the hash of the data left out."""
    proposal, speak, who = plan(programme), speaker(language), Names.of(programme)
    books = (
        plan_workbook(programme, proposal, speak),
        shortlist_workbook(programme, proposal, shortlist_of(proposal, 3), speak),
    )
    sheets = [
        list(sheet.values) for book in books for sheet in openpyxl.load_workbook(io.BytesIO(book)).worksheets
    ]
    decided = json.loads(record(programme, proposal, "Carla", datetime(2026, 9, 14, tzinfo=UTC), "key"))
    del decided["data_sha256"], decided["tables"]
    pages = [card(proposal, row, column, speak, who) for row, column in np.ndindex(proposal.score.shape)]
    words = [
        speak(line) for place in np.ndindex(proposal.score.shape) for line in against(proposal, *place, who)
    ]
    return [
        *sheets,
        decided,
        *pages,
        *words,
        meeting_cards(programme, proposal, speak),
        printed_pairs(programme, proposal, speak),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_for_others_tells_whose_avoid_it_was(language: Language):
    one, other = (
        outputs(snapshot(*PEOPLE, preferences=[said(side, "ann", "kim", "avoid")]), language)
        for side in ("mentee", "mentor")
    )
    assert one == other


@settings(max_examples=15, deadline=None)
@given(programmes(8), st.sampled_from(LANGUAGES))
def test_nothing_for_others_changes_when_the_other_side_said_the_avoid(
    programme: Snapshot, language: Language
):
    """A pair with one word only: what remains of it is the same from either side."""
    pairs = list(
        zip(*(programme.participants(role)["id"].to_list() for role in ("mentee", "mentor")), strict=False)
    )
    one, other = (
        outputs(
            recorded(*(Word(*pair, side, "avoid") for pair in pairs), programme=silent(programme)), language
        )
        for side in ("mentee", "mentor")
    )
    assert one == other


def silent(programme: Snapshot) -> Snapshot:
    """The programme before anybody talked."""
    return programme.with_table(Preference, [])
