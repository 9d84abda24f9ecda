"""The contact card of a pair: where the two reach each other, how often they talk, and who helps them."""

from mentorkit.model import SIDES, Framework
from mentorkit.text import Speaker, say
from mentorkit.views.start.calendar import rhythms_with
from mentorkit.views.start.two import Two


def contact_card(
    two: Two, framework: Framework, speak: Speaker, missing: str, days: int | None = None
) -> list[tuple[str, str]]:
    """What stands on it, line by line: what it is, and what is known of it or else what is `missing`.

    `days` are those between two talks of the pair; None where only what the programme asks is known. What
    the two do not know of each other, such as a telephone number, is not on it.
    """
    every = days or framework.meeting_interval_days
    helps = [
        (say("Contact point"), framework.contact_points),
        (say("Coordinator"), framework.coordinator),
        (say("When the coordinator is away"), framework.stand_in),
    ]
    return [
        *((two.names[side], two.reach[side][0] or missing) for side in SIDES),
        (speak(say("How often")), speak(rhythms_with(every)[every]) if every else missing),
        *((speak(label), told or missing) for label, told in helps),
    ]
