"""The texts that go out, on the page: in her own words, with what they become for three pairs."""

from collections.abc import Sequence
from typing import Any

import marimo as mo

from mentorkit.documents.introductions import letters
from mentorkit.documents.texts import FIELDS, TEXTS, Text, as_spoken, field_name, text_in, text_of
from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot, applied
from mentorkit.model import TextKey
from mentorkit.text import say
from mentorkit.ui.frame.page import Page, html, stacked
from mentorkit.views.mail import draft
from mentorkit.views.start.steps import Started
from mentorkit.workflows.start.introduce import set_text

_SHOWN = 3


def text_to_change(page: Page) -> mo.ui.dropdown:
    """Which text to change."""
    return page.pick(say("Text"), page.options(TEXTS), "introduction", full_width=True)


def text_fields(page: Page, snapshot: Snapshot, key: TextKey) -> mo.ui.batch:
    """The subject and the body of a text, with their fields as the reader calls them."""
    language = page.speak.language
    now = as_spoken(text_in(snapshot, key, language), language)
    return page.fields(
        subject=page.entry(say("Subject"), now.subject), body=page.area(say("Text"), now.body, 16)
    )


def keep_text_button(page: Page, fields: mo.ui.batch, key: TextKey) -> mo.ui.button:
    """Keeps a text as it stands in its fields."""
    done = say("Kept. From now on this text goes out.")

    def keep(given: dict[str, Any]) -> None:
        page.do(lambda now: set_text(now, key, page.speak.language, Text(**given)), done)

    return page.keeps(fields, say("Keep this text"), keep)


def ours_again_button(page: Page, snapshot: Snapshot, key: TextKey) -> mo.ui.button | None:
    """Takes our own text again; nothing when it is ours."""
    language = page.speak.language
    ours = text_of(key, language)
    if text_in(snapshot, key, language) == ours:
        return None
    take, done = say("Take our own text again"), say("Our own text goes out again.")
    return page.acts(take, lambda now: set_text(now, key, language, ours), done)


def text_panel(page: Page, picker: mo.ui.dropdown, *asked: mo.Html | None) -> mo.Html:
    """The text with its fields, and how to keep it or to take ours again."""
    language = page.speak.language
    fields = say(
        "Fields: {fields}. Each stands between two braces, as in {example}.",
        fields=[field_name(one, language) for one in FIELDS],
        example=f"{{{{ {field_name('names', language)} }}}}",
    )
    return stacked(page.title(say("The texts in your own words")), picker, *asked, page.quiet(fields))


def preview_panel(
    page: Page, snapshot: Snapshot, found: Sequence[Started], key: TextKey, fields: mo.ui.batch
) -> mo.Html:
    """What the text as it stands in its fields becomes for the first pairs, or why it cannot be filled in."""
    title, pairs = page.title(say("As these pairs read it"), 3), [one.two for one in found[:_SHOWN]]
    typed: dict[str, Any] = fields.value
    try:
        after = applied(snapshot, set_text(snapshot, key, page.speak.language, Text(**typed)))
    except NotLawful as refusal:
        return stacked(title, page.notice(refusal.message))
    mails = [one.mail for one in letters(after, pairs, key, page.speak)]
    return stacked(title, html(page.to_copy(say("As these pairs read it"), draft(mails, page.speak))))
