"""Tabs on a page: what stands under each, of which one is open; closed ones are not seen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anywidget
import marimo as mo
import traitlets
from markupsafe import Markup

from mentorkit.text import Message, say
from mentorkit.ui.frame.page import Page, together
from mentorkit.ui.frame.top import steady
from mentorkit.views.table import each

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Tab:
    """What a tab is called, and the cells that stand under it."""

    label: Message
    cells: tuple[str, ...]


class Tabs(anywidget.AnyWidget):
    """The tabs in their order, of which one is open; `name` says what they are to who cannot see them."""

    _esm = (_HERE / "tabs.js").read_text(encoding="utf-8")
    _css = (_HERE / "tabs.css").read_text(encoding="utf-8")
    name = traitlets.Unicode().tag(sync=True)
    labels = traitlets.Dict().tag(sync=True)
    shown = traitlets.Unicode().tag(sync=True)


def tabs_with(page: Page, parts: Mapping[str, Tab]) -> Tabs:
    """The tabs, at the start the first one; the one that was open stays open in another language."""
    labels = {key: page.speak(tab.label) for key, tab in parts.items()}
    name = page.speak(say("Parts of this page"))
    tabs = Tabs(name=name, labels=labels, shown=page.desk.tab or next(iter(parts)))
    tabs.observe(lambda change: setattr(page.desk, "tab", change.new), names="shown")
    return tabs


def bar_with(tabs: mo.ui.anywidget, parts: Mapping[str, Tab], tab: str) -> mo.Html:
    """The tabs, and a style that hides what stands under the closed ones."""
    closed = (cell for key, other in parts.items() if key != tab for cell in other.cells)
    hidden = each(Markup("[data-cell-name={}] {{ display: none }} "), closed)
    return together(tabs, Markup("<style>{}</style>").format(hidden))


Door = tuple[Callable[[], Any], Callable[[Any], None]]
"""What a tab shows, and how it is told to show something else."""


def show_under(doors: Mapping[str, Door], shown: object | None, tab: str) -> None:
    """Show a programme under the open tab of a page; nothing under any when there is none to show.

    Closed tabs stay as they were until they are opened.
    """
    if shown:
        steady(*doors[tab], shown)
        return
    for door in doors.values():
        steady(*door, None)
