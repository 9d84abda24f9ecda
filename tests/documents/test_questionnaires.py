"""Questionnaires go out under codes and come back as numbers; nothing else of a mail is kept or told."""

from io import BytesIO
from random import Random

import openpyxl
import pytest

from mentorkit.documents.questionnaires import read_responses
from mentorkit.evaluation.questionnaires import CORE, questionnaires
from mentorkit.evaluation.replies import WaveReply
from mentorkit.evaluation.response_rates import unanswered
from mentorkit.frames import Snapshot, applied
from mentorkit.model import Response
from mentorkit.model.codes import spelt
from mentorkit.text import speaker
from mentorkit.views.evaluation.waves import wave_forms
from mentorkit.workflows.evaluation.asking import ask_wave, record_responses
from mentorkit.workflows.evaluation.sending import asked_people, wave_mails, wave_sheets, wave_workbook
from tests.documents.test_pulses import CANARY, mail
from tests.workflows.started import TODAY, started

SPEAK, ASKED = speaker("nl"), questionnaires()[CORE]
THEN = {"L1": 2, "L2": 3, "L3": 1, "L4": 2}


@pytest.fixture(scope="module")
def now() -> Snapshot:
    return applied(started(), ask_wave(started(), "closing", Random(3), TODAY))  # noqa: S311 -- made-up people


def asked_of(now: Snapshot, person: str, wave: str) -> Response:
    return next(one for one in now.rows(Response) if (one.person_id, one.wave) == (person, wave))


def test_one_mail_asks_a_person_everything_and_comes_back_filled_in(now):
    mails = {
        one.name: one for one in wave_mails(asked_people(now, unanswered(now.rows(Response))), ASKED, SPEAK)
    }
    assert len(mails) == 4
    written = mails["Cas Peeters"]
    closing, then = (asked_of(now, "cas", wave) for wave in ("closing", "then"))
    body, back = written.body.split(spelt(then.code))
    assert read_responses(now, "m.eml", mail(written.subject, written.body)).replies == ()
    for item, said in THEN.items():
        back = back.replace(f"\n{item} =\n", f"\n{item} = {said}\n")
    body = (
        body.replace("\nR1 =\n", "\nR1 = 5\n")
        .replace("\nN1 =\n", "\nN1 = 10\n")
        .replace("\nR2 =\n", "\nR2 = 6\n")
    )
    found = read_responses(now, "m.eml", mail(f"Re: {written.subject}", f"{body}{spelt(then.code)}{back}"))
    assert found.replies == (WaveReply(closing.code, {"R1": 5, "N1": 10}), WaveReply(then.code, THEN))
    assert found.findings == ()


def test_of_a_mail_nothing_but_codes_and_numbers_in_range_is_kept(now):
    one = asked_of(now, "ann", "closing")
    text = f"{CANARY}\n{spelt(one.code)}\n{CANARY}\nL1 = 4\nl2: 7\nM1 = 3\n> L3 = 2\nB1 - 2.\n{CANARY}"
    found = read_responses(now, "pasted.txt", text.encode())
    assert found.replies == (WaveReply(one.code, {"L1": 4, "B1": 2}),)
    then = applied(now, record_responses(now, found.replies, TODAY))
    assert "Kanarie" not in repr(found) + repr(then.rows(Response))
    wrong = read_responses(now, "pasted.txt", f"{CANARY} {spelt(one.code)}\n{CANARY}".encode())
    assert (wrong.replies, len(wrong.findings)) == ((), 1)
    assert "Kanarie" not in repr(wrong)


def test_the_workbook_comes_back_by_its_codes(now):
    content = wave_workbook(asked_people(now, now.rows(Response)), ASKED, SPEAK)
    book = openpyxl.load_workbook(BytesIO(content))
    assert sorted(book.sheetnames) == [
        "eindmeting, mentee",
        "eindmeting, mentor",
        "eindmeting, mentor over de ment",
        "terugblik, mentee",
        "terugblik, mentor",
    ]
    sheet = book["terugblik, mentee"]
    assert [cell.value for cell in sheet[1]][2].startswith("L1. ")
    for column, said in enumerate(THEN.values(), 3):
        sheet.cell(2, column).value = said
    saved = BytesIO()
    book.save(saved)
    code = sheet.cell(2, 2).value.replace("-", "")
    assert read_responses(now, "v.xlsx", saved.getvalue()).replies == (WaveReply(code, THEN),)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_export_of_the_form_comes_back_by_its_codes(now, language):
    form = list(wave_forms(ASKED, "closing", speaker(language)).values())[2]
    lines = [line for line in form.splitlines() if line[:1] == "B"]
    one = next(row for row in now.rows(Response) if row.role == "observer")
    code = speaker(language)("Your code")
    heads = ";".join(["Tijdstempel", code, *(f'"{line}"' for line in lines)])
    export = f"{heads}\n{CANARY};{spelt(one.code)};1;2 - oneens;9;4\n{CANARY};ABCD-EFGH;1;2;3;4\n"
    found = read_responses(now, "form.csv", export.encode())
    assert found.replies == (WaveReply(one.code, {"B1": 1, "B2": 2, "B4": 4}),)
    assert len(found.findings) == 1
    assert "Kanarie" not in repr(found)


def test_what_somebody_answered_stands_in_no_mail_paper_or_workbook(now):
    first, *others = now.rows(Response)
    then = applied(now, record_responses(now, [WaveReply(first.code, {"B1": 1, "B2": 1})], TODAY))
    for make in (wave_sheets, wave_workbook):
        before, after = (make(asked_people(one, one.rows(Response)[1:]), ASKED, SPEAK) for one in (now, then))
        assert len(before) == len(after)
    assert others
