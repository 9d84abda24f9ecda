"""Answers under codes that come back by mail, as a pasted text or in a table, and the papers they come from.

Only codes and what stands in the place of an answer are taken: nothing else of a mail is kept, nor told.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy
from typing import Generic, TypeVar

from mentorkit.intake import read_file
from mentorkit.intake.values.cells import as_text
from mentorkit.model import Finding
from mentorkit.model.codes import codes_in, lines_under_codes, spelt
from mentorkit.text import LANGUAGES, Speaker, say, speaker
from mentorkit.text.compare import folded
from mentorkit.views.mail import YOUR_CODE
from mentorkit.writing import sheets, word

PASTED_MAIL = "pasted.txt"
"""The name of a text that was pasted."""

_FROM = re.compile(rb"^From .*\r?\n", re.MULTILINE)
_TAGS = re.compile(r"<(?:br|/p|/div|/li|/tr)[^>]*>", re.IGNORECASE), re.compile(r"<[^>]*>")
_NO_CODE = say("No code of ours stands in this mail. Ask for an answer to the mail with the code.")
_NO_ANSWER = say("The code is here, but no number behind a question.")
_NO_COLUMN = say("No column is called “Your code”. Keep the headings of the form as they are.")
_UNKNOWN = say("Nobody was given this code, or it was typed wrongly.")

Reply = TypeVar("Reply")


@dataclass(frozen=True)
class Replies(Generic[Reply]):
    """What was read: the answers under their codes, and what could not be read, never with its words."""

    replies: tuple[Reply, ...]
    findings: tuple[Finding, ...]


def read_replies(
    file: tuple[str, bytes],
    known: Container[str],
    given_in: Callable[[Iterable[str]], Mapping[str, str]],
    reply_of: Callable[[str, Mapping[str, str]], Reply | None],
    heads: Mapping[str, str],
) -> Replies[Reply]:
    """The answers in a mail (.eml), a mailbox (.mbox), a pasted text (.txt) or a table (.xlsx, .csv).

    `known` are the codes that were given. `given_in` finds the answers by question in lines, `heads` says
    which question stands under a heading, and `reply_of` makes a reply of a code and its answers, None when
    there is none. Raises FileRefused when a table is not safe to read or damaged.
    """
    name, content = file
    if name.lower().endswith((".xlsx", ".csv")):
        return _in_tables(file, known, reply_of, heads)
    texts = [content.decode("utf-8", "replace")] if name.lower().endswith(".txt") else _mails(content)
    replies: list[Reply] = []
    findings = []
    for number, text in enumerate(texts, 1):
        under = lines_under_codes(text, known)
        told = [one for code, lines in under.items() if (one := reply_of(code, given_in(lines)))]
        replies += told
        if not told:
            findings.append(Finding(name, number, None, None, _NO_ANSWER if under else _NO_CODE))
    return Replies(tuple(replies), tuple(findings))


def headings_of(said: Callable[[Speaker], Iterable[tuple[str, str]]]) -> Mapping[str, str]:
    """What each heading stands for, in every language: `said` gives the words and their meaning in one."""
    return {folded(words): key for speak in map(speaker, LANGUAGES) for words, key in said(speak)}


def coded_sheets(title: str, asked: Iterable[tuple[str, str, Iterable[str]]], speak: Speaker) -> bytes:
    """A .docx with a page for each person who was asked: the name, the code, and lines to answer by hand."""
    document = word.new_document(title, speak.language)
    for at, (name, code, lines) in enumerate(asked):
        word.add_heading(document, name, 2, is_on_new_page=at > 0)
        word.add_line(document, f"{speak(YOUR_CODE)}: {spelt(code)}")
        for line in lines:
            word.add_line(document, line)
            word.add_list(document, ["…" * 12], "")
        word.add_line(document, speak(say("Only the coordinator sees your answers.")))
    return word.saved_document(document)


def coded_workbook(
    parts: Iterable[tuple[str, Sequence[str], Iterable[tuple[str, str]]]], speak: Speaker
) -> bytes:
    """A workbook with a sheet for each part: its title, its questions, and a row for each name and code."""
    book = sheets.new_book()
    for title, questions, asked in parts:
        sheet = book.create_sheet(sheets.title_of(title))
        head, plain = (sheets.style_of(sheet, look) for look in (sheets.HEAD, sheets.WRAPPED))
        sheets.add_row(sheet, [speak(say("Name")), speak(YOUR_CODE), *questions], head)
        for name, code in asked:
            sheets.add_row(sheet, [name, spelt(code), *[""] * len(questions)], plain)
        sheets.set_columns(sheet, [28, 14, *[24] * len(questions)])
        sheets.arrange(sheet, "C2")
    return sheets.saved(book)


def _mails(content: bytes) -> Iterator[str]:
    """The subject and the text of each mail in a file; one that cannot be read is an empty text."""
    for part in filter(bytes.strip, _FROM.split(content)):
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
    return _TAGS[1].sub("", _TAGS[0].sub("\n", html)).replace("&nbsp;", " ").replace("\xa0", " ")


def _in_tables(
    file: tuple[str, bytes],
    known: Container[str],
    reply_of: Callable[[str, Mapping[str, str]], Reply | None],
    heads: Mapping[str, str],
) -> Replies[Reply]:
    codes = {folded(speak(YOUR_CODE)) for speak in map(speaker, LANGUAGES)}
    replies: list[Reply] = []
    findings: list[Finding] = []
    for table in read_file(*file).tables:
        said = [folded(head) for head in table.headers]
        own = next((at for at, head in enumerate(said) if head in codes), None)
        if own is None:
            findings.append(Finding(table.file, None, None, None, _NO_COLUMN))
            continue
        for row, cells in table.rows:
            texts = [as_text(cell).strip() for cell in cells]
            code = next((one for one in codes_in(texts[own]) if one in known), None)
            given = {heads[head]: text for head, text in zip(said, texts, strict=False) if head in heads}
            if code is None:
                findings.append(Finding(table.file, row, table.headers[own], None, _UNKNOWN))
            elif reply := reply_of(code, given):
                replies.append(reply)
    return Replies(tuple(replies), tuple(findings))
