"""The programme's own words for mentor and mentee."""

from functools import partial

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.model import Changes
from mentorkit.text import say
from mentorkit.text.terms import capital
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, side_by_side, stacked
from mentorkit.views.programme.framework import ABOUT_WORDS, OURS, WORD_SETS, WORDS, own_words
from mentorkit.workflows.programme.framework import set_terms

_DONE = say("The programme has these words now. Every page and document follows.")


def words_form(page: Page, snapshot: Snapshot) -> Form:
    """The words in the language of the page; our own word shows where none is given."""
    language = page.speak.language
    fields = {
        word: page.entry(capital(page.speak(WORDS[word])), said, placeholder=page.reader(OURS[word]))
        for word, said in own_words(snapshot.programme.terms, language).items()
    }

    def keep(now: Snapshot, given: dict[str, str]) -> Changes:
        said = {f"{language}.{word}": word_given for word, word_given in given.items()}
        return set_terms(now, now.programme.terms | said)

    return page.asks(page.fields(**fields), say("Use these words"), keep, _DONE)


def word_buttons(page: Page) -> list[mo.ui.button]:
    """Sets of words to begin from, in both languages at once; each is said as it would be."""
    return [
        page.acts(page.reader(label), partial(set_terms, terms=dict(terms)), _DONE)
        for label, terms in WORD_SETS.values()
    ]


def words_panel(page: Page, form: Form, sets: list[mo.ui.button]) -> mo.Html:
    """The sets, the words, and what they change."""
    title = page.title(say("What do you call them?"))
    return stacked(title, page.quiet(ABOUT_WORDS), side_by_side(*sets), form)
