"""What the answers mean: how a cell with several is split, and which are topics of ours."""

from collections.abc import Mapping, Sequence

import marimo as mo
from markupsafe import Markup

from mentorkit.model.fields import OFFERED, WANTED
from mentorkit.text import Message, say, say_count
from mentorkit.text.topics import topics
from mentorkit.ui.frame.page import Page, markup_of, stacked
from mentorkit.ui.intake import fix
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.workflows.intake.edits import Edits
from mentorkit.workflows.intake.options import Choice
from mentorkit.workflows.intake.splits import splits_of

_SHOWN = 50

_OFTEN: Mapping[str, Message] = {WANTED: say("{n}× asked"), OFFERED: say("{n}× offered")}

Fields = Mapping[str, mo.ui.dropdown]
"""What may be chosen for an answer, by what it says."""


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
    asked = _by_answer([one for one in choices if one.is_chosen or not one.is_topic])[:_SHOWN]
    return {answer: _field(page, same, draft, own) for answer, same in asked}


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
    return page.fold(say("How a cell with several answers is split"), page.table(heads, rows))


def _by_answer(choices: Sequence[Choice]) -> list[tuple[str, list[Choice]]]:
    """The choices by what they say, each answer once however many questions it was given to."""
    found: dict[str, list[Choice]] = {}
    for one in choices:
        found.setdefault(one.answer, []).append(one)
    return list(found.items())


def _unknown(page: Page, choices: Sequence[Choice], fields: Fields) -> mo.Html | None:
    if not fields:
        return page.text(say("Every answer is a topic, so there is nothing to choose here."))
    asked = _by_answer([one for one in choices if one.answer in fields])
    told = say_count(
        "We do not know this answer as a topic. It counts where it is literally the same. "
        "You need not do anything.",
        "We do not know these {n} answers as topics. They count where they are literally the same. "
        "You need not do anything.",
        len(asked),
    )
    return stacked(page.text(told), _table(page, asked, [markup_of(fields[answer]) for answer, _ in asked]))


def _known(page: Page, choices: Sequence[Choice], fields: Fields) -> mo.Html | None:
    known = _by_answer([one for one in choices if one.is_topic and one.answer not in fields])
    if not known:
        return None
    title = say_count("{n} answer is a topic", "{n} answers are topics", len(known))
    return page.fold(title, _table(page, known, [same[0].means(page.speak.language) for _, same in known]))


def _table(page: Page, asked: Sequence[tuple[str, list[Choice]]], means: Sequence[object]) -> mo.Html:
    heads = (say("Answer"), say("How often"), say("Means"))
    often = (
        ", ".join(page.speak(_OFTEN[one.field].filled(n=one.count)) for one in same) for _, same in asked
    )
    return page.table(heads, zip([answer for answer, _ in asked], often, means, strict=True))


def _field(page: Page, same: Sequence[Choice], draft: Draft, own: Mapping[str, str]) -> mo.ui.dropdown:
    """What an answer may mean, the same for every question it was given to."""
    speak, first = page.speak, same[0]
    stays, out = speak(say("stays as it is")), speak(say("leave this answer out"))
    names = {topic.label(speak.language): key for key, topic in topics().items()}
    names |= {name: name for name in own.values()}
    options = {stays: first.answer, out: "", **dict(sorted(names.items()))}
    now = first.means(speak.language) if first.is_topic else out if first.meaning == "" else stays

    def choose(edits: Edits, meant: str) -> Edits:
        for one in same:
            edits = edits.option(one.field, one.answer, meant)
        return edits

    return fix.choice(options, now, ("option", first.answer), choose, draft, first.answer)
