"""The bare assignment problem: two libraries that find the same least cost."""

import numpy as np
import pytest

from mentorkit.matching.solvers import assignment


@pytest.mark.parametrize("shape", [(1, 1), (7, 7), (40, 25), (25, 40), (120, 120), (0, 3), (3, 0)])
def test_with_and_without_the_fast_library_the_cost_is_the_same(shape, monkeypatch):
    rng, found = np.random.default_rng(5), []
    whole, costly = rng.integers(-50, 50, shape).astype(float), rng.random(shape) < 0.3
    cost = np.where(costly, 1e9, whole)
    assert assignment.lapjvr is not None
    for _ in range(2):
        rows, columns = assignment.least_cost(cost)
        assert rows.tolist() == sorted(set(rows.tolist()))
        assert len(set(columns.tolist())) == len(rows) == min(shape)
        found.append(cost[rows, columns].sum())
        monkeypatch.setattr(assignment, "lapjvr", None)
    assert found[0] == found[1]
