"""What the best plan can be, in words."""

from collections.abc import Mapping

from mentorkit.model import AimKey
from mentorkit.text import Message, say

AIMS: Mapping[AimKey, Message] = {
    "placed": say("Most people placed first"),
    "total": say("Most points"),
    "leximin": say("Protect the weakest"),
}
"""What each aim is called."""

AIM_REASONS: Mapping[AimKey, Message] = {
    "placed": say(
        "As many mentees as possible get a mentor; among those plans, the one with most points. "
        "Fits most programmes: no mentor is a bigger loss than a slightly lower score."
    ),
    "total": say(
        "The sum of all points counts. Somebody can stay without a mentor when that gives the others "
        "more; what that costs is the price you set."
    ),
    "leximin": say(
        "As many mentees as possible get a mentor; among those plans, the lowest pair is as good as it "
        "can be, then the next lowest, and so on. Fits when nobody may be the one left with a poor match."
    ),
}
"""What each aim does, and when it fits."""

STABLE_NAME = say("Stable")
STABLE_REASON = say(
    "Nobody can improve by swapping: there is no mentee and mentor who would both rather have each other. "
    "It follows what people ask for most closely, and can have fewer points or fewer people placed."
)
"""What the stable plan is."""

PROVEN: Mapping[AimKey, Message] = {
    "placed": say("no other lawful plan places more people, or as many with more points"),
    "total": say("no other lawful plan has more points, the price of leaving people out included"),
    "leximin": say(
        "no other lawful plan places more people, or as many with a better lowest pair, and so on upwards"
    ),
}
"""What it means that a plan is proven best."""
