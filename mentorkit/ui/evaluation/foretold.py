"""Match: whether the points told anything, and other weights that a person keeps out or takes over."""

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.model import Changes
from mentorkit.text import say
from mentorkit.ui.evaluation.evaluated import Evaluated
from mentorkit.ui.frame.page import Page, boxed, html, side_by_side, stacked
from mentorkit.views.evaluation import foretold as words
from mentorkit.views.table import plain_list
from mentorkit.workflows.evaluation.foretold import decide_on_weights, weights_in_use

_ABOUT = say(
    "The points as they were when pairs were confirmed, held against what came of them. They make a short "
    "list; they promise nothing."
)
_NEXT = say(
    "An outcome is known when a pair is closed, answers its pulses, or has levels noted for its goals."
)
_NAMED = say(
    "What you choose stands with your name among the lessons for the next round. Undo takes it back."
)
_KEPT, _TAKEN = (
    say("The weights stay, and that is noted."),
    say("The weights are taken over, and that is noted."),
)


def weights_buttons(page: Page, evaluated: Evaluated) -> tuple[mo.ui.button, ...]:
    """To keep the weights, and to take over others where these are proposed; none before any were tried."""
    told, desk = evaluated.foretold, page.desk
    if told.tried is None:
        return ()

    def decide(now: Snapshot, *, is_new: bool) -> Changes:
        return decide_on_weights(now, told, desk.today(), desk.author, page.speak, is_new=is_new)

    keep = page.acts(say("Keep the weights"), lambda now: decide(now, is_new=False), _KEPT)
    take = say("Take over these weights")
    new = [page.acts(take, lambda now: decide(now, is_new=True), _TAKEN)] if told.tried.is_proposal else []
    return (keep, *new)


def foretold_panel(page: Page, evaluated: Evaluated, buttons: tuple[mo.ui.button, ...]) -> mo.Html:
    """What the points told, with its figure and table, and what is advised about the weights."""
    told, speak = evaluated.foretold, page.speak
    chart = words.order_chart(told.first, speak)
    rows = [*words.weight_rows(told, weights_in_use(evaluated.snapshot), speak)]
    return stacked(
        page.title(say("Did the points tell anything?")),
        page.text(words.order_sentence(told.first)),
        page.quiet(_ABOUT),
        boxed("wide", mo.as_html(chart)) if chart is not None else page.quiet(_NEXT),
        page.table(words.ORDER_HEADS, words.order_rows(told, speak)),
        page.title(say("Would other weights tell more?")),
        page.text(words.weights_sentence(told)),
        page.table(words.WEIGHT_HEADS, rows) if rows else None,
        side_by_side(*buttons) if buttons else None,
        page.quiet(_NAMED) if buttons else None,
        page.fold(say("What this rests on"), html(plain_list(map(speak, words.what_was_tried(told))))),
    )
