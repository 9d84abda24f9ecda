"""The name of the programme in the top bar, and the menu under it: another name, another programme."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import anywidget
import marimo as mo
import traitlets
from markupsafe import Markup

from mentorkit.serving.visit import shelf_place
from mentorkit.store.here import programmes_here, remember_opened
from mentorkit.text import Message, say
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, markup_of
from mentorkit.views.table import each
from mentorkit.workflows.own import begin_programme, begin_round
from mentorkit.workflows.set_up import rename_programme

_MOST_OFFERED = 8


class Away(anywidget.AnyWidget):
    """Nothing to see: leads the browser to another page of this server."""

    _esm = Path(__file__).with_name("away.js").read_text(encoding="utf-8")
    to = traitlets.Unicode("").tag(sync=True)


@dataclass(frozen=True)
class Menu:
    """The fields and buttons of the menu; `again` copies this programme, which the example does not offer."""

    page: Page
    away: mo.ui.anywidget
    rename: Form
    begin: Form
    again: Form | None
    change_name: Callable[[str], None]

    def show(self) -> Markup:
        """All of it, folded away under the name of the programme."""
        page, speak = self.page, self.page.speak
        file = page.quiet(say("This programme is the file {file}", file=str(page.desk.file)))
        body = markup_of(self.rename, _other_programmes(page), self.begin, self.again, file, self.away)
        summary = Markup('<summary aria-label="{} {}">{}</summary>').format(
            speak(say("Programme")), page.desk.snapshot.programme.name, page.desk.snapshot.programme.name
        )
        return Markup('<details class="mk-menu">{}<div>{}</div></details>').format(summary, body)


def programme_menu(page: Page, _turn: int = 0) -> Menu:
    """The menu of a page; the turn only makes marimo make it again after an action."""
    away, programme = mo.ui.anywidget(Away()), page.desk.snapshot.programme

    def rename(name: str) -> None:
        page.do(
            lambda snapshot: rename_programme(snapshot, name),
            say("The programme has another name. All mails, notes and cards carry it."),
        )
        if not programme.is_sample:
            remember_opened(page.desk.file, page.desk.snapshot.programme.name)

    def go_to(make: Callable[[], Path]) -> None:
        if file := page.desk.make(make):
            away.widget.to = f"{shelf_place(file)}/?lang={page.speak.language}"
        page.refresh()

    def begin(name: str) -> None:
        go_to(lambda: begin_programme(name, page.speak.language, page.desk.author))

    def again(name: str) -> None:
        go_to(lambda: begin_round(page.desk.snapshot, name, page.desk.author))

    label = say("Name of the new round: the same people and topics, without pairs; former pairs are known")
    is_copied = page.has_sign_ups and not programme.is_sample
    name = name_form(page, rename, say("Name of the programme"))
    new = page.form(page.entry(say("Name of a new programme")), say("Begin a new programme"), begin)
    copy = page.form(page.entry(label), say("Copy for a new round"), again) if is_copied else None
    return Menu(page, away, name, new, copy, rename)


def name_form(page: Page, rename: Callable[[str], None], label: Message) -> Form:
    """Gives the programme another name."""
    return page.form(page.entry(label, page.desk.snapshot.programme.name), say("Keep this name"), rename)


def _other_programmes(page: Page) -> Markup | None:
    """The way to each of the other programmes."""
    lines = list(_links(page))[:_MOST_OFFERED]
    if not lines:
        return None
    return Markup("<p>{}</p><ul>{}</ul>").format(
        page.speak(say("Open another one")), each(Markup("{}"), lines)
    )


def _links(page: Page) -> Iterator[Markup]:
    link = Markup('<li><a href="{}/?lang={}" title="{}">{}</a></li>')
    for one in programmes_here():
        if one.file != page.desk.file:
            yield link.format(shelf_place(one.file), page.speak.language, one.file, one.name)
