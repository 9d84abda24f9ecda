"""Whether both want their pair, on the page: the questions for a form, and the answers in."""

import marimo as mo

from mentorkit.documents.yes_or_no import PairAnswers, read_yes_or_no, yes_or_no_form
from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.page import Page, stacked
from mentorkit.ui.frame.sent_back import (
    answer_file,
    answers_read,
    or_refused,
    read_or_refused,
    record_all_button,
)
from mentorkit.workflows.start.steps import record_answers

_PASTED = "list.csv"


def yes_or_no_picker(page: Page, _turn: int) -> mo.ui.file:
    """Chooses the answers that came in; made again, and so empty, after an action."""
    return answer_file(page, say("The file with yes or no"), ".xlsx", ".csv")


def typed_replies(page: Page, _turn: int) -> mo.ui.text_area:
    """Where a list is pasted, as it stands in Excel or in a mail; made again after an action."""
    return page.area(say("Or paste a list, with a heading above each column: e-mail, answer, reason"), rows=3)


def yes_or_no_answers(
    page: Page, picker: mo.ui.file, pasted: mo.ui.text_area
) -> PairAnswers | Message | None:
    """What stands in the chosen file or else in the list; its refusal; None without either."""
    desk, typed = page.desk, pasted.value.strip()
    if not picker.value and typed:
        return or_refused(lambda: read_yes_or_no(desk.snapshot, _PASTED, typed.encode()))
    return read_or_refused(picker, lambda name, content: read_yes_or_no(desk.snapshot, name, content))


def answers_button(page: Page, found: PairAnswers | Message | None) -> mo.ui.button | None:
    """Records the answers that were read, all at once; nothing is saved before."""
    if not isinstance(found, PairAnswers) or not found.answers:
        return None
    told, today = found.answers, page.desk.today()
    noes = sum(not one.is_yes for one in told)
    yes = say_count("{n} yes is noted.", "{n} yeses are noted.", len(told) - noes)
    ended = say_count("{n} said no.", "{n} said no.", noes)
    done = say("{yes} {ended}", yes=yes, ended=ended) if noes else yes
    return record_all_button(page, lambda snapshot: record_answers(snapshot, told, today), done)


def yes_or_no_panel(
    page: Page,
    picker: mo.ui.file,
    pasted: mo.ui.text_area,
    found: PairAnswers | Message | None,
    record: mo.ui.button | None,
) -> mo.Html:
    """The questions to ask, where the answers come in, and what could not be read."""
    title = say("The questions for a form")
    form = page.fold(title, page.to_copy(title, yes_or_no_form(page.speak)))
    hint = say("A pair to which one says no ends; the reason stands on the card of who said it.")
    parts = [page.title(say("Yes or no from a form")), page.quiet(hint), form]
    if found is None or isinstance(found, Message):
        return stacked(*parts, picker, pasted, page.notice(found))
    return stacked(*parts, answers_read(page, picker, len(found.answers), found.findings), pasted, record)
