"""The programme that a page opens with, or why it cannot be opened."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import marimo as mo
from markupsafe import Markup

from mentorkit.errors import MentorkitError
from mentorkit.serving.visit import Visit
from mentorkit.store.here import remember_opened
from mentorkit.text import Message, Speaker, reader, say
from mentorkit.text.language import language_here
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import html
from mentorkit.workflows.made_up import made_up_programme


def open_desk(query: Mapping[str, Any]) -> Desk:
    """The programme that the request is about; without one made-up people, and nothing is kept.

    Those speak the language that the address asks for, otherwise that of this computer.
    """
    request = mo.app_meta().request
    visit = Visit.of(request.meta) if request else None
    if visit is not None:
        return desk_of(visit, reader(query, visit.language))
    desk = Desk(made_up_programme(reader(query, language_here()).language))
    desk.notice = say(
        "No programme is open, so these are made-up people, and what you change is not kept. "
        "Start mentorkit with the command `mentorkit` for your own."
    )
    return desk


def desk_of(visit: Visit, speak: Speaker) -> Desk:
    """The programme of a visit; when its file cannot be opened the page says why, and no more."""
    try:
        desk = Desk(visit.programme, language=visit.language, root=visit.place)
    except MentorkitError as refusal:
        mo.stop(True, _instead_of_the_page(refusal.message, speak))
        raise
    if not desk.snapshot.programme.is_sample:
        gone = remember_opened(visit.programme, desk.snapshot.programme.name)
        desk.notice = _not_the_last(gone) if gone else None
    return desk


def _not_the_last(gone: Path) -> Message:
    return say(
        "The programme that you opened last is not there any more: {file}. This is another one.",
        file=str(gone),
    )


def _instead_of_the_page(why: Message, speak: Speaker) -> mo.Html:
    title, again = say("This programme cannot be opened"), say("Try again")
    page = Markup('<h1>{}</h1><p class="mk-notice">{}</p><p class="mk-link"><a href="?lang={}">{}</a></p>')
    return html(page.format(speak(title), speak(why), speak.language, speak(again)))
