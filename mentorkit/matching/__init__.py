"""Matching: rules forbid, criteria rank, an exact solver proposes, a person decides. Pure."""

from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.explain import Explanation, explain, sentence
from mentorkit.matching.insight.plan_change import Move, PlanChange, plan_change
from mentorkit.matching.pool import Pool
from mentorkit.matching.propose import DEFAULT_WEIGHTS, Proposal, Settings, propose
from mentorkit.matching.rules import RULES
from mentorkit.matching.unplaced import Reason, Unplaced, unplaced

__all__ = [
    "CRITERIA",
    "DEFAULT_WEIGHTS",
    "RULES",
    "Explanation",
    "Move",
    "Pool",
    "Proposal",
    "Reason",
    "PlanChange",
    "Settings",
    "Unplaced",
    "explain",
    "propose",
    "plan_change",
    "sentence",
    "unplaced",
]
