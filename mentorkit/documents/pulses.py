"""Pulses on paper and in a workbook, and the answers that come back: of a mail, a table or a pasted text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy

from mentorkit.frames import Snapshot
from mentorkit.intake import read_file
from mentorkit.intake.values.cells import as_text
from mentorkit.model import Finding, Pulse
from mentorkit.model.codes import codes_in, spelt
from mentorkit.progress.replies import PulseReply, replies_in, reply_of
from mentorkit.text import LANGUAGES, Speaker, say, speaker
from mentorkit.text.compare import folded
from mentorkit.views.progress.pulses import QUESTIONS, SCALES, YOUR_CODE, question_lines
from mentorkit.views.start.two import Two
from mentorkit.writing import sheets, word

PASTED_MAIL = "pasted.txt"
"""The name of a text that was pasted."""

_FROM = re.compile(rb"^From .*\r?\n", re.MULTILINE)
_TAGS = re.compile(r"<(?:br|/p|/div|/li|/tr)[^>]*>", re.IGNORECASE), re.compile(r"<[^>]*>")
_NO_CODE = say("No code of a pulse stands in this mail. Ask for an answer to the mail with the code.")
_NO_ANSWER = say("The code is here, but no answer such as 1 = 4.")
_NO_COLUMN = say("No column is called “Your code”. Keep the headings of the form as they are.")
_UNKNOWN = say("Nobody was given this code, or it was typed wrongly.")


@dataclass(frozen=True)
class ReturnedPulses:
    """What was read: the answers under their codes, and what could not be read, never with its words."""

    replies: tuple[PulseReply, ...]
    findings: tuple[Finding, ...]


def pulse_sheets(asked: Iterable[Pulse], twos: Mapping[str, Two], speak: Speaker) -> bytes:
    """A .docx with a page for each person who was asked, to fill in by hand; nobody's answer is in it."""
    document = word.new_document(speak(say("How is your mentoring going?")), speak.language)
    for at, one in enumerate(one for one in asked if one.pair_id in twos):
        called = twos[one.pair_id].names[one.side]
        word.add_heading(document, called, 2, is_on_new_page=at > 0)
        word.add_line(document, f"{speak(YOUR_CODE)}: {spelt(one.code)}")
        for line in question_lines(speak):
            word.add_line(document, line)
            word.add_list(document, ["…" * 12], "")
        word.add_line(document, speak(say("Only the coordinator sees your answers.")))
    return word.saved_document(document)


def pulse_workbook(asked: Iterable[Pulse], twos: Mapping[str, Two], speak: Speaker) -> bytes:
    """A workbook with a row for each person who was asked, to type answers in that were given by phone."""
    book = sheets.new_book()
    sheet = book.create_sheet(speak(say("Answers")))
    heads = [speak(say("Name")), speak(YOUR_CODE), *(speak(one) for one in QUESTIONS.values())]
    sheets.add_row(sheet, heads, sheets.style_of(sheet, sheets.HEAD))
    plain = sheets.style_of(sheet, sheets.WRAPPED)
    for one in asked:
        if one.pair_id in twos:
            cells = [twos[one.pair_id].names[one.side], spelt(one.code), *[""] * len(QUESTIONS)]
            sheets.add_row(sheet, cells, plain)
    sheets.set_columns(sheet, [28, 14, *[24] * len(QUESTIONS)])
    sheets.arrange(sheet, "C2")
    return sheets.saved(book)


def read_pulses(snapshot: Snapshot, name: str, content: bytes) -> ReturnedPulses:
    """The answers in a mail (.eml), a mailbox (.mbox), a pasted text (.txt) or a table (.xlsx, .csv).

    Only codes and numbers are taken: nothing else of a mail is kept, nor told in a finding. Raises
    FileRefused when a table is not safe to read or damaged.
    """
    known = {one.code for one in snapshot.rows(Pulse)}
    if name.lower().endswith((".xlsx", ".csv")):
        return _in_tables(name, content, known)
    texts = [content.decode("utf-8", "replace")] if name.lower().endswith(".txt") else _mails(content)
    replies: list[PulseReply] = []
    findings = []
    for number, text in enumerate(texts, 1):
        found = replies_in(text, known)
        told = [one for one in found if one.told]
        replies += told
        if not told:
            findings.append(Finding(name, number, None, None, _NO_ANSWER if found else _NO_CODE))
    return ReturnedPulses(tuple(replies), tuple(findings))


def _mails(content: bytes) -> Iterator[str]:
    """The subject and the text of each mail in a file; one that cannot be read is an empty text."""
    parts = [part for part in _FROM.split(content) if part.strip()]
    for part in parts:
        message = message_from_bytes(part, policy=policy.default)
        try:
            body = message.get_body(("plain", "html"))
            text = body.get_content() if body else ""
            is_html = body is not None and body.get_content_subtype() == "html"
            yield f"{message['subject'] or ''}\n{_bare(text) if is_html else text}"
        except (LookupError, ValueError, AttributeError, KeyError):
            yield ""


def _bare(html: str) -> str:
    """The text of a mail in HTML, line by line."""
    lines, tags = _TAGS
    return tags.sub("", lines.sub("\n", html)).replace("&nbsp;", " ").replace("\xa0", " ")


def _in_tables(name: str, content: bytes, known: set[str]) -> ReturnedPulses:
    words = [*map(speaker, LANGUAGES)]
    heads = {
        folded(speak(asked)): str(at) for speak in words for at, asked in enumerate(QUESTIONS.values(), 1)
    }
    heads |= {
        folded(f"{at}. {speak(asked)} ({speak(SCALES[field])})"): str(at)
        for speak in words
        for at, (field, asked) in enumerate(QUESTIONS.items(), 1)
    }
    codes = {folded(speak(YOUR_CODE)) for speak in words}
    replies: list[PulseReply] = []
    findings: list[Finding] = []
    for table in read_file(name, content).tables:
        places = {at: heads[folded(head)] for at, head in enumerate(table.headers) if folded(head) in heads}
        own = [at for at, head in enumerate(table.headers) if folded(head) in codes]
        if not own:
            findings.append(Finding(table.file, None, None, None, _NO_COLUMN))
            continue
        for row, cells in table.rows:
            said = [as_text(cell).strip() for cell in cells]
            code = next((one for one in codes_in(said[own[0]]) if one in known), None)
            if code is None:
                findings.append(Finding(table.file, row, table.headers[own[0]], None, _UNKNOWN))
            elif (reply := reply_of(code, {number: said[at] for at, number in places.items()})).told:
                replies.append(reply)
    return ReturnedPulses(tuple(replies), tuple(findings))


def open_pulses(pulses: Sequence[Pulse]) -> tuple[Pulse, ...]:
    """Those to which no answer came yet, the newest first."""
    waiting = [one for one in pulses if one.answered_on is None]
    return tuple(sorted(waiting, key=lambda one: (-one.asked_on.toordinal(), one.id)))
