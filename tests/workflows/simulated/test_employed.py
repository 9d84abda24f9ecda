"""A made-up personnel list: what it tells is what is true by its day, and no more."""

from datetime import timedelta

import pytest
from numpy.random import default_rng

from mentorkit.model import Employment
from mentorkit.workflows.simulated.employed import employed
from tests.progress.programmes import STARTED
from tests.workflows.simulated.test_life import DAYS, pairs


def test_what_is_listed_follows_the_truth_and_mentees_stay_longer():
    told, truth = employed(pairs(300), DAYS, default_rng(1))
    rows = {one.id: one for one in told.rows(STARTED + timedelta(days=DAYS)) if isinstance(one, Employment)}
    assert rows.keys() == {one.employment_id for one in truth}
    for one in truth:
        assert (rows[one.employment_id].left_on is not None) == (one.stays < DAYS)
        assert (rows[one.employment_id].person_id is not None) == one.is_mentee
    mean = {
        is_mentee: sum(one.stays for one in truth if one.is_mentee == is_mentee)
        / sum(one.is_mentee == is_mentee for one in truth)
        for is_mentee in (True, False)
    }
    assert mean[True] / mean[False] == pytest.approx(1.4, rel=0.2)
    assert told.rows(STARTED + timedelta(days=DAYS - 1)) == ()
