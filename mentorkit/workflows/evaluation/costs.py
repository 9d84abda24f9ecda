"""What a programme assumes about costs, and what its round cost by that."""

from collections.abc import Mapping
from datetime import date

from mentorkit.evaluation.costs import ASSUMED, Costs, Spent, assumptions, costs_of
from mentorkit.evaluation.levels import Evaluation
from mentorkit.evaluation.results import PLANNED
from mentorkit.frames import Snapshot
from mentorkit.model import Changes, Meeting, WorkLog

_USUAL_MINUTES = 60
"""Of a talk, when neither it nor the programme says how long it takes."""


def set_costs(snapshot: Snapshot, told: Mapping[str, float]) -> Changes:
    """Keep what the programme assumes, by name; what is assumed as usual is not kept."""
    own = {name: value for name, value in assumptions(told).items() if value != ASSUMED[name][1]}
    return Changes.to_settings("costs", snapshot.programme, costs=own)


def round_costs(snapshot: Snapshot, evaluation: Evaluation, today: date) -> Costs:
    """What an evaluated round cost until a day."""
    programme = snapshot.programme
    held = [one for one in snapshot.rows(Meeting) if one.is_held and one.day <= today]
    spent = Spent(
        talks=len(held),
        minutes=sum(one.minutes or 0 for one in held),
        untimed=evaluation.untimed,
        usual=programme.framework.talk_minutes or _USUAL_MINUTES,
        own_minutes=sum(one.minutes for one in snapshot.rows(WorkLog) if one.day <= today),
        completed=int((evaluation.pairs["cause"] == PLANNED).sum()),
    )
    return costs_of(spent, programme.costs)
