"""The programme that a page opens with, or why it cannot be opened."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import marimo as mo
from markupsafe import Markup

from mentorkit.errors import FileRefused, MentorkitError
from mentorkit.serving.visit import Visit
from mentorkit.store import Backup
from mentorkit.store.here import remember_opened
from mentorkit.store.restore import RESTORABLE, put_back, ways_back
from mentorkit.text import Message, Speaker, reader, say
from mentorkit.text.language import language_here, who_is_here
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import html
from mentorkit.views.programme.backups import choice_line, put_back_line
from mentorkit.workflows.made_up import made_up_programme


def open_desk(query: Mapping[str, Any]) -> Desk:
    """The programme that the request is about; without one made-up people, and nothing is kept.

    Those speak the language that the address asks for, otherwise that of this computer.
    """
    request = mo.app_meta().request
    visit = Visit.of(request.meta) if request else None
    if visit is not None:
        return desk_of(visit, reader(query, visit.language), query)
    desk = Desk(made_up_programme(reader(query, language_here()).language))
    desk.notice = say(
        "No programme is open, so these are made-up people, and what you change is not kept. "
        "Start mentorkit with the command `mentorkit` for your own."
    )
    return desk


def desk_of(visit: Visit, speak: Speaker, query: Mapping[str, Any] | None = None) -> Desk:
    """The programme of a visit; when its file cannot be opened the page says why, and offers its backups."""
    try:
        desk = Desk(visit.programme, language=visit.language, root=visit.place)
    except MentorkitError as refusal:
        mo.stop(True, instead_of_the_page(visit.programme, refusal, speak, query or {}))
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


def instead_of_the_page(file: Path, why: MentorkitError, speak: Speaker, query: Mapping[str, Any]) -> mo.Html:
    """Why there is no page, and the backups of which one can be put back with one click.

    The address of that click counts only for the file as it is now: never for one that is damaged later.
    """
    choices = ways_back(file) if isinstance(why, FileRefused) and why.code in RESTORABLE else []
    now = {f"{one.backup.number}-{one.backup.take}-{_state(file)}": one for one in choices}
    asked = query.get("restore")
    if asked in now:
        return _put_back(file, now[asked].backup, speak)
    line = Markup('<li>{} <a href="?lang={}&amp;restore={}">{}</a></li>')
    lines = Markup("").join(
        line.format(
            speak(choice_line(one.backup.at, one.people, one.pairs, one.since)),
            speak.language, name, speak(say("Put back")),
        )
        for name, one in now.items()
    )  # fmt: skip
    title = speak(say("Backups that can take its place"))
    offered = Markup("<h2>{}</h2><ul>{}</ul>").format(title, lines) if now else None
    return _told(say("This programme cannot be opened"), why.message, say("Try again"), speak, offered)


def _put_back(file: Path, backup: Backup, speak: Speaker) -> mo.Html:
    try:
        kept = put_back(file, backup, author=who_is_here(speak), now=datetime.now(UTC))
    except MentorkitError as refusal:
        return _told(say("This programme cannot be opened"), refusal.message, say("Try again"), speak)
    return _told(say("The backup is put back."), put_back_line(kept), say("Go on"), speak)


def _state(file: Path) -> str:
    """Which damage is meant: another file, or the same after a change, is another."""
    try:
        found = file.stat()
    except OSError:
        return "0"
    return f"{found.st_ino:x}{found.st_mtime_ns:x}"


def _told(title: Message, why: Message, way: Message, speak: Speaker, more: Markup | None = None) -> mo.Html:
    page = Markup('<h1>{}</h1><p class="mk-notice">{}</p>{}<p class="mk-link"><a href="?lang={}">{}</a></p>')
    return html(page.format(speak(title), speak(why), more or "", speak.language, speak(way)))
