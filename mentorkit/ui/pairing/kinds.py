"""Which kinds of mentoring the programme offers, all in one pairing."""

from collections.abc import Callable

import marimo as mo
from markupsafe import Markup

from mentorkit.model.programme import KINDS
from mentorkit.text import Speaker, say
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import html
from mentorkit.views.pairing.kinds import MEANING
from mentorkit.workflows.set_up import set_kinds


def kind_picker(desk: Desk, speak: Speaker, refresh: Callable[[], None]) -> mo.ui.dictionary:
    """A box per kind, ticked when it is on offer; people who named none keep the kind of the programme."""
    programme = desk.snapshot.programme
    offered = {programme.relation_type, *programme.other_types}

    def offer(chosen: dict[str, object]) -> None:
        kinds = [kind for kind in KINDS if chosen[kind]]
        desk.do(lambda snapshot: set_kinds(snapshot, kinds))
        refresh()

    boxes = {
        str(kind): mo.ui.checkbox(value=kind in offered, label=speak(label)) for kind, label in KINDS.items()
    }
    return mo.ui.dictionary(boxes, on_change=offer)


def kind_panel(picker: mo.ui.dictionary, speak: Speaker) -> mo.Html:
    """The boxes, and what each kind means."""
    lines = Markup("").join(
        Markup("<li><strong>{}</strong>: {}</li>").format(speak(KINDS[kind]), speak(MEANING[kind]))
        for kind in KINDS
    )
    shared = speak(
        say("They share mentors and places: each pair gets the kind that both want and that suits best.")
    )
    meaning = Markup(
        '<details><summary>{}</summary><p class="mk-quiet">{}</p><ul class="mk-plain">{}</ul></details>'
    )
    title = Markup("<p>{}</p>").format(speak(say("Kinds of mentoring on offer")))
    means = meaning.format(speak(say("What these kinds are")), shared, lines)
    return mo.vstack([html(title), picker.vstack(gap=0.2), html(means)], gap=0.4)
