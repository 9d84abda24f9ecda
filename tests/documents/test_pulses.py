"""Pulses go out under codes and come back as numbers; nothing else of a mail is read, kept or told."""

from datetime import timedelta
from email.message import EmailMessage
from io import BytesIO
from random import Random
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest

from mentorkit.documents.pulses import open_pulses, pulse_sheets, pulse_workbook, read_pulses
from mentorkit.frames import Snapshot, applied
from mentorkit.model import Pulse
from mentorkit.model.codes import spelt
from mentorkit.progress.known import known_pairs
from mentorkit.progress.pulses import due_pulses
from mentorkit.progress.replies import PulseReply
from mentorkit.text import speaker
from mentorkit.views.mail import LONGEST_LINK, draft
from mentorkit.views.progress.pulses import pulse_form, pulse_mails
from mentorkit.views.start.two import pairs_at_start
from mentorkit.workflows.progress.pulses import ask_pulses, record_pulses
from tests.workflows.started import TODAY, started

LATER = TODAY + timedelta(days=45)
CANARY = "Kanarie-7741 mijn baas Jan is ziek"
SPEAK = speaker("nl")


@pytest.fixture
def now() -> Snapshot:
    due = due_pulses(known_pairs(started(), LATER))
    return applied(started(), ask_pulses(started(), due, Random(3), LATER))  # noqa: S311 -- made-up people


