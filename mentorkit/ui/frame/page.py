"""The frame of every page, and the only ways for text to reach it."""

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast, get_args

import marimo as mo
from markupsafe import Markup, escape

from mentorkit.frames import Snapshot
from mentorkit.matching import PlanChange
from mentorkit.model import Action
from mentorkit.text import LANGUAGES, Language, Message, Speaker, say, speaker
from mentorkit.ui.frame.desk import Desk
from mentorkit.views.names import Names
from mentorkit.views.pairing.plan_change import move_line, plan_change_sentence

DONE: Mapping[Action, Message] = {
    "create": say("programme made"),
    "import": say("sign-ups taken in"),
    "weights": say("weights changed"),
    "rules": say("conditions changed"),
    "aim": say("what counts first changed"),
    "kinds": say("kinds of mentoring changed"),
    "preferences": say("preferences recorded"),
    "scenario": say("named settings changed"),
    "blind": say("names hidden or shown"),
    "own_topics": say("own topics changed"),
    "override": say("your word on a pair"),
    "confirm": say("pairs confirmed"),
    "release": say("a pair released"),
    "undo": say("undone"),
}
"""What each action is called beside the undo button."""

PAGES: Mapping[str, tuple[str, Message]] = {
    "intake": ("/intake/", say("Sign-ups")),
    "pairing": ("/", say("Pairing")),
}
"""The pages, by the name of their notebook: where each stands, and what its link says."""

_MOVES_SHOWN = 8


def reader(query: Mapping[str, Any]) -> Speaker:
    """The reader's language: from the address, else as the command line set it."""
    asked = query.get("lang") or os.environ.get("MENTORKIT_LANGUAGE")
    return speaker(cast(Language, asked) if asked in get_args(Language) else "en")


def html(text: Markup) -> mo.Html:
    """Safe HTML on the page; anything in it that is not Markup was escaped before."""
    return mo.Html(str(escape(text)))


def shown(element: mo.Html) -> Markup:
    """An element as part of other safe HTML."""
    return Markup(element.text)  # noqa: S704 -- made by marimo from labels that are ours


def side_by_side(*elements: mo.Html | None) -> mo.Html:
    """Elements in one row, each as wide as it needs; None is left out."""
    parts = Markup("").join(shown(element) for element in elements if element is not None)
    return html(Markup('<div class="mk-row">{}</div>').format(parts))


def stacked(*elements: mo.Html | None, gap: float = 0.4) -> mo.Html:
    """Elements one under the other; None is left out."""
    return mo.vstack([element for element in elements if element is not None], gap=gap)


def paragraph(message: Message | None, speak: Speaker, kind: str = "text") -> mo.Html | None:
    """One sentence; `kind` is a class of the stylesheet such as lead, quiet or notice."""
    if message is None:
        return None
    return html(Markup('<p class="mk-{}">{}</p>').format(kind, speak(message)))


def heading(message: Message, speak: Speaker) -> mo.Html:
    """The heading of a section."""
    return html(Markup("<h2>{}</h2>").format(speak(message)))


def refresher(set_turn: Callable[..., None], set_saved: Callable[..., None]) -> Callable[[], None]:
    """What every action calls when it is done, so that the page shows the programme as it is now."""

    def refresh() -> None:
        set_turn(lambda turn: turn + 1)
        set_saved(lambda saved: saved + 1)

    return refresh


def undo_button(desk: Desk, speak: Speaker, refresh: Callable[[], None], *_turns: int) -> mo.ui.button:
    """Takes back the last action; greyed out when there is none.

    The turns only make marimo make the button again after an action.
    """

    def undo(_: object) -> None:
        desk.undo()
        refresh()

    return mo.ui.button(label=speak(say("Undo")), on_click=undo, disabled=desk.last_action() is None)


def language_button(
    ask: Callable[[str, str], None], speak: Speaker, before: Callable[[], None]
) -> mo.ui.button:
    """Says the page in the other language and keeps everything on it; `before` runs first.

    `ask` sets a part of the address, to which the page then listens.
    """
    other = next(language for language in LANGUAGES if language != speak.language)

    def switch(_: object) -> None:
        before()
        ask("lang", other)

    return mo.ui.button(label=other.upper(), on_click=switch)


