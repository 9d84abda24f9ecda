"""The criteria: one file each, and this tuple, which is also their order on the page."""

from mentorkit.matching.criteria import (
    experience_gap,
    goal_coverage,
    learning_fit,
    other_unit,
    practical_fit,
    preferences,
    proximity,
    shared_interests,
    text_fit,
    values_style,
)
from mentorkit.matching.criteria.criterion import Criterion

CRITERIA: tuple[Criterion, ...] = (
    goal_coverage.CRITERION,
    values_style.CRITERION,
    preferences.CRITERION,
    practical_fit.CRITERION,
    experience_gap.CRITERION,
    learning_fit.CRITERION,
    other_unit.CRITERION,
    shared_interests.CRITERION,
    proximity.CRITERION,
    text_fit.CRITERION,
)
