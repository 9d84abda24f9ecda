"""Answers to questionnaires that come back under codes: of a mail, a table or a pasted text."""

from collections.abc import Iterator, Mapping

from mentorkit.documents.replied import Replies, headings_of, read_replies
from mentorkit.evaluation.questionnaires import CORE, Questionnaire, questionnaires
from mentorkit.evaluation.replies import WaveReply, numbers_in, wave_reply
from mentorkit.frames import Snapshot
from mentorkit.model import Response
from mentorkit.text import Speaker
from mentorkit.views.evaluation.waves import item_lines


def read_responses(snapshot: Snapshot, name: str, content: bytes) -> Replies[WaveReply]:
    """The answers in a mail (.eml), a mailbox (.mbox), a pasted text (.txt) or a table (.xlsx, .csv).

    Only codes and numbers are taken: nothing else of a mail is kept, nor told in a finding. Raises
    FileRefused when a table is not safe to read or damaged.
    """
    asked = {one.code: one for one in snapshot.rows(Response)}
    questionnaire = questionnaires()[CORE]

    def told(code: str, given: Mapping[str, str]) -> WaveReply | None:
        reply = wave_reply(asked[code], questionnaire, given)
        return reply if reply.answers else None

    heads = headings_of(lambda speak: _headings(questionnaire, speak))
    return read_replies((name, content), asked, numbers_in, told, heads)


def _headings(questionnaire: Questionnaire, speak: Speaker) -> Iterator[tuple[str, str]]:
    """The questions as they stand in our workbook and in a form, and by their key alone."""
    for item in questionnaire.items:
        yield item.key, item.key
        for role in item.roles:
            yield from ((line, item.key) for line in item_lines([item], role, speak))
