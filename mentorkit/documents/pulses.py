"""Pulses on paper and in a workbook, and the answers that come back: of a mail, a table or a pasted text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mentorkit.documents.replied import Replies, coded_sheets, coded_workbook, headings_of, read_replies
from mentorkit.frames import Snapshot
from mentorkit.model import Pulse
from mentorkit.progress.replies import PulseReply, answers_in, reply_of
from mentorkit.text import Speaker, say
from mentorkit.views.progress.pulses import QUESTIONS, question_lines
from mentorkit.views.start.two import Two


def pulse_sheets(asked: Iterable[Pulse], twos: Mapping[str, Two], speak: Speaker) -> bytes:
    """A .docx with a page for each person who was asked, to fill in by hand; nobody's answer is in it."""
    pages = ((name, code, question_lines(speak)) for name, code in _people(asked, twos))
    return coded_sheets(speak(say("How is your mentoring going?")), pages, speak)


def pulse_workbook(asked: Iterable[Pulse], twos: Mapping[str, Two], speak: Speaker) -> bytes:
    """A workbook with a row for each person who was asked, to type answers in that were given by phone."""
    questions = [speak(one) for one in QUESTIONS.values()]
    return coded_workbook([(speak(say("Answers")), questions, _people(asked, twos))], speak)


def read_pulses(snapshot: Snapshot, name: str, content: bytes) -> Replies[PulseReply]:
    """The answers in a mail (.eml), a mailbox (.mbox), a pasted text (.txt) or a table (.xlsx, .csv).

    Only codes and numbers are taken: nothing else of a mail is kept, nor told in a finding. Raises
    FileRefused when a table is not safe to read or damaged.
    """
    known = {one.code for one in snapshot.rows(Pulse)}
    return read_replies((name, content), known, answers_in, _told, headings_of(_headings))


def _told(code: str, given: Mapping[str, str]) -> PulseReply | None:
    reply = reply_of(code, given)
    return reply if reply.told else None


def _headings(speak: Speaker) -> Iterator[tuple[str, str]]:
    """The questions as they stand in our workbook, and as they stand in a form."""
    for at, (asked, line) in enumerate(zip(QUESTIONS.values(), question_lines(speak), strict=True), 1):
        yield speak(asked), str(at)
        yield line, str(at)


def _people(asked: Iterable[Pulse], twos: Mapping[str, Two]) -> Iterator[tuple[str, str]]:
    """The name and the code of each who was asked and whose pair is together."""
    for one in asked:
        if one.pair_id in twos:
            yield twos[one.pair_id].names[one.side], one.code


def open_pulses(pulses: Sequence[Pulse]) -> tuple[Pulse, ...]:
    """Those to which no answer came yet, the newest first."""
    waiting = [one for one in pulses if one.answered_on is None]
    return tuple(sorted(waiting, key=lambda one: (-one.asked_on.toordinal(), one.id)))
