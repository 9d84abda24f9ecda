"""Talks out and back: a workbook, a form, a pasted list and a calendar give the same talks, and no more."""

from datetime import UTC, date, datetime

import pytest

from mentorkit.documents.calendar import Diaries
from mentorkit.documents.talk_log import PASTED, log_form, log_workbook, read_log
from mentorkit.frames import applied
from mentorkit.model import MEDIA, Meeting
from mentorkit.model.rhythm import Rhythm
from mentorkit.store import Store
from mentorkit.text import LANGUAGES, speaker
from mentorkit.views.start.two import pairs_at_start
from mentorkit.workflows.progress.log import log_talks
from tests.intake.conftest import workbook
from tests.store.cases import BY
from tests.workflows.started import started, stored_start

ANN, CAS = "ann-bo", "cas-dee"
NOW = started()
TODAY = date(2026, 12, 1)
EN = speaker("en")
HEADS = {
    "en": ("Mentee", "Mentor", "Day", "Talked", "Minutes", "How", "Who took the initiative?"),
    "nl": ("Mentee", "Mentor", "Dag", "Gesproken", "Minuten", "Hoe", "Van wie ging het initiatief uit?"),
}
CANARY = "kanarie"


def names(pair: str) -> tuple[str, str]:
    (two,) = (one for one in pairs_at_start(NOW) if one.pair.id == pair)
    return two.names["mentee"], two.names["mentor"]


def pasted(*rows: tuple[str, ...], heads: tuple[str, ...] = HEADS["en"][:4]):
    text = "\n".join("\t".join(row) for row in (heads, *rows))
    return read_log(NOW, PASTED, text.encode(), TODAY)


def told(found) -> list[tuple]:
    return [(one.pair_id, one.day.isoformat(), one.is_held) for one in found.talks]


def test_a_pasted_list_gives_each_talk_on_its_day_and_an_empty_answer_says_nothing():
    rows = [
        (*names(ANN), "3-11-2026", "yes"),
        (*names(CAS), "4-11-2026", "no"),
        (*names(CAS), "9-11-2026", ""),
    ]
    found = pasted(*rows)
    assert told(found) == [(ANN, "2026-11-03", True), (CAS, "2026-11-04", False)]
    assert found.findings == ()


def test_without_a_column_for_it_each_row_is_a_talk_that_took_place():
    found = pasted((names(ANN)[0], "3-11-2026"), heads=("Mentee", "Date"))
    assert told(found) == [(ANN, "2026-11-03", True)]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("Nobody", "Here", "3-11-2026", "yes"), "No pair under way has these people"),
        (("", "", "3-11-2026", "yes"), "No pair under way has these people"),
        ((*names(ANN), "soon", "yes"), "This is no day"),
        ((*names(ANN), "2-12-2026", "yes"), "still to come"),
        ((*names(ANN), "3-11-2026", "perhaps"), "Choose one of: talked and did not talk"),
    ],
)
def test_a_wrong_row_is_named_with_what_to_do_and_the_others_count(row, said):
    found = pasted((*names(CAS), "4-11-2026", "yes"), row)
    assert told(found) == [(CAS, "2026-11-04", True)]
    (finding,) = found.findings
    assert said in EN(finding.message)
    assert (finding.row, finding.severity) == (3, "error")


def test_a_list_without_days_or_names_is_refused_in_one_sentence():
    (finding,) = read_log(NOW, PASTED, b"Colour\tSize\nred\t3\n", TODAY).findings
    assert "no column with names" in EN(finding.message)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_comes_back_as_it_was_filled_in_and_empty_rows_say_nothing(language):
    speak, day = speaker(language), date(2026, 11, 3)
    content = log_workbook([(two, [day]) for two in pairs_at_start(NOW)], speak)
    assert read_log(NOW, "talks.xlsx", content, TODAY).talks == ()
    held = {"en": "talked", "nl": "gesproken"}[language]
    rows = [HEADS[language], (*names(ANN), "3-11-2026", held, 45, "", "")]
    (talk,) = read_log(NOW, "talks.xlsx", workbook(("Blad", rows)), TODAY).talks
    assert (talk.pair_id, talk.day, talk.is_held, talk.minutes) == (ANN, day, True, 45)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answers_of_the_form_are_read_by_its_own_questions(language):
    speak = speaker(language)
    heads = [line.partition(". ")[2] for line in log_form(speak).splitlines()[2:]]
    yes, phone = {"en": "Yes", "nl": "Ja"}[language], speak(MEDIA["phone"])
    row = [names(ANN)[0], "3-11-2026", yes, "900", phone, yes]
    table = "\n".join("\t".join(one) for one in (heads, row))
    found = read_log(NOW, "form.txt", table.encode(), TODAY)
    (talk,) = found.talks
    assert (talk.pair_id, talk.day, talk.is_held, talk.minutes) == (ANN, date(2026, 11, 3), True, None)
    assert (talk.medium, talk.is_prepared) == ("phone", True)
    assert [one.severity for one in found.findings] == ["warning"]


