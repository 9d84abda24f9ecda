"""The conditions: one file each, and this tuple, which is also their order on the page.

Capacity and the coordinator's own overrides are not in it: the solver and the plan keep
those by themselves.
"""

from mentorkit.matching.rules import (
    consent,
    failed_pair,
    free_moment,
    language,
    pause,
    relation_type,
    reporting_line,
    same_person,
    training,
    veto,
)
from mentorkit.matching.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    reporting_line.RULE,
    veto.RULE,
    consent.RULE,
    pause.RULE,
    same_person.RULE,
    language.RULE,
    free_moment.RULE,
    training.RULE,
    relation_type.RULE,
    failed_pair.RULE,
)
