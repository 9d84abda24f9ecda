"""The page that introduces confirmed pairs: texts to send, and papers for the first talk."""

from collections.abc import Mapping, Sequence

import marimo as mo

from mentorkit.documents.agreement import agreements
from mentorkit.documents.introductions import Letter, mail_drafts, merge_workbook
from mentorkit.documents.kick_off import kick_offs
from mentorkit.documents.texts import TEXTS
from mentorkit.model import TextKey
from mentorkit.text import Message, say
from mentorkit.ui.frame.page import Page, side_by_side, stacked
from mentorkit.views.mail import draft, mail_links
from mentorkit.views.start.two import Two


def text_picker(page: Page) -> mo.ui.dropdown:
    """Which text goes out for a list: the one that each pair needs now, or one for all of it."""
    due: Mapping[TextKey | None, Message] = {None: say("what each pair needs now")}
    return page.pick(say("Text"), page.options({**due, **TEXTS}), None, full_width=True)


def letters_panel(page: Page, found: Sequence[Letter], chosen: mo.ui.dropdown) -> mo.Html:
    """One mail to each pair: first to open or to copy, then to merge, then as drafts."""
    speak, mails = page.speak, [one.mail for one in found]
    hint = say("Nothing is sent from here. Open each mail, copy the text, or merge the workbook in Word.")
    head = stacked(page.title(say("The mails: {n}", n=len(found))), page.quiet(hint), chosen)
    if not found:
        return stacked(
            head, page.text(say("No mail is due for this list. Choose a text to write to all of it."))
        )
    copied = page.fold(
        say("Open or copy"), mail_links(mails, speak), page.to_copy(say("Text"), draft(mails, speak))
    )
    merge, name = say("Workbook to merge"), say("mails-to-merge.xlsx")
    out = page.download(merge, name, lambda: merge_workbook(found, speak))
    drafts = page.download(say("Drafts as files"), say("drafts.zip"), lambda: mail_drafts(found))
    return stacked(head, copied, side_by_side(out, drafts))


def first_talk_panel(page: Page, pairs: tuple[Two, ...]) -> mo.Html:
    """Sheets and agreements of all pairs, each as one zip."""
    speak, programme = page.speak, page.desk.snapshot.programme
    sheets, agreed = say("Sheets for first talks"), say("Agreements")
    talks = page.download(sheets, say("first-talks.zip"), lambda: kick_offs(programme, pairs, speak))
    signed = page.download(agreed, say("agreements.zip"), lambda: agreements(programme, pairs, speak))
    return stacked(page.title(say("For the first talks")), side_by_side(talks, signed))
