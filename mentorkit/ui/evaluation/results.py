"""Results: how pairs ended, who stayed by a list of the personnel department, and what the round cost."""

from typing import Any

import marimo as mo

from mentorkit.evaluation.costs import ASSUMED, assumptions
from mentorkit.frames import Snapshot
from mentorkit.model import Changes, Employment
from mentorkit.text import Message, say, say_count
from mentorkit.ui.evaluation.evaluated import Evaluated
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.numbers import Numbers
from mentorkit.ui.frame.page import Page, boxed, html, stacked
from mentorkit.ui.frame.sent_back import answer_file, read_or_refused, record_all_button
from mentorkit.views.evaluation import results as words
from mentorkit.views.intake.findings import finding_table
from mentorkit.workflows.evaluation.costs import set_costs
from mentorkit.workflows.evaluation.employments import StaffList, read_employments, record_employments

_AMOUNT = Numbers(0, 100_000_000)
_LIST = say(
    "Ask the personnel department for a table of everybody who worked here since the round began, also of "
    "who left: employee number or e-mail address, and the days on which they came, left, were promoted and, "
    "for newcomers, began to work alone. A new list takes the place of the one before."
)
_OTHERS = say("Of people outside the programme neither name nor number is kept; they are only counted.")
_COMPLETED = say(
    "Everybody with a pair counts, whatever became of it. Who completed the mentoring stands beside it; they "
    "stayed at least until its end, so that they say little about staying."
)
_LANDMARK = say(
    "For people with mentoring the days count from the start of their pair. For others they count from the "
    "day in the middle of those starts, and only who was employed then is counted."
)
_FEW = say("For curves the list needs ten people with mentoring and ten others, of whom some left.")
_GUESSES = say("What stands here at first are guesses of ours, not facts about your organisation.")


def endings_panel(page: Page, evaluated: Evaluated) -> mo.Html | None:
    """How pairs ended, as parts that compete, and why; nothing before one did."""
    pairs = evaluated.evaluation.pairs
    reasons = words.reason_rows(evaluated.snapshot, pairs, page.speak)
    rows = [*words.ending_rows(pairs, page.speak)]
    if not rows:
        return None
    return stacked(
        page.title(say("How pairs ended")),
        _drawn(words.ending_chart(pairs, page.speak)),
        page.table(words.END_HEADS, rows),
        page.fold(say("Why they ended early"), page.table(words.REASON_HEADS, reasons)) if reasons else None,
    )


def staff_file(page: Page, _turn: object) -> mo.ui.file:
    """Chooses a list of the personnel department; made again, and so empty, after an action."""
    return answer_file(page, say("A list of the personnel department"), ".xlsx", ".csv")


def staff_found(page: Page, picker: mo.ui.file) -> StaffList | Message | None:
    """What stands in the chosen list; its refusal; None without one."""
    now, today = page.desk.snapshot, page.desk.today()
    return read_or_refused(picker, lambda name, content: read_employments(now, name, content, today))


def staff_button(page: Page, found: StaffList | Message | None) -> mo.ui.button | None:
    """Records everybody who was read, all at once; nothing is saved before."""
    if not isinstance(found, StaffList) or not found.employments:
        return None
    done = say_count("{n} employment is recorded.", "{n} employments are recorded.", len(found.employments))
    return record_all_button(page, lambda now: record_employments(now, found.employments), done)


def staff_panel(
    page: Page, picker: mo.ui.file, found: StaffList | Message | None, record: mo.ui.button | None
) -> mo.Html:
    """Where the list comes in, what was read of it, and what could not be read."""
    told = page.notice(found) if isinstance(found, Message) else None
    if isinstance(found, StaffList):
        count = say_count("{n} employment read.", "{n} employments read.", len(found.employments))
        told = stacked(
            page.text(count), html(finding_table(found.findings, page.speak)) if found.findings else None
        )
    hints = page.quiet(_LIST), page.quiet(_OTHERS)
    return stacked(page.title(say("Who stayed, and who moved up")), *hints, picker, told, record)


def staying_panel(page: Page, evaluated: Evaluated) -> mo.Html | None:
    """Who stayed, with mentoring and without, and how fast newcomers worked alone; nothing without a list."""
    if not evaluated.snapshot.rows(Employment):
        return None
    told, stays = evaluated.evaluation, evaluated.evaluation.leaving
    rows = [*words.pace_rows(stays, page.speak)] if stays else []
    alone = words.integrating_lines(told.integrating) if told.integrating else ()
    return stacked(
        page.quiet(_LANDMARK),
        page.quiet(_COMPLETED),
        _drawn(words.stay_chart(stays, page.speak)) if stays else page.text(_FEW),
        page.table(words.PACE_HEADS, rows) if rows else None,
        page.text(words.pace_line(stays)) if stays else None,
        *map(page.text, alone),
    )


def costs_form(page: Page, evaluated: Evaluated) -> Form:
    """What is assumed about costs, to change."""
    now = assumptions(evaluated.snapshot.programme.costs)
    boxes = {name: page.entry(label, page.speak.digits(now[name])) for name, (label, _) in ASSUMED.items()}

    def keep(snapshot: Snapshot, given: dict[str, Any]) -> Changes:
        return set_costs(snapshot, {name: _AMOUNT.told(given[name], name) for name in ASSUMED})

    return page.asks(
        page.fields(**boxes), say("Keep these assumptions"), keep, say("The assumptions are kept.")
    )


def costs_panel(page: Page, evaluated: Evaluated, form: Form) -> mo.Html:
    """Hours, costs and how many must stay, with the assumptions behind them."""
    lines = map(page.text, words.cost_lines(evaluated.costs))
    assumed = page.title(say("What is assumed"), 3), page.quiet(_GUESSES)
    return stacked(page.title(words.COST), *lines, *assumed, form)


def _drawn(chart: Any) -> mo.Html | None:
    return boxed("wide", mo.as_html(chart)) if chart is not None else None
