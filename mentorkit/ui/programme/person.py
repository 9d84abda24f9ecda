"""Everything about one person on the page: to hand over, and to erase."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import marimo as mo

from mentorkit.errors import NotLawful
from mentorkit.model import Person
from mentorkit.model.erased import LIMIT
from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, html, side_by_side, stacked
from mentorkit.views.names import Names
from mentorkit.views.programme.erased import certificate_lines
from mentorkit.views.table import paragraphs
from mentorkit.workflows.erase import everything_about

_CERTIFICATE = say("Certificate of the erasure")


def person_picker(page: Page, asked: object, _turn: int = 0) -> mo.ui.dropdown:
    """Chooses somebody; who is `asked` for by id is chosen already."""
    names = Names.of(page.desk.snapshot)
    options = {names[one]: one for one in sorted(page.desk.snapshot.people["id"], key=names.__getitem__)}
    return page.pick(say("Person"), options, asked)


def chosen_person(page: Page, picked: mo.ui.dropdown) -> Person | None:
    """Who is chosen."""
    return next((one for one in page.desk.snapshot.rows(Person) if one.id == picked.value), None)


def erase_form(page: Page, person: Person | None) -> Form | None:
    """Erases somebody once a box is ticked; nothing as long as nobody is chosen."""
    if person is None:
        return None

    def erase(given: Mapping[str, Any]) -> None:
        if not given["is_sure"]:
            return page.refuse(NotLawful(say("Tick the box first: this cannot be undone."), "is_sure"))
        page.desk.erase(person, page.place)
        return page.refresh()

    rows = everything_about(page.desk.snapshot, person)
    would_go = say_count(
        "Yes, erase {n} row for good, and every earlier version of it",
        "Yes, erase {n} rows for good, and every earlier version of them",
        len(rows),
    )
    return page.form(page.fields(is_sure=page.tick(would_go)), say("Erase this person"), erase)


def person_panel(page: Page, picked: mo.ui.dropdown, person: Person | None, erase: Form | None) -> mo.Html:
    """Who is chosen, everything about that person to save, and the way to erase it."""
    told = say(
        "Somebody may ask what you know about them, or ask you to erase it. Choose who it is: you can then "
        "save everything as a page to hand over and as data, or erase it."
    )
    head = stacked(page.title(say("One person")), page.quiet(told), _certificate(page), picked)
    if person is None:
        return head
    today, speak, about = page.desk.today(), page.speak, partial(page.desk.about, person)
    to_read = page.download(
        say("Everything as a page"), say("about one person.html"), lambda: about().page(today, speak).encode()
    )
    as_data = page.download(
        say("Everything as data"), say("about one person.json"), lambda: about().data(today).encode()
    )
    return stacked(head, side_by_side(to_read, as_data), page.fold(say("Erase this person"), erase))


def _certificate(page: Page) -> mo.Html | None:
    """What was erased here last, to keep; nothing before."""
    if page.desk.erased is None:
        return None
    lines: list[Message] = [*certificate_lines(*page.desk.erased, LIMIT.days)]
    text = "\n".join(map(page.speak, lines))
    save = page.download(say("Save this certificate"), say("certificate.txt"), f"{text}\n")
    return stacked(page.title(_CERTIFICATE, 3), html(paragraphs(lines, page.speak)), side_by_side(save))
