"""The frame of every page: the bar at the top, the answer as its title, and the foot."""

from collections.abc import Callable, Iterable
from typing import Any

import marimo as mo
from markupsafe import Markup

from mentorkit.matching import PlanChange
from mentorkit.model import action_words
from mentorkit.serving.visit import OWN
from mentorkit.store import JournalEntry
from mentorkit.text import LANGUAGES, Language, Message, Speaker, say
from mentorkit.ui.frame.desk import Desk, Told
from mentorkit.ui.frame.menu import Menu
from mentorkit.ui.frame.page import PAGES, Page, html, markup_of, together
from mentorkit.views.names import Names
from mentorkit.views.pairing.plan_change import ripple_box


def listening(desk: Desk) -> tuple[Any, Any, Any, Callable[[bool], None]]:
    """What the cells of a page wait for: a new turn, something saved, something told; and what changes them.

    Each of the three is to have a name of its own in the notebook: by that marimo knows who waits for it.
    """
    turn, set_turn = mo.state(0, allow_self_loops=True)
    saved, set_saved = mo.state(0, allow_self_loops=True)
    told, set_told = mo.state(desk.told, allow_self_loops=True)
    return turn, saved, told, refresher(desk, told, set_told, set_turn, set_saved)


def refresher(
    desk: Desk,
    told: Callable[[], Told],
    set_told: Callable[[Told], None],
    set_turn: Callable[..., None],
    set_saved: Callable[..., None],
) -> Callable[[bool], None]:
    """What every action calls when it is done, so that the page shows the programme as it is now.

    Only what was saved and what is told, unless everything `is_new`.
    """

    def refresh(is_new: bool = True) -> None:
        if is_new:
            set_turn(lambda turn: turn + 1)
        set_saved(lambda saved: saved + 1)
        steady(told, set_told, desk.told)

    return refresh


def steady(now: Callable[[], object], set_now: Callable[[Any], None], value: object) -> None:
    """Hand a value to the cells that wait for it, only when it changed; they run after this pass."""
    if now() != value:
        set_now(value)


def take_back_button(page: Page) -> mo.ui.button:
    """Takes back the last action, right under the form or button where it was asked for."""
    return page.button(say("Undo"), lambda: page.at(page.desk.place).undo())


def undo_button(page: Page, *_turns: object) -> mo.ui.button:
    """Takes back the last action; greyed out when there is none.

    The turns only make marimo make the button, and the bar around it, again after an action.
    """
    return page.button(say("Undo"), page.undo, is_off=page.desk.last_action() is None)


def latest_button(page: Page) -> mo.ui.button | None:
    """Shows what was saved in another window; None when nothing is known of that."""

    def show() -> None:
        page.desk.show_latest()
        page.refresh()

    return page.button(say("Show the latest state"), show) if page.desk.is_behind else None


def language_button(
    ask: Callable[[str, str], None], speak: Speaker, before: Callable[[], object] = lambda: None
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
    page: Page,
    undo: mo.ui.button,
    menu: Menu,
    here: str = "pairing",
    switch: mo.ui.button | None = None,
    latest: mo.ui.button | None = None,
) -> mo.Html:
    """Programme, what was saved last, undo, language; under it the pages, and the last action's outcome.

    With a `switch` that stands in place of the link to the other language, and the button that
    shows what the `latest` state is.
    """
    desk, speak, last = page.desk, page.speak, page.desk.last_action()
    name = Markup('<div class="mk-brand"><strong>mentorkit</strong> {}</div>').format(menu.show())
    links = Markup(" · ").join(_language_link(language, speak, switch) for language in LANGUAGES)
    right = Markup('<div class="mk-row">{}{}<nav class="mk-languages" aria-label="{}">{}</nav></div>').format(
        _saved(page, last) if last else "", markup_of(undo), speak(say("Language")), links
    )
    bar = Markup('<div class="mk-top">{}{}{}</div>').format(name, right, _page_links(here, page))
    told = page.told(None if desk.place else desk.notice)
    return together(bar, _banner(page), page.notice(desk.without_backup), told, latest)


def _saved(page: Page, last: JournalEntry) -> Markup:
    """Since when all is kept, short enough for the bar; its title tells the day and what was done."""
    at = last.at.astimezone()
    whole = page.speak(say("Saved {when}: {what}", when=at, what=action_words()[last.action]))
    short = page.speak(say("Saved {when}", when=page.speak.moment(at, page.desk.today())))
    return Markup('<span class="mk-quiet" title="{}">{}</span>').format(whole, short)


def _banner(page: Page) -> Markup | None:
    """That a programme is the example, on each of its pages, and the way out."""
    if not page.desk.snapshot.programme.is_sample:
        return None
    told, out = say("Example: everybody here is made up"), say("To my own programme")
    way = page.link_at(f"{OWN}/", out)
    return Markup('<div class="mk-example mk-row"><p>{}</p>{}</div>').format(page.speak(told), markup_of(way))


def foot(page: Page) -> mo.Html:
    """Where the data are."""
    line = page.speak(say("Everything stays on this computer."))
    return html(Markup('<p class="mk-foot">{}</p>').format(line))


def answer(
    page: Page,
    lines: Iterable[Message | None],
    change: PlanChange | None,
    names: Names,
    on_paper: Iterable[Message] = (),
) -> mo.Html:
    """The answer of the page as its title, what stands behind it, and what the last step changed.

    What a screen shows elsewhere and paper does not is said `on_paper`.
    """
    told = page.first([line for line in lines if line])
    first = Markup('<div class="mk-first">{}</div>').format(told)
    ripple = ripple_box(change, names.leading, page.speak) if page.has_sign_ups else ""
    printed = markup_of(*(page.text(line, "paper") for line in on_paper)) if page.has_sign_ups else ""
    return html(Markup('<div class="mk-answer">{}{}{}</div>').format(first, printed, ripple))


def _page_links(here: str, page: Page) -> Markup:
    links = Markup("").join(
        Markup('<a href="{}"{}>{}</a>').format(
            page.address(name), Markup(' aria-current="page"') if name == here else "", page.speak(label)
        )
        for name, (_, label) in PAGES.items()
    )
    return Markup('<nav class="mk-pages" aria-label="{}">{}</nav>').format(page.speak(say("Pages")), links)


def _language_link(language: Language, speak: Speaker, switch: mo.ui.button | None) -> Markup:
    current = Markup(' aria-current="true"') if language == speak.language else Markup("")
    if switch is not None and not current:
        return markup_of(switch)
    return Markup('<a href="?lang={}" hreflang="{}"{}>{}</a>').format(
        language, language, current, language.upper()
    )
