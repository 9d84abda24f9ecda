"""The programme's own words for mentor and mentee."""

from functools import partial
from typing import Any

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.text import say
from mentorkit.text.terms import capital
from mentorkit.ui.frame.page import Page, side_by_side, stacked
from mentorkit.views.programme.framework import ABOUT_WORDS, OURS, WORD_SETS, WORDS, own_words
from mentorkit.workflows.programme.framework import set_terms

_DONE = say("The programme has these words now. Every page and document follows.")


def words_form(page: Page, snapshot: Snapshot) -> mo.ui.form[Any, Any]:
    """The words in the language of the page; our own word shows where none is given."""
    language = page.speak.language
    terms = snapshot.programme.terms
    fields = {
        word: mo.ui.text(
            value=said, label=capital(page.speak(WORDS[word])), placeholder=page.reader(OURS[word])
        )
        for word, said in own_words(terms, language).items()
    }

    def keep(given: dict[str, str]) -> None:
        others = {key: said for key, said in terms.items() if not key.startswith(f"{language}.")}
        ours = {f"{language}.{word}": said for word, said in given.items()}
        page.do(lambda snapshot: set_terms(snapshot, others | ours), _DONE)

    return page.form(page.fields(**fields), say("Use these words"), keep)


def word_buttons(page: Page) -> list[mo.ui.button]:
    """Sets of words to begin from, in both languages at once; each is said as it would be."""

    def use(terms: dict[str, str], _: object) -> None:
        page.do(lambda snapshot: set_terms(snapshot, terms), _DONE)

    return [
        mo.ui.button(label=page.reader(label), on_click=partial(use, dict(terms)))
        for label, terms in WORD_SETS.values()
    ]


def words_panel(page: Page, form: mo.ui.form[Any, Any], sets: list[mo.ui.button]) -> mo.Html:
    """The sets, the words, and what they change."""
    title = page.title(say("What do you call them?"))
    return stacked(title, page.quiet(ABOUT_WORDS), side_by_side(*sets), form)
