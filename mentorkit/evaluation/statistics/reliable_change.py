"""Reliable change: is one person's change more than the noise of the questionnaire?

RCI = (after − before) / (s · √2 · √(1 − r)), in noise, without unit (Jacobson & Truax 1991; the √2 of
Christensen & Mendoza 1986). `threshold` is z · s · √(2 (1 − r)) in points. Who misses one of both is left
out.
"""

from math import sqrt

import numpy as np

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import NO_RULE
from mentorkit.evaluation.statistics.samples import NotComputable, complete, enough, spread, z_of
from mentorkit.text import say


def _of_one(
    before: kinds.Number,
    after: kinds.Number,
    sd: kinds.Positive,
    reliability: kinds.Share,
    confidence: kinds.Confidence = 0.95,
) -> Result:
    if reliability == 1:
        raise NotComputable(say("A reliability of 1 leaves no noise to compare the change with."))
    sem = sd * sqrt(1 - reliability)
    noise, z = sem * sqrt(2), z_of(confidence)
    index = (after - before) / noise
    verdict = "no reliable change" if abs(index) <= z else "higher" if index > 0 else "lower"
    found = {
        "estimate": index,
        "change": after - before,
        "threshold": z * noise,
        "sem": sem,
        "se_difference": noise,
    }
    return {**found, "verdict": verdict}


def _of_lists(
    pre: kinds.Numbers, post: kinds.Numbers, reliability: kinds.Share, confidence: kinds.Confidence = 0.95
) -> Result:
    before, _ = complete(pre, post)
    enough(len(before), 2)
    sd = float(before.std(ddof=1))
    spread(sd)
    return _of_people(pre, post, sd, reliability, confidence)


def _of_people(
    pre: kinds.Numbers,
    post: kinds.Numbers,
    sd: kinds.Positive,
    reliability: kinds.Share,
    confidence: kinds.Confidence = 0.95,
) -> Result:
    before, after = complete(pre, post)
    enough(len(before), 1)
    each = [_of_one(*pair, sd, reliability, confidence) for pair in zip(before, after, strict=True)]
    verdicts = [one["verdict"] for one in each]
    counted = {name: verdicts.count(name) for name in ("higher", "no reliable change", "lower")}
    shared = {name: each[0][name] for name in ("threshold", "sem", "se_difference")}
    index = [float(one["estimate"]) for one in each]
    return {"estimate": float(np.mean(index)), "each": index, **shared, **counted, "sd": sd, "n": len(index)}


STATISTIC = Statistic.of_file(__name__, NO_RULE, _of_one, _of_lists, _of_people)
