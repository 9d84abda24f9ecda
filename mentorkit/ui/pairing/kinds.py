"""Which kinds of mentoring the programme offers, all in one pairing."""

import marimo as mo

from mentorkit.model.programme import KINDS
from mentorkit.text import say
from mentorkit.ui.frame.page import Page
from mentorkit.views.pairing.kinds import MEANING
from mentorkit.workflows.set_up import set_kinds


def kind_picker(page: Page) -> mo.ui.dictionary:
    """A box per kind, ticked when it is on offer; people who named none keep the kind of the programme."""
    programme = page.desk.snapshot.programme
    offered = {programme.relation_type, *programme.other_types}

    def offer(chosen: dict[str, object]) -> None:
        page.do(lambda snapshot: set_kinds(snapshot, [kind for kind in KINDS if chosen[kind]]))

    boxes = {str(kind): page.tick(label, is_on=kind in offered) for kind, label in KINDS.items()}
    return mo.ui.dictionary(boxes, on_change=offer)


def kind_panel(page: Page, picker: mo.ui.dictionary) -> mo.Html:
    """The boxes, and what each kind means; folded away."""
    shared = say("They share mentors and places: each pair gets the kind that both want and that suits best.")
    terms = page.terms((label, MEANING[kind]) for kind, label in KINDS.items())
    means = page.fold(say("What these kinds are"), page.quiet(shared), terms)
    return page.fold(say("Kinds of mentoring on offer"), picker.vstack(gap=0.2), means)
