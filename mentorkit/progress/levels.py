"""How far goals are over time: the last level of each until the end of every month."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from mentorkit.model import GoalLevel


def levels_by_month(levels: Sequence[GoalLevel], until: date) -> dict[date, Counter[int]]:
    """How many goals were at each level by what was noted last, at the end of each month (its first day).

    From the first month in which a level was noted to the month of a day; later levels are not looked at.
    """
    noted = sorted(
        (one for one in levels if one.noted_on <= until), key=lambda one: (one.noted_on, one.revision)
    )
    found: dict[date, Counter[int]] = {}
    now: dict[str, int] = {}
    month = noted[0].noted_on.replace(day=1) if noted else until
    while noted and month <= until:
        after = date(month.year + month.month // 12, month.month % 12 + 1, 1)
        now |= {one.goal_id: one.reached for one in noted if month <= one.noted_on < after}
        found[month], month = Counter(now.values()), after
    return found
