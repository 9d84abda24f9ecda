"""Which kinds of mentoring the programme offers, all in one pairing."""

from collections.abc import Callable
from typing import cast

import marimo as mo
from markupsafe import Markup

from mentorkit.model import RelationType
from mentorkit.text import Speaker, say
from mentorkit.ui.desk import Desk
from mentorkit.ui.page import html
from mentorkit.views.kinds import KINDS, MEANING
from mentorkit.workflows.set_up import set_kinds


def kind_picker(desk: Desk, read: Speaker, refresh: Callable[[], None]) -> mo.ui.multiselect:
    """The kinds on offer; the first one chosen is that of people who named none."""
    labels: dict[str, RelationType] = {read(label): kind for kind, label in KINDS.items()}
    programme = desk.snapshot.programme
    offered = {programme.relation_type, *programme.other_types}

    def offer(chosen: object) -> None:
        kinds = cast(list[RelationType], chosen)
        desk.do(lambda snapshot: set_kinds(snapshot, kinds))
        refresh()

    return mo.ui.multiselect(
        labels,
        value=[label for label, kind in labels.items() if kind in offered],
        label=read(say("Kinds of mentoring on offer")),
        on_change=offer,
        full_width=True,
    )


def kind_panel(picker: mo.ui.multiselect, read: Speaker) -> mo.Html:
    """The picker, and what each kind means."""
    lines = Markup("").join(
        Markup("<li><strong>{}</strong>: {}</li>").format(read(KINDS[kind]), read(MEANING[kind]))
        for kind in KINDS
    )
    shared = read(
        say("They share mentors and places: each pair gets the kind that both want and that suits best.")
    )
    meaning = Markup(
        '<details><summary>{}</summary><p class="mk-quiet">{}</p><ul class="mk-plain">{}</ul></details>'
    )
    return mo.vstack(
        [picker, html(meaning.format(read(say("What these kinds are")), shared, lines))], gap=0.4
    )
