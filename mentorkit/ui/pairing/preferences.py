"""Two rounds on the pairing page: a shortlist, talks, what people say of each other, then the plan."""

from collections.abc import Sequence
from typing import Any

import marimo as mo

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.matching.insight.shortlist import Shortlist, shortlist_of
from mentorkit.model import SIDES, PreferenceKind
from mentorkit.model.preference import THE_SIDES
from mentorkit.text import Message, say
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, side_by_side, stacked
from mentorkit.ui.frame.sent_back import answer_file, answers_read, read_or_refused, record_all_button
from mentorkit.ui.pairing.tabs import Opened
from mentorkit.views.pairing.preferences import (
    KIND_LABELS,
    exposure_table,
    participants_by_name,
    said_line,
    shortlist_lines,
    talk_table,
    told_with_kept,
)
from mentorkit.workbook.shortlist_answers import Answers, Word, read_answers
from mentorkit.workbook.shortlist_workbook import shortlist_workbook
from mentorkit.workflows.pairing.preferences import set_preferences, still_together

_MOST_TALKS = 8
_USUAL_TALKS = 3


def talks_picker(page: Page) -> mo.ui.slider:
    """How many mentors each mentee may talk to."""
    label = page.speak(say("Talks per mentee"))
    return mo.ui.slider(1, _MOST_TALKS, step=1, value=_USUAL_TALKS, label=label, show_value=True)


def talks_head(page: Page, count: mo.ui.slider) -> mo.Html | None:
    """How it works and how many talks; nothing before there are two sides."""
    if not page.has_both_sides:
        return None
    hint = say(
        "Every mentee gets a few mentors to talk to, and no mentor is asked more often than needed. "
        "Afterwards both sides say ‘gladly’, ‘either way is fine’ or ‘rather not’, and the proposal "
        "follows. Nobody but you learns who said ‘rather not’."
    )
    title = page.title(say("Let people talk first, and decide after that"))
    return stacked(title, page.quiet(hint), count)


def made_shortlist(opened: Opened | None, count: mo.ui.slider) -> Shortlist | None:
    """The shortlist, worked out only when it is asked for."""
    return None if opened is None else shortlist_of(opened.proposal, int(count.value))


def shortlist_panel(page: Page, made: Shortlist | None, opened: Opened | None) -> mo.Html | None:
    """Who talks to whom, how often each mentor is asked, and the workbook to fill in."""
    if made is None or opened is None:
        return None
    proposal, snapshot, who = opened.proposal, opened.snapshot, opened.who.leading
    download = page.download(
        say("Save the shortlist"),
        say("shortlist.xlsx"),
        lambda: shortlist_workbook(snapshot, proposal, made, page.speak),
        is_off=not made.chosen.any(),
    )
    return stacked(
        *map(page.text, shortlist_lines(made)),
        page.fold(say("Who talks to whom"), talk_table(made, proposal, who, page.speak)),
        page.fold(say("How often each mentor is asked"), exposure_table(made, proposal, who, page.speak)),
        side_by_side(download),
    )


def answers_picker(page: Page, _turn: int) -> mo.ui.file:
    """Chooses the shortlist that was filled in; made again, and so empty, after an action."""
    return answer_file(page, say("The shortlist with the answers"), ".xlsx")


def uploaded_answers(snapshot: Snapshot, picker: mo.ui.file) -> Answers | Message | None:
    """What stands in the chosen file; its refusal; None without a file."""
    return read_or_refused(picker, lambda name, content: read_answers(snapshot, name, content))


def answers_panel(
    page: Page, made: Shortlist | None, picker: mo.ui.file, found: Answers | Message | None
) -> mo.Html | None:
    """Where the answers come in, how many were read, and what could not be read."""
    if made is None:
        return None
    if found is None or isinstance(found, Message):
        return stacked(picker, page.notice(found))
    return answers_read(page, picker, len(found.words), found.findings)


def record_button(page: Page, found: Answers | Message | None) -> mo.ui.button | None:
    """Records the answers that were read, all at once; nothing is saved before."""
    if not isinstance(found, Answers) or not found.words:
        return None
    words = found.words
    done = _told(page, words, say("The answers are recorded. Undo takes them out again."))
    return record_all_button(page, lambda snapshot: set_preferences(snapshot, words), done)


def answer_form(page: Page, snapshot: Snapshot) -> Form | None:
    """One answer by hand: who said what of whom, or taking an answer back."""
    mentees, mentors = (participants_by_name(snapshot, role) for role in SIDES)
    if not mentees or not mentors:
        return None
    sides = page.options(THE_SIDES)
    taken_back: dict[PreferenceKind | None, Message] = {None: say("take the answer back")}
    kinds = page.options({**KIND_LABELS, **taken_back})
    fields = page.fields(
        mentee=page.pick(say("Mentee"), mentees),
        mentor=page.pick(say("Mentor"), mentors),
        side=page.radio(say("Who says it"), sides, inline=True),
        kind=page.radio(say("Answer"), kinds, inline=True),
    )

    def say_so(value: dict[str, Any]) -> None:
        word = Word(**value)
        done = _told(page, [word], say("Recorded. Undo takes it back."))
        page.do(lambda now: set_preferences(now, [_whole(word)]), done)

    return page.form(fields, say("Record"), say_so)


def record_panel(
    page: Page, made: Shortlist | None, snapshot: Snapshot, record: mo.Html | None, form: mo.Html | None
) -> mo.Html | None:
    """The button for what was read, how much was said so far, and the form for one answer, folded away."""
    if made is None or form is None:
        return None
    by_hand = page.fold(say("Record one answer by hand"), form)
    return stacked(record, page.quiet(said_line(snapshot)), by_hand)


def _whole(word: Word) -> Word:
    """The word, when it is known whom it is about."""
    if not word.mentee:
        raise NotLawful(say("Choose a mentee first."), "mentee")
    if not word.mentor:
        raise NotLawful(say("Choose a mentor first."), "mentor")
    return word


def _told(page: Page, words: Sequence[Word], done: Message) -> Message:
    """What to tell when words are recorded: also which confirmed pairs stay in spite of them."""
    return told_with_kept(done, still_together(page.desk.snapshot, words), page.names.leading)