def diary(more: str = "") -> bytes:
    """What a diary exports: our own series of Ann, in which an appointment of somebody else stands."""
    rhythm = Rhythm(
        id="r", pair_id=ANN, starts_on=date(2026, 10, 5), ends_on=date(2026, 12, 28), interval_days=28
    )
    planned = NOW.with_table(Rhythm, [rhythm])
    (two,) = (one for one in pairs_at_start(planned) if one.pair.id == ANN)
    text = Diaries(planned, datetime(2026, 9, 1, tzinfo=UTC), EN).of_pair(two).decode()
    other = (
        f"BEGIN:VEVENT\r\nUID:{CANARY}-1@elsewhere\r\nDTSTART:20261101T100000Z\r\nSUMMARY:{CANARY}\r\n"
        f"ATTENDEE:mailto:{CANARY}@example.org\r\nEND:VEVENT\r\n{more}"
    )
    return text.replace("BEGIN:VEVENT", other + "BEGIN:VEVENT", 1).encode()


def test_a_calendar_is_a_witness_of_our_own_past_talks_on_the_day_they_moved_to():
    found = read_log(NOW, "export.ics", diary(), TODAY)
    assert told(found) == [(ANN, f"2026-{month}", True) for month in ("10-05", "11-02", "11-30")]
    moved = diary().replace(b":20261102T", b":20261105T").replace(b"CONFIRMED", b"CANCELLED", 1)
    assert told(read_log(NOW, "export.ics", moved, TODAY)) == [
        (ANN, "2026-10-05", False),
        (ANN, "2026-11-05", True),
        (ANN, "2026-11-30", True),
    ]


def test_nothing_else_of_a_calendar_is_read_or_kept(tmp_path):
    ours = diary().replace(b"SUMMARY:Talk", f"COMMENT:{CANARY}\r\nSUMMARY:{CANARY} Talk".encode())
    assert ours.count(CANARY.encode()) > 4
    found = read_log(NOW, "export.ics", ours, TODAY)
    assert (len(found.talks), CANARY in repr(found)) == (3, False)
    file = tmp_path / "p.mentorkit"
    with Store.open(stored_start(file)) as store:
        store.apply(log_talks(store.load(), found), **BY)
        assert len(store.load().rows(Meeting)) == 3
    assert all(CANARY.encode() not in one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"BEGIN:VEVENT\r\n" * 50,
        b"BEGIN:VEVENT\nUID:ann-bo-talk-1@mentorkit\nDTSTART:20269999\nEND:VEVENT",
    ],
)
def test_a_calendar_without_our_talks_says_so(content):
    found = read_log(NOW, "export.ics", content, TODAY)
    assert (found.talks, "No past talk" in EN(found.findings[0].message)) == ((), True)


def test_a_list_adds_to_what_was_noted_and_a_calendar_takes_the_place_of_nothing():
    noted = NOW.with_table(Meeting, [Meeting(id="w", pair_id=ANN, day=date(2026, 11, 6), is_held=False)])
    witness = read_log(NOW, "export.ics", diary(), TODAY)
    seen = sorted(
        (one.day.isoformat(), one.is_held) for one in applied(noted, log_talks(noted, witness)).rows(Meeting)
    )
    assert seen == [("2026-10-05", True), ("2026-11-06", False), ("2026-11-30", True)]
    listed = pasted((*names(ANN), "5-11-2026", "yes"))
    after = applied(noted, log_talks(noted, listed))
    assert [(one.day, one.is_held) for one in after.rows(Meeting)] == [(date(2026, 11, 5), True)]
    assert log_talks(after, listed).items == ()
