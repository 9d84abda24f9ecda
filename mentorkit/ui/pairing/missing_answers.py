"""Which missing answers matter most, and the mails that ask for them."""

from collections.abc import Sequence

import marimo as mo

from mentorkit.matching.insight.missing_answers import missing_answers
from mentorkit.text import say, say_count
from mentorkit.ui.frame.page import Page, html, stacked
from mentorkit.ui.pairing.tabs import Opened
from mentorkit.views.mail import LONGEST_LINK, Mail, draft
from mentorkit.views.pairing.missing_answers import (
    mails,
    missing_answer_lines,
    missing_answers_table,
    worth_asking,
)

_SHOWN = 20


def repairs_panel(page: Page, opened: Opened | None) -> mo.Html | None:
    """What to ask first, with a mail per person; no mails while names are hidden."""
    if opened is None:
        return None
    found, who = missing_answers(opened.proposal), opened.who
    worth, lines = worth_asking(found), missing_answer_lines(found)
    said = [page.text(line, "quiet" if place else "lead") for place, line in enumerate(lines)]
    title = page.title(say("Which missing answers matter most, and a mail to ask for them"))
    if not worth:
        return stacked(title, *said)
    table = html(missing_answers_table(worth[:_SHOWN], who, page.speak))
    if who.hidden:
        mail = page.quiet(say("Show the names first; then you can write to people."))
    else:
        mail = _mail_part(page, mails(worth, opened.snapshot, who, page.speak))
    return stacked(title, *said, table, page.more(len(worth) - _SHOWN), mail)


def _mail_part(page: Page, letters: Sequence[Mail]) -> mo.Html:
    """A link that opens each mail, the whole text to copy, and a file of it when it is long."""
    text = draft(letters, page.speak)
    title = say_count("The mail to send", "The {n} mails to send", len(letters))
    folded = page.mails(title, letters, _SHOWN)
    save = page.download(say("Save the mails as text"), say("questions.txt"), text)
    return stacked(folded, save if len(text) > LONGEST_LINK else None)
