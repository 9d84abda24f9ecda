"""The question library out: as an empty workbook, and as a text to paste into a form."""

from functools import lru_cache

from mentorkit.model import Role
from mentorkit.questions.library import with_own_topics
from mentorkit.text import Speaker
from mentorkit.workbook.question_workbook import form_text, question_workbook


@lru_cache
def sign_up_workbook(speak: Speaker, role: Role | None = None, own: tuple[str, ...] = ()) -> bytes:
    """An empty .xlsx for sign-ups, whose columns are known when it comes back; of one role or of both.

    `own` are the names of the programme's own topics.
    """
    return question_workbook(with_own_topics(own), speak, role)


@lru_cache
def sign_up_text(role: Role, speak: Speaker, own: tuple[str, ...] = ()) -> str:
    """All questions of a role, to paste into an online form; `own` are the programme's own topics.

    >>> from mentorkit.text import speaker
    >>> sign_up_text("mentor", speaker("en")).splitlines()[3:5]
    ['1. What are you called?', '[Open question]']
    """
    return form_text(with_own_topics(own), role, speak)
