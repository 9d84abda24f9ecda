"""The four questions of an evaluation, each with its measures: reaction, learning, behaviour and results.

The levels are Kirkpatrick's; which measure answers which question is our own choice. They are never added up,
mentors and mentees stand apart, and a look back never takes the place of a measurement before.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

import polars as pl

from mentorkit.evaluation.claims import Claim, claim_of, corrected
from mentorkit.evaluation.statistics.contract import Floats, Result
from mentorkit.evaluation.statistics.hedges_g import STATISTIC as SIZE
from mentorkit.evaluation.statistics.nps import STATISTIC as NPS
from mentorkit.evaluation.statistics.paired_change import STATISTIC as CHANGE
from mentorkit.evaluation.statistics.rules_by_n import reported
from mentorkit.evaluation.statistics.wilson import STATISTIC as SHARE
from mentorkit.model import Respondent, Wave
from mentorkit.model.objective import Level

# fmt: off
MeasureKey = Literal[
    "satisfied", "recommends", "learned", "behaves", "applies", "early", "attained", "hours", "stayed",
    "promoted", "works", "leads", "bond",
]
# fmt: on
Group = Literal["mentee", "completed", "other", "beside", "by_lot"]
"""Whom a number of the personnel list is of: all with mentoring, those who completed it, those without; the
first beside the last; and who was drawn by lot beside who had to wait."""

FAVOURABLE = 4
"""From this answer on 1–5, somebody agrees."""

AS_EXPECTED = 50
"""The score of goals that are reached as was hoped, all together (see the statistic `gas`)."""


@dataclass(frozen=True)
class Asked:
    """What a measure takes from the answers: which scale or item, of whom, when, and from when on."""

    key: MeasureKey
    question: Level
    role: Respondent
    of: str
    until: Wave = "closing"
    since: Wave | None = None

    @property
    def is_looked_back(self) -> bool:
        """Whether people compare with what they now think that it was."""
        return self.since == "then"


ASKED: tuple[Asked, ...] = (
    Asked("satisfied", "reaction", "mentee", "reaction"),
    Asked("satisfied", "reaction", "mentor", "reaction"),
    Asked("learned", "learning", "mentee", "learning", since="baseline"),
    Asked("learned", "learning", "mentee", "learning", since="then"),
    Asked("learned", "learning", "mentor", "mentoring", since="baseline"),
    Asked("learned", "learning", "mentor", "mentoring", since="then"),
    Asked("behaves", "behaviour", "mentee", "behaviour", since="baseline"),
    Asked("behaves", "behaviour", "mentee", "behaviour", "follow_up", "baseline"),
    Asked("applies", "behaviour", "mentee", "B4"),
    Asked("applies", "behaviour", "observer", "B4"),
    Asked("applies", "behaviour", "mentee", "B4", "follow_up"),
    Asked("recommends", "reaction", "mentee", "N1"),
    Asked("recommends", "reaction", "mentor", "N1"),
    Asked("works", "results", "mentee", "work", since="baseline"),
    Asked("leads", "results", "mentor", "leading", since="baseline"),
    Asked("bond", "results", "mentor", "V4"),
)
"""The measures of the core questions, the one that answers first on top of its question and role."""


@dataclass(frozen=True)
class Measure:
    """One number of an answer, what it may be said to show (None: too few people), and the rows behind it.

    `rows` has a line for each person or pair in it, by id: `who`, `before` and `after`, in points of the
    scale; `before` is null where nothing is compared. Of a personnel list it is of a `group`, so many
    `months` on.
    """

    key: MeasureKey
    question: Level
    rows: pl.DataFrame
    claim: Claim | None
    asked: Asked | None = None
    group: Group | None = None
    months: int | None = None

    @property
    def is_beside(self) -> bool:
        """Whether it only stands beside another: of those who completed it, or of all without mentoring."""
        return self.group in {"completed", "other"}

    @property
    def n(self) -> int:
        """How many people or pairs are in it."""
        return self.rows.height


def measured(scores: pl.DataFrame, answers: pl.DataFrame) -> tuple[Measure, ...]:
    """What people answered, measure by measure; the p of all changes is corrected together.

    `scores` is what `scale_scores` gives, `answers` what `long` gives; the core questionnaire only. A person
    who lacks one of two measurements is in no change.
    """
    by_item = answers.select("person_id", "pair_id", "role", "wave", of="item", score="value")
    by_scale = scores.select("person_id", "pair_id", "role", "wave", of="scale", score="score")
    told = pl.concat([by_scale, by_item], how="vertical_relaxed").drop_nulls("score")
    return asked_of({asked: _compared(told, asked) for asked in ASKED})


def asked_of(rows: Mapping[Asked, pl.DataFrame]) -> tuple[Measure, ...]:
    """The measures of these rows, of everybody or of a group; the p of all is corrected together."""
    found = [_measure(asked, of) for asked, of in rows.items()]
    claims = corrected([one.claim for one in found])
    return tuple(replace(one, claim=claim) for one, claim in zip(found, claims, strict=True))


def _compared(told: pl.DataFrame, asked: Asked) -> pl.DataFrame:
    """Who answered, before and after; of an observer it is about the pair."""
    who = pl.col("pair_id") if asked.role == "observer" else pl.col("person_id")
    of = told.filter(pl.col("role") == asked.role, pl.col("of") == asked.of)
    after = of.filter(pl.col("wave") == asked.until).select(who=who, after="score")
    if asked.since is None:
        return with_nothing_before(after)
    before = of.filter(pl.col("wave") == asked.since).select(who=who, before="score")
    return before.join(after, on="who").select("who", "before", "after").sort("who")


def with_nothing_before(after: pl.DataFrame) -> pl.DataFrame:
    """The rows of a measure that compares with nothing, of a frame with `who` and `after`."""
    before = pl.lit(None, pl.Float64).alias("before")
    return after.select("who", before, pl.col("after").cast(pl.Float64)).sort("who")


def _measure(asked: Asked, rows: pl.DataFrame) -> Measure:
    after = rows["after"].to_numpy().astype(float)
    if asked.key == "recommends":
        claim = claim_of("score", reported(NPS, ratings=after))
    elif asked.since is None:
        claim = share_claim(after, FAVOURABLE)
    else:
        claim = _change_claim(rows["before"].to_numpy().astype(float), after)
    return Measure(asked.key, asked.question, rows, claim, asked)


def share_claim(values: Floats, least: float) -> Claim | None:
    """Which share has this value or a higher one; None for fewer than five."""
    return claim_of("share", reported(SHARE, answers=values >= least))


def _change_claim(before: Floats, after: Floats) -> Claim | None:
    size = reported(SIZE, pre=before, post=after)
    found: Result | None = reported(CHANGE, pre=before, post=after)
    if found is None and len(before):
        found = {"n": len(before), "estimate": float((after - before).mean())}
    return claim_of("change", found, size["estimate"] if size else None)


@dataclass(frozen=True)
class Pace:
    """How fast those with and those without mentoring come to something, each as a Kaplan–Meier curve.

    `until` is the day to which five of both are followed. `p` is that of the log-rank test, None where there
    are too few people for it.
    """

    mentees: Result
    others: Result
    until: float
    p: float | None


@dataclass(frozen=True)
class Evaluation:
    """A round as it is known on a day: every measure, the endings, and how many were asked and answered.

    `pairs` is what `results` takes. `responses` has a row a person, role and wave: `role`, `wave` and
    `is_answered`. `untimed` talks took place and nobody said how long. `leaving` and `integrating` are told
    of a list of the personnel department, None without one.
    """

    measures: tuple[Measure, ...]
    pairs: pl.DataFrame
    responses: pl.DataFrame
    untimed: int = 0
    leaving: Pace | None = None
    integrating: Pace | None = None

    def of(self, question: Level) -> tuple[Measure, ...]:
        """The measures of one question, in their order."""
        return tuple(one for one in self.measures if one.question == question)
