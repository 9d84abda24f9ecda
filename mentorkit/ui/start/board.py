"""The board of all pairs before their first talk: what is to do, for whom, and one action for many."""

from collections.abc import Mapping, Sequence
from typing import Any

import marimo as mo
from markupsafe import Markup

from mentorkit.documents.introductions import Letter
from mentorkit.model.decline import DECLINE_REASONS
from mentorkit.model.start_step import HAPPENED
from mentorkit.progress.beginning import NEXT
from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.fields import FIELD, Form, literal
from mentorkit.ui.frame.page import Page, plain_label
from mentorkit.ui.frame.tabs import Tab
from mentorkit.views.start.steps import Started, first_list, how_far, lists_of
from mentorkit.views.table import each, folded_away, html_table
from mentorkit.workflows.start.steps import NO, PAUSING, typed_step

TABS: Mapping[str, Tab] = {
    "steps": Tab(say("What to do now"), ("which", "board", "yes_or_no", "mails", "papers")),
    "expected": Tab(say("What both expect"), ("ask", "answers", "aloud")),
    "calendar": Tab(say("Calendar"), ("calendar",)),
    "goals": Tab(say("Goals"), ("goals", "one_goal", "goal_steps", "plans_back")),
    "texts": Tab(say("Texts"), ("words", "preview")),
}
"""The parts of the page; the first one is open at the start."""

_BOTH_FREE = say(
    "Both can be paired anew on the page Pairing, not with each other; their card tells the reason."
)
_AWAY = say("Who said no takes no part now; the other can be paired anew on the page Pairing.")
_PLACE = Markup("{{pair-{}}}")
_BOARD = Markup('<div class="mk-board">{}</div>{}{}{}')


def list_picker(page: Page, found: Sequence[Started], shown: str, choose: Any) -> mo.ui.radio | None:
    """The lists that hold a pair, with how many; at the start the first one in which something is to do."""
    lists = lists_of(found, page.speak)
    now = next((name for name, key in lists.items() if key == (shown or first_list(found))), None)
    return mo.ui.radio(lists, value=now, on_change=choose) if found else None


def step_form(page: Page, found: Sequence[Started], mails: Sequence[Letter], shown: str) -> Form | None:
    """The pairs of a list with how far they are, to tick, and what is to be noted of them."""
    if not found:
        return None
    fields = {f"pair-{one.two.pair.id}": mo.ui.checkbox(label=plain_label(one.two.called)) for one in found}
    listed, desk = [one.two.pair.id for one in found], page.desk

    def keep(given: dict[str, Any]) -> None:
        page.do(lambda now: typed_step(now, listed, given, desk.today()), _told(listed, given))

    is_planned = all("planned" in one.at.days for one in found)
    asked = _asked(
        page, len(found), "talked" if shown == "talk" and is_planned else NEXT.get(shown, "talked")
    )
    return page.form(_table(page, found, mails, shown).batch(**fields, **asked), say("Note it"), keep)


def board_panel(page: Page, shown: str, form: Form | None) -> mo.Html | None:
    """The form, or what there is to say when the list is empty."""
    empty = say("Nothing is left in this list. Choose another one above.") if shown else None
    return form if form is not None else page.text(empty)


def _asked(page: Page, count: int, usual: str) -> dict[str, Any]:
    """What is asked of the pairs that are ticked."""
    every = say_count("All of this list ({n} pair)", "All of this list ({n} pairs)", count)
    return {
        "is_all": page.tick(every),
        "what": page.pick(say("What happened?"), page.options(HAPPENED), usual, full_width=True),
        "day": page.day(say("On which day?"), say("today")),
        "reason": page.pick(say("Reason"), page.options(DECLINE_REASONS), "untold", full_width=True),
        "remark": page.area(say("Your own remark, which nobody else reads"), rows=2),
        "is_back": page.tick(say("It did not happen after all: take the step back")),
    }


def _table(page: Page, found: Sequence[Started], mails: Sequence[Letter], shown: str) -> mo.Html:
    """A row for each pair, with places for what is asked; a brace in a name is none."""
    speak, links = page.speak, {one.two.pair.id: _link(page, one.mail.link) for one in mails}
    heads = say("Pair"), say("How far"), say("To send")
    rows = (
        (_PLACE.format(one.two.pair.id), literal(how_far(one, shown, speak)), links.get(one.two.pair.id, ""))
        for one in found
    )
    asked = (each(FIELD, part) for part in (("is_all", "what", "day"), ("reason", "remark"), ("is_back",)))
    first, no, last = asked
    refused = folded_away(say("When somebody says no"), no, speak)
    return mo.Html(str(_BOARD.format(html_table(heads, rows, speak), first, refused, last)))


def _link(page: Page, link: str | None) -> Markup | str:
    words = page.speak(say("Open the mail"))
    return Markup('<a href="{}">{}</a>').format(link, words) if link else page.speak(say("copy below"))


def _told(listed: Sequence[str], given: Mapping[str, Any]) -> Message:
    """What came of it, for the line under the form."""
    count = sum(bool(given["is_all"] or given[f"pair-{pair}"]) for pair in listed)
    if given["what"] in NO:
        free = _AWAY if given["reason"] in PAUSING else _BOTH_FREE
        return say("{pairs} ended. {free}", pairs=say_count("{n} pair", "{n} pairs", count), free=free)
    what = say("taken back") if given["is_back"] else HAPPENED[given["what"]]
    return say("{pairs}: {what}.", pairs=say_count("{n} pair", "{n} pairs", count), what=what)
