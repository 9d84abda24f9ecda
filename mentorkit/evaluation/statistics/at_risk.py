"""Who was still there at each moment when something happened."""

import numpy as np

from mentorkit.evaluation.statistics.contract import Floats


def at_risk(times: Floats, events: Floats) -> tuple[Floats, Floats, Floats]:
    """Each moment with an event, how many were there until then, and how many events it had.

    Who leaves at the moment of an event counts as having been there.
    """
    moments = np.unique(times[events > 0])
    there = (times >= moments[:, None]).sum(axis=1)
    happened = ((times == moments[:, None]) & (events > 0)).sum(axis=1)
    return moments, there.astype(float), happened.astype(float)
