"""Most people placed first, then most points."""

from mentorkit.matching.aims.aim import Aim
from mentorkit.text import say

AIM = Aim(
    key="placed",
    is_priced=False,
    label=say("Most people placed first"),
    meaning=say(
        "As many mentees as possible get a mentor; among those proposals, the one with most points. "
        "Fits most programmes: no mentor is a bigger loss than a few points less."
    ),
    proven=say("no other permitted proposal places more people, or as many with more points"),
)
