"""Mails about pairs: to open one by one, in a workbook to merge, or as drafts in one file. None is sent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from mentorkit.documents.archive import zipped
from mentorkit.documents.texts import FIELDS, TEXTS, Text, Values, field_name, filled_text, text_in
from mentorkit.frames import Snapshot
from mentorkit.model import SIDES, TextKey
from mentorkit.questions.library import expectations
from mentorkit.text import Speaker, say
from mentorkit.views.mail import Mail
from mentorkit.views.start.steps import WRITES, Started
from mentorkit.views.start.two import Two
from mentorkit.views.start.why import practical_reasons, shared_themes
from mentorkit.writing import sheets

MERGED = tuple(FIELDS)[:-1]
"""The columns to merge: every field but the questions."""


@dataclass(frozen=True)
class Letter:
    """A mail about one pair, what its text was filled with, and to whom it goes, by name and address."""

    two: Two
    known: Values
    to: tuple[tuple[str, str], ...]
    text: Text

    @property
    def mail(self) -> Mail:
        """The mail to open or to copy; without an address when one is not known."""
        found = [address for _, address in self.to]
        to = ",".join(found) if all(found) else ""
        return Mail(to, self.two.called, self.text.subject, self.text.body)


def letters(snapshot: Snapshot, pairs: Sequence[Two], key: TextKey, speak: Speaker) -> tuple[Letter, ...]:
    """One mail to both for each pair."""
    text, found = text_in(snapshot, key, speak.language), []
    for two in pairs:
        known = values_of(snapshot, two, speak)
        to = tuple((two.names[side], two.reach[side][0]) for side in SIDES)
        found.append(Letter(two, known, to, filled_text(text, known)))
    return tuple(found)


def due_letters(
    snapshot: Snapshot, found: Sequence[Started], key: TextKey | None, speak: Speaker
) -> tuple[Letter, ...]:
    """The mail that each pair needs next, or a text for all of them; none where nothing is to be sent now."""
    due = {one.two.pair.id: WRITES.get(one.at.stage) for one in found if one.at.is_due}
    groups = {
        name: [one.two for one in found if name in (key, key or due.get(one.two.pair.id))] for name in TEXTS
    }
    return tuple(one for name, pairs in groups.items() for one in letters(snapshot, pairs, name, speak))


def values_of(snapshot: Snapshot, two: Two, speak: Speaker) -> Values:
    """What a text can show of a pair. Never points, preferences, or what only one of the two told."""
    programme, unknown = snapshot.programme, speak(say("address unknown"))
    known: dict[str, str | list[str]] = {}
    for side in SIDES:
        address, called = two.reach[side]
        known |= {side: two.names[side], f"{side}_first": called, f"{side}_email": address or unknown}
    return known | {
        "word_mentee": speak(say("mentee")),
        "word_mentor": speak(say("mentor")),
        "names": speak.write([called for _, called in two.reach.values()]),
        "programme": programme.name,
        "themes": shared_themes(two, programme.topic_names, speak),
        "practical": practical_reasons(two, speak),
        "coordinator": programme.framework.coordinator,
        "contact": programme.framework.contact_points,
        "questions": [f"{n}. {one}" for n, one in enumerate(_questions(speak), 1)],
    }


def merge_workbook(found: Sequence[Letter], speak: Speaker) -> bytes:
    """A workbook with a row for each mail, to merge in Word or Outlook: fields, subject and text."""
    book = sheets.new_book()
    sheet = book.create_sheet(speak(say("Text for each pair")))
    heads = [
        *(field_name(field, speak.language) for field in MERGED),
        speak(say("Subject")),
        speak(say("Text")),
    ]
    sheets.add_row(sheet, heads, sheets.style_of(sheet, sheets.HEAD))
    plain = sheets.style_of(sheet, sheets.WRAPPED)
    for letter in found:
        known = (letter.known[field] for field in MERGED)
        cells = [one if isinstance(one, str) else "\n".join(one) for one in known]
        sheets.add_row(sheet, [*cells, letter.text.subject, letter.text.body], plain)
    sheets.set_columns(sheet, [24] * len(heads))
    sheets.arrange(sheet, "C2")
    return sheets.saved(book)


def mail_drafts(found: Sequence[Letter]) -> bytes:
    """A zip with a draft for each mail, to open in a mail program and to send from there."""
    return zipped("eml", ((one.two.called, bytes(_draft(one))) for one in found))


def _draft(letter: Letter) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = letter.text.subject
    if to := tuple(_addresses(letter)):
        message["To"] = to
    message["X-Unsent"] = "1"  # by custom it opens to be sent, in mail programs that know it
    message.set_content(letter.text.body)
    return message


def _addresses(letter: Letter) -> Iterator[Address]:
    for name, address in letter.to:
        user, at, domain = address.rpartition("@")
        if at and address.isascii() and not any(sign in address for sign in '\r\n ,;<>"()[]:'):
            yield Address(" ".join(name.split()), user, domain)


def _questions(speak: Speaker) -> Iterator[str]:
    """The questions before the first talk, each with what can be chosen on the same line."""
    for question in expectations():
        options = " / ".join(speak.wording(option) for option in question.options.values())
        wording = speak.wording(question.wording)
        yield f"{wording} ({options})" if options else wording
