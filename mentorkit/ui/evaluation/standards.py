"""Standards: where the programme stands by its own judgement, what proves it, and the pack to hand over."""

import marimo as mo
from markupsafe import Markup

from mentorkit.documents.evaluation_report import report_document
from mentorkit.text import say
from mentorkit.ui.evaluation.evaluated import Evaluated
from mentorkit.ui.frame.page import Page, html, side_by_side, stacked
from mentorkit.views.evaluation import standards as words
from mentorkit.views.programme.checklist import Checked, checked_points, standing_of
from mentorkit.views.table import plain_list

_TICK = say("Points that no data prove are ticked on the checklist of the framework.")


def standards_panel(page: Page, evaluated: Evaluated) -> mo.Html:
    """The gap to each award, both sets of standards, and behind each its points with the evidence."""
    found, speak = checked_points(evaluated.snapshot), page.speak
    folds = (page.fold(words.EMCC[key], _points(page, own)) for key, own in words.by_standard(found).items())

    def pack() -> bytes:
        return report_document(say("Standards"), [*words.standards_pack(found, speak)], speak)

    return stacked(
        page.title(say("Where does the programme stand?")),
        page.quiet(words.UNOFFICIAL),
        html(plain_list(map(speak, words.award_lines(found)))),
        page.title(say("By the standards of EMCC (ISMCP)"), 3),
        page.table(words.REACHED_HEADS, words.emcc_rows(found, speak)),
        *folds,
        page.title(say("By the elements of MENTOR"), 3),
        page.table(words.REACHED_HEADS, words.element_rows(found, speak)),
        page.quiet(_TICK),
        page.link("framework", say("To the checklist")),
        side_by_side(page.download(say("Pack with the evidence"), say("standards.docx"), pack)),
    )


def _points(page: Page, own: list[Checked]) -> Markup:
    """The points of a standard: what proves each, and the page on which that stands."""
    line = Markup("{}<br><span class='mk-quiet'>{} {}</span>")
    return plain_list(
        line.format(
            page.speak.wording(one.point.wording),
            page.speak(standing_of(one)),
            page.way(one.point.page) if one.point.page else "",
        )
        for one in own
    )
