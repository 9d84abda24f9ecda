"""What is said of the standards of others, case by case."""

from dataclasses import replace
from datetime import date

from mentorkit.model import Tick
from mentorkit.views.evaluation import standards
from mentorkit.views.programme.checklist import checked_points
from tests.views.pages.page import Page
from tests.workflows.started import started

TICK = Tick(id="time", ticked_on=date(2026, 9, 14), ticked_by="Carla")


def show_standards(page: Page) -> None:
    for name in ("EMCC", "ELEMENTS", "UNOFFICIAL", "REACHED_HEADS", "POINT_HEADS"):
        page.words(name, getattr(standards, name))
    some = checked_points(started())
    every = [replace(one, tick=TICK) for one in some]
    most = [replace(one, tick=None, proof=None) if at % 5 == 0 else one for at, one in enumerate(every)]
    for case, found in (("Some", some), ("Four of five", most), ("All", every)):
        page.words("award_lines", [*standards.award_lines(found)], case)
    page.words("emcc_rows", [*standards.emcc_rows(most, page.speak)])
    page.words("element_rows", [*standards.element_rows(most, page.speak)])
    page.words("standards_pack", [part.title for part in standards.standards_pack(some, page.speak)])
    page.words("by_standard", [*standards.by_standard(some)])
