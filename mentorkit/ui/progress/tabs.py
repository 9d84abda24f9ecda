"""The tabs of progress, pulses and closing: what stands under each; only the open one is worked out."""

from collections.abc import Mapping

from mentorkit.text import say
from mentorkit.ui.frame.tabs import Tab

TABS: Mapping[str, Tab] = {
    "week": Tab(say("This week"), ("hours_given", "week", "agreed", "own_time")),
    "log": Tab(say("Note talks"), ("weeks", "one_talk", "talk_list")),
    "pairs": Tab(say("Pairs"), ("all_pairs", "one_pair", "own_stages")),
    "goals": Tab(say("Goals"), ("pair_goals",)),
    "calendar": Tab(say("Calendar"), ("coming", "away")),
    "mentors": Tab(say("Mentors"), ("load_of_mentors", "learning")),
    "support": Tab(say("Support"), ("issues", "helping")),
}
"""The parts of the page about progress in their order; the first one is open at the start."""

PULSE_TABS: Mapping[str, Tab] = {
    "pulses": Tab(say("Pulses"), ("ask_now", "came_back", "who_answered")),
    "signals": Tab(say("Signals"), ("rules", "limit")),
}
"""Those of the page about pulses."""

CLOSING_TABS: Mapping[str, Tab] = {
    "closing": Tab(say("A pair that closes"), ("ending_pair",)),
    "anew": Tab(say("New pairs"), ("new_pairs",)),
    "ended": Tab(say("Ended pairs and lessons"), ("ended",)),
}
"""Those of the page about closing."""