def top_bar(
    desk: Desk, speak: Speaker, undo: mo.ui.button, here: str = "pairing", switch: mo.ui.button | None = None
) -> mo.Html:
    """Programme, pages, what was saved last, undo, the language switch, and the last action's outcome.

    With a `switch` that stands in place of the link to the other language.
    """
    last = desk.last_action()
    name = Markup('<p class="mk-brand"><strong>mentorkit</strong> {}</p>').format(
        desk.snapshot.programme.name
    )
    saved = say("Saved {when}: {what}", when=last.at.astimezone(), what=DONE[last.action]) if last else None
    links = Markup(" · ").join(_language_link(language, speak, switch) for language in get_args(Language))
    told = Markup('<span class="mk-quiet">{}</span>').format(speak(saved)) if saved else ""
    right = Markup('<div class="mk-row">{}{}<nav class="mk-languages">{}</nav></div>').format(
        told, shown(undo), links
    )
    notice = (
        Markup('<p class="mk-notice" role="status">{}</p>').format(speak(desk.notice)) if desk.notice else ""
    )
    pages = Markup('<nav class="mk-pages">{}</nav>').format(_page_links(here, speak))
    return html(Markup('<div class="mk-top">{}{}{}</div>{}').format(name, pages, right, notice))


def foot(desk: Desk, speak: Speaker) -> mo.Html:
    """Where the data are, and that a sample is a sample."""
    line = say("Everything stays on this computer.")
    if desk.snapshot.programme.is_sample:
        line = say("Sample data: everybody here is made up. Everything stays on this computer.")
    return html(Markup('<footer class="mk-foot">{}</footer>').format(speak(line)))


def answer(
    lines: Iterable[Message | None],
    change: PlanChange | None,
    snapshot: Snapshot,
    names: Names,
    speak: Speaker,
) -> mo.Html:
    """The answer of the page as its title, what stands behind it, and what her last step changed."""
    title, *rest = [speak(line) for line in lines if line]
    quiet = Markup("").join(Markup('<p class="mk-context">{}</p>').format(line) for line in rest)
    first = Markup('<header class="mk-first"><h1>{}</h1>{}</header>').format(title, quiet)
    return html(first + _change_box(change, names, speak) if snapshot.applications.height else first)


def steady(now: Callable[[], object], set_now: Callable[[Any], None], value: object) -> None:
    """Hand a value to the cells that wait for it, only when it changed; they run after this pass."""
    if now() != value:
        set_now(value)


def _change_box(change: PlanChange | None, names: Names, speak: Speaker) -> Markup:
    """What her last step changed: a sentence and the first moves."""
    moves = change.moves[:_MOVES_SHOWN] if change else ()
    items = Markup("").join(Markup("<li>{}</li>").format(speak(move_line(move, names))) for move in moves)
    more = len(change.moves) - len(moves) if change else 0
    quiet = Markup('<p class="mk-quiet">{}</p>')
    rest = quiet.format(speak(say("and {n} more", n=more))) if more else Markup("")
    return Markup(
        '<section class="mk-ripple" aria-live="polite"><h2>{}</h2><p>{}</p><ul>{}</ul>{}</section>'
    ).format(speak(say("What your last step changed")), speak(plan_change_sentence(change)), items, rest)


def _page_links(here: str, speak: Speaker) -> Markup:
    return Markup("").join(
        Markup('<a href="{}?lang={}"{}>{}</a>').format(
            path, speak.language, Markup(' aria-current="page"') if page == here else "", speak(label)
        )
        for page, (path, label) in PAGES.items()
    )


def _language_link(language: Language, speak: Speaker, switch: mo.ui.button | None) -> Markup:
    current = Markup(' aria-current="true"') if language == speak.language else Markup("")
    if switch is not None and not current:
        return shown(switch)
    return Markup('<a href="?lang={}" hreflang="{}"{}>{}</a>').format(
        language, language, current, language.upper()
    )
