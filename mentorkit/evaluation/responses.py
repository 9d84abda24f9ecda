"""Answers to questionnaires: one to a row, and the scores of scales by their missing rules."""

import polars as pl

from mentorkit.evaluation.questionnaires import Questionnaire
from mentorkit.frames import schema_of
from mentorkit.model import Response

FULL_SHARE = 0.75
"""The part of its items from which a score counts as complete; common practice for scales of few items."""

_OF = ["person_id", "pair_id", "role", "questionnaire", "wave"]
_SCHEMA = {name: schema_of(Response)[name] for name in _OF} | {"item": pl.String(), "value": pl.Int64()}


def long(responses: pl.DataFrame) -> pl.DataFrame:
    """Every answer of a frame of responses in a row of its own: who, on what, and the `value` as given.

    The columns are person_id, pair_id, role, questionnaire, wave, item and value. What was not answered has
    no row, and nobody's answer is turned round (see `scale_scores`).
    """
    rows = responses.select(*_OF, "answers").iter_rows()
    told = [(*of, item, value) for *of, answers in rows for item, value in sorted((answers or {}).items())]
    return pl.DataFrame(told, schema=_SCHEMA, orient="row")


def scale_scores(answers: pl.DataFrame, questionnaire: Questionnaire) -> pl.DataFrame:
    """The score of each scale, for everybody who answered at least one of its items in a wave.

    `answers` is what `long` gives. The columns are person_id, pair_id, role, wave, scale, score and
    is_incomplete. A score is the mean of the answered items in their own points, with reverse items turned
    round; nothing is imputed. It is null where fewer than `needs` of the scale were answered, and incomplete
    where it is null or rests on less than 75 per cent of the items.
    """
    of = ["person_id", "pair_id", "role", "wave", "scale"]
    is_enough = pl.len() >= pl.col("needs").first()
    is_full = pl.len() >= FULL_SHARE * pl.col("items").first()
    score = pl.when(is_enough).then(pl.col("value").mean()).alias("score")
    return (
        in_one_direction(answers, questionnaire)
        .group_by(of)
        .agg(score, (~(is_enough & is_full)).alias("is_incomplete"))
        .sort(of, nulls_last=True)
    )


def in_one_direction(answers: pl.DataFrame, questionnaire: Questionnaire) -> pl.DataFrame:
    """Every answer beside each scale that it is part of, with `value` turned round where its item is."""
    value = pl.when("reverse").then(pl.col("both_ends") - pl.col("value")).otherwise("value").alias("value")
    own = answers.filter(pl.col("questionnaire") == questionnaire.key)
    return own.join(_items_of(questionnaire), on="item", maintain_order="left").with_columns(value)


def _items_of(questionnaire: Questionnaire) -> pl.DataFrame:
    """The items of all scales: whether each is turned round and by what, and what its scale needs."""
    items = {one.key: one for one in questionnaire.items}
    rows = [
        (key, scale.key, items[key].reverse, sum(items[key].scale), scale.needs, len(scale.items))
        for scale in questionnaire.scales
        for key in scale.items
    ]
    names = ["item", "scale", "reverse", "both_ends", "needs", "items"]
    return pl.DataFrame(rows, schema=names, orient="row")