def mail(subject: str, body: str, **more: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = f"{CANARY[:7]}@example.org", "c@example.org", subject
    message.set_content(body, **more)
    return bytes(message)


def answered(code: str, *said: str) -> str:
    return f"{spelt(code)}\n" + "\n".join(f"{at} = {one}" for at, one in enumerate(said, 1))


def test_the_mail_itself_comes_back_filled_in(now):
    twos = {one.pair.id: one for one in pairs_at_start(now)}
    (first, *_) = now.rows(Pulse)
    (written,) = pulse_mails([first], twos, SPEAK)
    assert read_pulses(now, "m.eml", mail(written.subject, written.body)).replies == ()
    body = written.body
    for number, said in zip("1234", ("4", "3", "5", "nee"), strict=True):
        body = body.replace(f"\n{number} =\n", f"\n{number} = {said}\n")
    found = read_pulses(now, "m.eml", mail(f"Re: {written.subject}", body))
    assert found.replies == (PulseReply(first.code, 4, 3, 5, False),)
    assert found.findings == ()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", ["eml", "mbox"])
def test_the_link_in_the_mail_makes_an_answer_that_is_stored_and_nothing_else(now, kind, language):
    twos = {one.pair.id: one for one in pairs_at_start(now)}
    asked = now.rows(Pulse)[1]
    (written,) = pulse_mails([asked], twos, speaker(language), "Carla Mol, Carla@example.org (ma–do)")
    assert written.link
    assert len(written.link) < LONGEST_LINK
    (link,) = [line for line in written.body.splitlines() if line.startswith("mailto:")]
    parts = urlsplit(link)
    made = {name: value for name, (value,) in parse_qs(parts.query, strict_parsing=True).items()}
    assert parts.path == "carla@example.org"
    body = made["body"].replace("\r\n", "\n")
    for number, said in zip("1234", ("4", "3", "5", "ja"), strict=True):
        body = body.replace(f"\n{number} =\n", f"\n{number} = {said}\n")
    reply = mail(made["subject"], f"{body}\n{CANARY}\n{written.body}")
    content = reply if kind == "eml" else b"From x@y Mon Sep 14\n" + reply + b"\n"
    found = read_pulses(now, f"inbox.{kind}", content)
    then = applied(now, record_pulses(now, found.replies, LATER))
    (stored,) = [one for one in then.rows(Pulse) if one.id == asked.id]
    assert (stored.going, stored.clear_goals, stored.kept, stored.wants_contact) == (4, 3, 5, True)
    assert stored.answered_on == LATER
    assert "Kanarie" not in f"{found!r} {then.rows(Pulse)!r}"


def test_without_an_address_of_the_coordinator_a_mail_holds_no_link(now):
    twos = {one.pair.id: one for one in pairs_at_start(now)}
    mails = pulse_mails(now.rows(Pulse), twos, SPEAK, "Carla Mol")
    assert mails
    assert not [one for one in mails if "mailto:" in one.body]


@pytest.mark.parametrize("kind", ["plain", "html", "pasted", "row"])
def test_an_answer_is_read_however_it_comes(now, kind):
    code = now.rows(Pulse)[0].code
    text = f"{CANARY}\n{answered(code, '2', '3', '4', 'Ja')}\n{CANARY}"
    if kind == "row":
        text = "2 3 4 ja\n\n> 1 = 5\nVan: Carla"
    if kind == "html":
        content = mail(f"Re: {spelt(code)}", f"<p>{'<br>'.join(text.splitlines())}</p>", subtype="html")
    else:
        content = mail(f"Re: Hoe gaat het? {spelt(code)}", text)
    if kind == "pasted":
        found = read_pulses(now, "pasted.txt", text.encode())
    else:
        found = read_pulses(now, "m.eml", content)
    assert found.replies == (PulseReply(code, 2, 3, 4, True),)


def test_a_mailbox_of_sixty_replies_is_read_exactly(now):
    codes = [one.code for one in now.rows(Pulse)]
    rng, box, expected = Random(1), b"", []  # noqa: S311 -- made-up people
    for number in range(60):
        code, said = codes[number % len(codes)], [str(rng.randrange(1, 6)) for _ in range(3)]
        body = f"{answered(code, *said, 'nee')}\n\nOp maandag schreef Carla:\n> 1 = 1\n"
        box += b"From x@y Mon Sep 14\n" + mail(f"Re: {spelt(code)}", body) + b"\n"
        expected.append(PulseReply(code, *map(int, said), False))
    assert read_pulses(now, "inbox.mbox", box).replies == tuple(expected)


def test_what_is_no_answer_is_told_without_its_words(now):
    code = now.rows(Pulse)[0].code
    wrong = code[:-1] + ("2" if code[-1] != "2" else "3")
    box = b"".join(
        b"From x\n" + mail(subject, body) + b"\n"
        for subject, body in (
            (CANARY, CANARY),
            (f"Re: {spelt(code)}", CANARY),
            (f"Re: {spelt(wrong)}", "1 = 4"),
        )
    )
    found = read_pulses(now, "inbox.mbox", box)
    assert found.replies == ()
    assert [one.row for one in found.findings] == [1, 2, 3]
    assert "Kanarie" not in repr(found)
    assert read_pulses(now, "x.eml", bytes(range(256))).replies == ()


def test_of_a_mail_nothing_but_the_numbers_is_kept(now):
    code = now.rows(Pulse)[0].code
    content = mail(f"{CANARY} {spelt(code)}", f"{CANARY}\n{answered(code, '1', '2', '3', 'ja')}\n{CANARY}")
    found = read_pulses(now, "m.eml", content)
    then = applied(now, record_pulses(now, found.replies, LATER))
    assert "Kanarie" not in repr(found)
    assert "Kanarie" not in repr(then.rows(Pulse))


def test_the_workbook_and_an_export_of_the_form_come_back_by_their_codes(now):
    twos = {one.pair.id: one for one in pairs_at_start(now)}
    asked = open_pulses(now.rows(Pulse))
    book = openpyxl.load_workbook(BytesIO(pulse_workbook(asked, twos, SPEAK)))
    sheet = book.active
    for column, said in enumerate(("5", "4", "3", "ja"), 3):
        sheet.cell(2, column).value = said
    saved = BytesIO()
    book.save(saved)
    found = read_pulses(now, "p.xlsx", saved.getvalue())
    assert found.replies == (PulseReply(asked[0].code, 5, 4, 3, True),)
    lines = [one for one in pulse_form(SPEAK).splitlines() if one[:2] in ("1.", "2.", "3.", "4.")]
    heads = ";".join(["Tijdstempel", "Je code", *(f'"{one}"' for one in lines)])
    export = f"{heads}\n{CANARY};{spelt(asked[1].code)};1;2;3;nee\n{CANARY};ABCD-EFGH;1;2;3;nee\n"
    found = read_pulses(now, "form.csv", export.encode())
    assert found.replies == (PulseReply(asked[1].code, 1, 2, 3, False),)
    assert len(found.findings) == 1
    assert "Kanarie" not in repr(found)


def test_what_somebody_answered_stands_in_no_mail_paper_or_workbook(now):
    twos = {one.pair.id: one for one in pairs_at_start(now)}
    replies = [PulseReply(one.code, 2, 2, 2, True) for one in now.rows(Pulse)[:2]]
    then = applied(now, record_pulses(now, replies, LATER))
    for language in ("nl", "en"):
        speak = speaker(language)
        for made in (pulse_sheets, pulse_workbook):
            before, after = (made(open_pulses(one.rows(Pulse)[2:]), twos, speak) for one in (now, then))
            assert len(before) == len(after)
        mails = [draft(pulse_mails(one.rows(Pulse), twos, speak), speak) for one in (now, then)]
        assert mails[0] == mails[1]
