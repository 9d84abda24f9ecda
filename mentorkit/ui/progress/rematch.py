"""New pairs while a programme runs: a menu of what each number of pairs that move buys; a person chooses."""

from collections.abc import Sequence
from secrets import token_hex

import marimo as mo

from mentorkit.matching.rematch import Reach, Rematch
from mentorkit.model import Draw
from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.desk import Told
from mentorkit.ui.frame.page import Page, stacked
from mentorkit.ui.progress.followed import Followed
from mentorkit.views.names import Names
from mentorkit.views.progress.closing import left_waiting, step_called, step_rows, waiting_people
from mentorkit.workflows.pairing.rematch import choose_rematch, menu_of
from mentorkit.workflows.progress.support import draw_waiting, drawn

_EXPLAINED = say(
    "Each line is the best there is with as few pairs that move. Nobody who has a mentor is left without "
    "one. Speak with the pairs that would move before you choose."
)


def reach_picker(page: Page, followed: Followed) -> mo.ui.dictionary:
    """What a re-match leaves alone: pairs that talked already, and who was not drawn."""
    talked = page.tick(say("Pairs that had their first talk stay together"))
    lots = page.tick(say("Only who was drawn by lot gets a mentor now"))
    is_drawn = bool(followed.snapshot.rows(Draw))
    return mo.ui.dictionary({"talked": talked, **({"lots": lots} if is_drawn else {})})


def reach_chosen(followed: Followed, asked: mo.ui.dictionary) -> Reach:
    """What was ticked, as the people that it stands for."""
    chosen = asked.value
    stay = {one.pair.mentee_id for one in followed.pairs if one.held} if chosen["talked"] else set()
    if not chosen.get("lots"):
        return Reach(frozenset(stay))
    newest = max(followed.snapshot.rows(Draw), key=lambda one: (one.drawn_on, one.revision))
    return Reach(frozenset(stay), frozenset(waiting_people(followed.snapshot)) - {*drawn(newest)})


def rematch_menu(followed: Followed, reach: Reach) -> tuple[Rematch, ...]:
    """The menu, empty when nobody waits."""
    return menu_of(followed.snapshot, reach) if waiting_people(followed.snapshot) else ()


def step_picker(page: Page, followed: Followed, menu: Sequence[Rematch]) -> mo.ui.radio | None:
    """One step of the menu to choose; nothing without a menu."""
    if not menu:
        return None
    waiting = len(waiting_people(followed.snapshot))
    options = {page.speak(step_called(step, waiting)): step.moves for step in menu}
    return page.radio(say("What may move?"), options)


def rematch_button(
    page: Page, menu: Sequence[Rematch], chosen: mo.ui.radio | None, reach: Reach
) -> mo.ui.button | None:
    """Makes the pairs of the chosen step; nothing when it makes none."""
    if chosen is None:
        return None
    step = next(one for one in menu if one.moves == chosen.value)
    count = step.moves + len(step.placed)
    label = say_count("Make {n} new pair", "Make {n} new pairs", count)
    done = say_count(
        "{n} new pair stands, with its decision on record.",
        "{n} new pairs stand, with their decision on record.",
        count,
    )
    desk = page.desk

    def choose() -> None:
        page.do(lambda now: choose_rematch(now, step, reach, desk.author, desk.clock()), done)

    return page.button(label, choose, "success") if count else None


def draw_form(page: Page, followed: Followed) -> mo.Html | None:
    """Draws who goes first by lot; only where at least two people wait."""
    waiting = waiting_people(followed.snapshot)
    if len(waiting) < 2:
        return None
    places = {str(n): n for n in range(1, len(waiting))}
    asked = page.pick(say("Places to draw for"), places, 1)
    desk = page.desk

    def draw(places: int | None) -> None:
        by = {"author": desk.author, "seed": token_hex(4)}
        done = say("It is drawn by lot, with its seed on record.")
        page.do(lambda _: draw_waiting(waiting, int(places or 0), by, desk.today()), done)

    return page.form(asked, say("Draw by lot"), draw)


def rematch_panel(
    page: Page,
    followed: Followed,
    menu: Sequence[Rematch],
    asked: tuple[mo.ui.dictionary, mo.ui.radio | None, mo.Html | None, mo.Html | None],
    shown: tuple[Told, mo.Html],
) -> mo.Html:
    """The menu with the new pairs of the chosen step; `asked` are its fields: reach, step, button, draw."""
    reach, chosen, button, lots = asked
    waiting, names = waiting_people(followed.snapshot), Names.of(followed.snapshot)
    title = page.title(say("New pairs"))
    made, drawing = page.at("rematch"), page.at("lots")
    if chosen is None:
        return stacked(title, page.text(say("Nobody waits for a mentor.")), made.under(*shown))
    step = next(one for one in menu if one.moves == chosen.value)
    heads = say("Mentee"), say("Now"), say("New mentor"), say("Points")
    rows = [*step_rows(step, names, page.speak)]
    return stacked(
        title,
        page.text(_wait(waiting, names)),
        page.quiet(_EXPLAINED),
        *reach.elements.values(),
        chosen,
        page.table(heads, rows) if rows else page.text(say("This step makes no new pair.")),
        page.text(left_waiting(step, waiting, names)) if rows else None,
        None if menu[-1].placed else page.link("pairing", say("Why nobody can be placed")),
        made.under(*shown, button),
        page.fold(say("Too few mentors? Draw by lot"), drawing.under(*shown, lots), _drawn(page, followed)),
    )


def _wait(waiting: Sequence[str], names: Names) -> Message:
    people = [names[one] for one in waiting]
    return say_count(
        "{n} mentee waits for a mentor: {people}.",
        "{n} mentees wait for a mentor: {people}.",
        len(waiting),
        people=people,
    )


def _drawn(page: Page, followed: Followed) -> mo.Html | None:
    """The draws so far, so that anybody can draw them again."""
    names = Names.of(followed.snapshot)
    rows = [
        (one.drawn_on, one.seed, ", ".join(names[person] for person in drawn(one)))
        for one in followed.snapshot.rows(Draw)
    ]
    heads = say("Drawn on"), say("Seed"), say("Drawn, in order")
    told = [(page.speak.write(day), seed, people) for day, seed, people in rows]
    return page.table(heads, told) if told else None
