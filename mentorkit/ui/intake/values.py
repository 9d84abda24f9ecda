"""What the answers mean: how a cell with several is split, and which are topics of ours."""

from collections.abc import Mapping, Sequence

import marimo as mo
from markupsafe import Markup

from mentorkit.model.fields import ANSWERS
from mentorkit.text import Speaker, say, say_count
from mentorkit.text.topics import topics
from mentorkit.ui.frame.page import heading, html, paragraph, shown, stacked
from mentorkit.ui.intake.draft import Draft, Step
from mentorkit.views.table import html_table
from mentorkit.workflows.intake.review import Choice, Review
from mentorkit.workflows.intake.splits import splits_of

_SHOWN = 50

Fields = Mapping[tuple[str, str], mo.ui.dropdown]


def is_shown(here: Step, review: Review | None) -> bool:
    """Whether she looks at answers, and there are any."""
    return here == "values" and review is not None and bool(review.choices)


def choice_fields(
    here: Step, review: Review | None, draft: Draft, own: Mapping[str, str], speak: Speaker
) -> Fields:
    """For every answer that is not known as a topic, or that she gave a meaning, what it may mean.

    `own` are the programme's own topics, see `Programme.topic_names`.
    """
    if here != "values" or review is None:
        return {}
    asked = [one for one in review.choices if one.is_chosen or not one.is_topic][:_SHOWN]
    hers = {name: name for name in own.values()}
    return {(one.field, one.answer): _field(one, draft, hers, speak) for one in asked}


def choice_panel(here: Step, review: Review | None, fields: Fields, speak: Speaker) -> mo.Html | None:
    """The answers that are not known, and those that are."""
    if here != "values" or review is None:
        return None
    if not review.choices:
        nothing = say("No column with topics or goals is read. Go back to choose one, or go on without.")
        return paragraph(nothing, speak)
    return stacked(
        _unknown(review.choices, fields, speak),
        _known(review.choices, fields, speak),
        gap=0.8,
    )


def split_panel(here: Step, review: Review | None, speak: Speaker) -> mo.Html | None:
    """How cells with several answers are split; nothing where none has."""
    splits = list(splits_of(review.sheets)) if review and here == "values" else []
    if not splits:
        return None
    heads = (say("Column"), say("In the file"), say("Is read as"))
    rows = [(split.column, split.text, Markup("<br>").join(split.parts)) for split in splits]
    title = say("How a cell with several answers is split")
    return stacked(heading(title, speak), html(html_table(heads, rows, speak)))


def _unknown(choices: Sequence[Choice], fields: Fields, speak: Speaker) -> mo.Html | None:
    if not fields:
        return paragraph(say("Every answer is a topic, so there is nothing to choose here."), speak)
    asked = [one for one in choices if (one.field, one.answer) in fields]
    title = say_count("{n} answer to look at", "{n} answers to look at", len(asked))
    means = [shown(fields[one.field, one.answer]) for one in asked]
    return stacked(heading(title, speak), html(_table(asked, means, speak)))


def _known(choices: Sequence[Choice], fields: Fields, speak: Speaker) -> mo.Html | None:
    known = [one for one in choices if one.is_topic and (one.field, one.answer) not in fields]
    if not known:
        return None
    title = say_count("{n} answer is a topic", "{n} answers are topics", len(known))
    table = _table(known, [one.means(speak.language) for one in known], speak)
    return html(Markup("<details><summary>{}</summary>{}</details>").format(speak(title), table))


def _table(choices: Sequence[Choice], means: Sequence[object], speak: Speaker) -> Markup:
    heads = (say("Answer"), say("Question"), say("How often"), say("Means"))
    rows = [
        (one.answer, speak(ANSWERS[one.field].label), one.count, meaning)
        for one, meaning in zip(choices, means, strict=True)
    ]
    return html_table(heads, rows, speak)


def _field(choice: Choice, draft: Draft, hers: Mapping[str, str], speak: Speaker) -> mo.ui.dropdown:
    stays, out = speak(say("stays as it is")), speak(say("leave this answer out"))
    names = {topic.label(speak.language): key for key, topic in topics().items()}
    options = {stays: choice.answer, out: "", **dict(sorted({**names, **hers}.items()))}
    now = choice.means(speak.language) if choice.is_topic else out if choice.meaning == "" else stays

    def choose(meant: str) -> None:
        change = (choice.field, choice.answer, meant)
        draft.put(("option", *change[:2]), lambda edits: edits.option(*change))

    return mo.ui.dropdown(options, value=now, allow_select_none=False, on_change=choose)
