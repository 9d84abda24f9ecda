"""The texts that go out, on the page: in her own words, with what they become for three pairs."""

from collections.abc import Sequence
from typing import Any

import marimo as mo

from mentorkit.documents.introductions import letters
from mentorkit.documents.texts import FIELDS, TEXTS, Text, text_in, text_of
from mentorkit.frames import Snapshot
from mentorkit.model import Changes, TextKey
from mentorkit.text import say
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, html, stacked
from mentorkit.views.mail import draft
from mentorkit.views.start.steps import Started
from mentorkit.workflows.start.introduce import set_text

_SHOWN = 3


def text_to_change(page: Page) -> mo.ui.dropdown:
    """Which text to change."""
    return page.pick(say("Text"), page.options(TEXTS), "introduction", full_width=True)


def text_form(page: Page, snapshot: Snapshot, key: TextKey) -> Form:
    """The subject and the body of a text, with their fields."""
    speak, now = page.speak, text_in(snapshot, key, page.speak.language)
    fields = page.fields(
        subject=page.entry(say("Subject"), now.subject), body=page.area(say("Text"), now.body, 16)
    )
    done = say("Kept. From now on this text goes out.")

    def keep(now: Snapshot, given: dict[str, Any]) -> Changes:
        return set_text(now, key, speak.language, Text(**given))

    return page.asks(fields, say("Keep this text"), keep, done)


def ours_again_button(page: Page, snapshot: Snapshot, key: TextKey) -> mo.ui.button | None:
    """Takes our own text again; nothing when it is ours."""
    language = page.speak.language
    ours = text_of(key, language)
    if text_in(snapshot, key, language) == ours:
        return None
    take, done = say("Take our own text again"), say("Our own text goes out again.")
    return page.acts(take, lambda now: set_text(now, key, language, ours), done)


def text_panel(page: Page, picker: mo.ui.dropdown, form: Form, again: mo.ui.button | None) -> mo.Html:
    """The text with its fields, and how to take ours again."""
    fields = say(
        "Fields: {fields}. Each stands between two braces, as in {example}.",
        fields=list(FIELDS),
        example="{{ names }}",
    )
    return stacked(page.title(say("The texts in your own words")), picker, form, again, page.quiet(fields))


def preview_panel(page: Page, snapshot: Snapshot, found: Sequence[Started], key: TextKey) -> mo.Html:
    """What the text becomes for the first pairs."""
    pairs = [one.two for one in found[:_SHOWN]]
    mails = [one.mail for one in letters(snapshot, pairs, key, page.speak)]
    title = say("As these pairs read it")
    return stacked(page.title(title, 3), html(page.to_copy(title, draft(mails, page.speak))))
