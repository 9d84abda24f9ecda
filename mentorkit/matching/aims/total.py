"""Most points, where leaving a mentee out costs a price."""

from mentorkit.matching.aims.aim import Aim
from mentorkit.text import say

AIM = Aim(
    key="total",
    is_priced=True,
    label=say("Most points"),
    meaning=say(
        "The sum of all points counts. Somebody can stay without a mentor when that gives the others "
        "more; what that costs is the price you set."
    ),
    proven=say("no other permitted proposal has more points, the price of leaving people out included"),
)
