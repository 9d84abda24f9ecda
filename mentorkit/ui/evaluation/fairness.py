"""Fairness: traits that people agreed to tell, and whether their groups fared alike."""

import marimo as mo

from mentorkit.model.trait import TRAIT_KINDS
from mentorkit.text import say
from mentorkit.ui.evaluation.evaluated import Evaluated
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, boxed, side_by_side, stacked
from mentorkit.views.evaluation import fairness as words
from mentorkit.workflows.evaluation.traits import fairness_of, forget_traits, kinds_told, record_traits

_PURPOSE = say(
    "Only for this check, and only of people who agreed. No points are worked out from it, no pair is "
    "proposed by it, and it stands in no list, workbook or report. Origin, health and belief are never "
    "asked. Who is erased is erased here too."
)
_HIDDEN = say(
    "What if a trait were hidden? It is hidden already: points are the same whatever it says. If groups "
    "differ, some answer may stand in for it; set that weight to 0 on the page about pairing and see."
)
_KEPT, _GONE = say("The groups are kept."), say("All traits are taken out.")


def traits_form(page: Page) -> Form:
    """Groups of one trait, pasted or typed line by line, with consent."""
    fields = page.fields(
        kind=page.pick(say("Which trait?"), page.options(TRAIT_KINDS), "gender"),
        lines=page.area(say("One person on each line: address or number; group"), rows=5),
        agreed=page.tick(say("These people know what it is for, and agreed.")),
    )
    return page.asks(
        fields,
        say("Keep these groups"),
        lambda now, given: record_traits(now, given, page.desk.today()),
        _KEPT,
    )


def forget_button(page: Page) -> mo.ui.button:
    """Takes everything out again."""
    return page.acts(say("Take all traits out"), forget_traits, _GONE)


def fairness_panel(page: Page, evaluated: Evaluated, form: Form, forget: mo.ui.button) -> mo.Html:
    """What is known, how the groups fared, and where traits come in and go out."""
    kinds = kinds_told(evaluated.snapshot)
    told = [(kind, fairness_of(evaluated.snapshot, kind, evaluated.today)) for kind in kinds]
    parts = [
        part
        for kind, gaps in told
        for part in (
            page.title(TRAIT_KINDS[kind], 3),
            page.text(words.gap_sentence(gaps)),
            boxed("numbers", page.table(words.GAP_HEADS, words.fared_rows(gaps, page.speak))),
        )
    ]
    none = page.text(say("No traits are known. Whoever wants to look writes them below, with consent."))
    return stacked(
        page.title(say("Did groups fare alike?")),
        page.quiet(_PURPOSE),
        *(parts or [none]),
        page.quiet(_HIDDEN),
        form,
        side_by_side(forget) if kinds else None,
    )
