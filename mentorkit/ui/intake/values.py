"""What the answers mean: how a cell with several is split, and which are topics of ours."""

from collections.abc import Mapping, Sequence

import marimo as mo
from markupsafe import Markup

from mentorkit.model.fields import ANSWERS
from mentorkit.text import say, say_count
from mentorkit.text.topics import topics
from mentorkit.ui.frame.page import Page, markup_of, stacked
from mentorkit.ui.intake import fix
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.workflows.intake.options import Choice
from mentorkit.workflows.intake.splits import splits_of

_SHOWN = 50

Fields = Mapping[tuple[str, str], mo.ui.dropdown]


def is_shown(place: Place) -> bool:
    """Whether answers are on the screen, and there are any."""
    review = place.at("values")
    return review is not None and bool(review.choices)


def choice_fields(page: Page, place: Place, draft: Draft, own: Mapping[str, str]) -> Fields:
    """For every answer that is not known as a topic, or that was given a meaning, what it may mean.

    `own` are the programme's own topics, see `Programme.topic_names`.
    """
    review = place.at("values")
    choices = review.choices if review is not None else ()
    asked = [one for one in choices if one.is_chosen or not one.is_topic][:_SHOWN]
    return {(one.field, one.answer): _field(page, one, draft, own) for one in asked}


def choice_panel(page: Page, place: Place, fields: Fields) -> mo.Html | None:
    """The answers that are not known, and those that are."""
    review = place.at("values")
    if review is None:
        return None
    if not review.choices:
        return page.text(
            say("No column with topics or goals is read. Go back to choose one, or go on without.")
        )
    unknown, known = _unknown(page, review.choices, fields), _known(page, review.choices, fields)
    return stacked(unknown, known, gap=0.8)


def split_panel(page: Page, place: Place) -> mo.Html | None:
    """How cells with several answers are split; nothing where none has."""
    review = place.at("values")
    splits = list(splits_of(review.sheets)) if review is not None else []
    if not splits:
        return None
    heads = (say("Column"), say("In the file"), say("Is read as"))
    rows = [(split.column, split.text, Markup("<br>").join(split.parts)) for split in splits]
    return stacked(page.title(say("How a cell with several answers is split")), page.table(heads, rows))


def _unknown(page: Page, choices: Sequence[Choice], fields: Fields) -> mo.Html | None:
    if not fields:
        return page.text(say("Every answer is a topic, so there is nothing to choose here."))
    asked = [one for one in choices if (one.field, one.answer) in fields]
    title = say_count("{n} answer to look at", "{n} answers to look at", len(asked))
    means = [markup_of(fields[one.field, one.answer]) for one in asked]
    return stacked(page.title(title), _table(page, asked, means))


def _known(page: Page, choices: Sequence[Choice], fields: Fields) -> mo.Html | None:
    known = [one for one in choices if one.is_topic and (one.field, one.answer) not in fields]
    if not known:
        return None
    title = say_count("{n} answer is a topic", "{n} answers are topics", len(known))
    return page.fold(title, _table(page, known, [one.means(page.speak.language) for one in known]))


def _table(page: Page, choices: Sequence[Choice], means: Sequence[object]) -> mo.Html:
    heads = (say("Answer"), say("Question"), say("How often"), say("Means"))
    rows = [
        (one.answer, page.speak(ANSWERS[one.field].label), one.count, meaning)
        for one, meaning in zip(choices, means, strict=True)
    ]
    return page.table(heads, rows)


def _field(page: Page, choice: Choice, draft: Draft, own: Mapping[str, str]) -> mo.ui.dropdown:
    speak = page.speak
    stays, out = speak(say("stays as it is")), speak(say("leave this answer out"))
    names = {topic.label(speak.language): key for key, topic in topics().items()}
    names |= {name: name for name in own.values()}
    options = {stays: choice.answer, out: "", **dict(sorted(names.items()))}
    now = choice.means(speak.language) if choice.is_topic else out if choice.meaning == "" else stays
    at = (choice.field, choice.answer)
    key = ("option", *at)
    return fix.choice(options, now, key, lambda edits, meant: edits.option(*at, meant), draft, choice.answer)
