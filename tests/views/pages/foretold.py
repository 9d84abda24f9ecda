"""What is said of the points against what came of pairs, case by case."""

from dataclasses import replace

import numpy as np

from mentorkit.evaluation.claims import Claim
from mentorkit.evaluation.points_told import OrderTold, PointsTold
from mentorkit.evaluation.tried_weights import WeightsTried
from mentorkit.matching import DEFAULT_WEIGHTS
from mentorkit.views.evaluation import foretold
from tests.views.pages.page import Page

UP, OPEN = (0.42, 0.15, 0.63), (0.05, -0.2, 0.3)
NONE = np.array([])
SHARES = np.array([0.1, 0.45, *[0.05] * 7, 0.1])
TRIED = WeightsTried(120, 40, 0.12, 0.2, -0.01, 0.31, SHARES, 0.04, 0.02)


def order(n: int = 60, ends: tuple[float, float, float] | None = UP, p: float = 0.01) -> OrderTold:
    claim = Claim("link", n, *ends, p=p) if ends else None
    points, came = np.linspace(0.3, 0.9, n), (np.arange(n) % 3 > 0).astype(float)
    thirds = ((0.4, {"estimate": 0.5, "ci_low": 0.3, "ci_high": 0.7}),)
    return OrderTold("completed", points, came, claim, thirds if ends else ())


def show_foretold(page: Page) -> None:
    for name in ("OUTCOME_WORDS", "ORDER_HEADS", "WEIGHT_HEADS"):
        page.words(name, getattr(foretold, name))
    down = tuple(-end for end in (UP[0], UP[2], UP[1]))
    for case, one in (
        ("More", order()),
        ("Less", order(ends=down)),
        ("Open", order(ends=OPEN)),
        ("One of several", order(p=0.2)),
        ("Few", order(12, None)),
    ):
        page.show(case, foretold.order_sentence, one)
    none = OrderTold("going", NONE, NONE, None, ())
    told = PointsTold((order(), none), 0.62, 0.91, "completed", TRIED)
    few = PointsTold((order(12, None), none), None, 0.4, "completed", None)
    open_gates = replace(told, tried=replace(TRIED, gain_low=0.01, p=0.001))
    for case, every in (("Weights tried", told), ("Proposed", open_gates), ("Few", few)):
        page.show(case, foretold.weights_sentence, every)
        page.words("what_was_tried", [*foretold.what_was_tried(every)], case)
        page.words("weight_rows", [*foretold.weight_rows(every, DEFAULT_WEIGHTS, page.speak)], case)
        page.words("order_rows", [*foretold.order_rows(every, page.speak)], case)
    page.show("More", foretold.order_chart, order(), page.speak)
    page.show("Few", foretold.order_chart, order(12, None), page.speak)
