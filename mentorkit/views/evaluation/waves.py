"""A wave in words: its questions for a form and in mails, under codes."""

from collections.abc import Iterable, Mapping

from mentorkit.evaluation.questionnaires import Item, Questionnaire
from mentorkit.model import RESPONDENTS, WAVES, Respondent, Wave
from mentorkit.text import Message, Speaker, say
from mentorkit.text.terms import capital
from mentorkit.views.mail import coded_form

LOOK_BACK = say("Look back: how was this at the start?")
"""Above the questions that are asked again about the start."""


def wave_called(role: Respondent, wave: Wave) -> Message:
    """A questionnaire by its wave and by who answers it."""
    return say("{wave}, {role}", wave=WAVES[wave], role=RESPONDENTS[role])


def item_lines(items: Iterable[Item], role: Respondent, speak: Speaker) -> list[str]:
    """Questions, each with its key and with what the numbers mean."""
    return [f"{one.key}. {speak.wording(one.wording(role))} ({speak.wording(one.choices)})" for one in items]


def wave_forms(questionnaire: Questionnaire, wave: Wave, speak: Speaker) -> Mapping[str, str]:
    """A text to paste into an online form for each role that is asked in a wave, by its title."""
    back = [speak(LOOK_BACK), ""] if wave == "then" else []
    asked = {role: questionnaire.asked(role, wave) for role in RESPONDENTS}
    titles = {role: capital(speak(wave_called(role, wave))) for role, items in asked.items() if items}
    return {
        title: coded_form(title, [*back, *item_lines(asked[role], role, speak)], speak)
        for role, title in titles.items()
    }
