"""The page that introduces confirmed pairs: texts to send, and papers for the first talk."""

from collections.abc import Mapping, Sequence

import marimo as mo

from mentorkit.documents.introductions import Letter, due_letters, mail_drafts, merge_workbook
from mentorkit.documents.texts import TEXTS
from mentorkit.model import TextKey
from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.page import Page, side_by_side, stacked
from mentorkit.ui.frame.progress import progress_bar
from mentorkit.views.start.steps import Started
from mentorkit.views.start.two import Two
from mentorkit.workflows.start.introduce import papers


def text_picker(page: Page) -> mo.ui.dropdown:
    """Which text goes out for a list: the one that each pair needs now, or one for all of it."""
    due: Mapping[TextKey | None, Message] = {None: say("what each pair needs now")}
    return page.pick(say("Text"), page.options({**due, **TEXTS}), None, full_width=True)


def letters_panel(
    page: Page, listed: Sequence[Started], due: Sequence[Letter], chosen: mo.ui.dropdown
) -> mo.Html:
    """One mail to each pair, the `due` ones unless a text is chosen: to open, copy, merge, or as drafts."""
    key = chosen.value
    found = due if key is None else due_letters(page.desk.snapshot, listed, key, page.speak)
    hint = say("Nothing is sent from here. Open each mail, copy the text, or merge the workbook in Word.")
    head = stacked(page.title(say("The mails: {n}", n=len(found))), page.quiet(hint), chosen)
    if not found:
        none = say("No mail is due for this list. Choose a text to write to all of it.")
        return stacked(head, page.text(none))
    copied = page.mails(say("Open or copy"), [one.mail for one in found])
    merge, name = say("Workbook to merge"), say("mails-to-merge.xlsx")
    out = page.download(merge, name, lambda: merge_workbook(found, page.speak))
    drafts = page.download(say("Drafts as files"), say("drafts.zip"), lambda: mail_drafts(found))
    return stacked(head, copied, side_by_side(out, drafts))


def papers_button(page: Page, pairs: Sequence[Two]) -> mo.ui.run_button:
    """Asks for the papers of these pairs; pressed again for other ones."""
    label = say_count("Make the papers of {n} pair", "Make the papers of {n} pairs", len(pairs))
    return mo.ui.run_button(label=page.speak(label), disabled=not pairs)


def first_talk_panel(page: Page, pairs: Sequence[Two], asked: mo.ui.run_button) -> mo.Html:
    """Sheets and agreements of all pairs, each as one zip, with a bar while they are made."""
    speak, programme = page.speak, page.desk.snapshot.programme
    head = stacked(page.title(say("For the first talks")), asked)
    if not asked.value:
        return head
    with progress_bar(speak, say("The papers are made")) as tell:
        sheets, agreed = papers(programme, pairs, speak, tell)
    talks = page.download(say("Sheets for first talks"), say("first-talks.zip"), lambda: sheets)
    signed = page.download(say("Agreements"), say("agreements.zip"), lambda: agreed)
    return stacked(head, side_by_side(talks, signed))
