"""The tabs of the page about progress: what stands under each, and that only the open one is worked out."""

from collections.abc import Callable, Mapping

from mentorkit.text import say
from mentorkit.ui.frame.tabs import Tab
from mentorkit.ui.frame.top import steady
from mentorkit.ui.progress.followed import Followed

TABS: Mapping[str, Tab] = {
    "week": Tab(say("This week"), ("hours", "week", "agreed", "own_time")),
    "log": Tab(say("Note talks"), ("weeks", "one_talk", "talk_list")),
    "signals": Tab(say("Signals"), ("rules", "limit")),
    "pulses": Tab(say("Pulses"), ("ask_now", "came_back", "who_answered")),
    "pairs": Tab(say("Pairs"), ("all_pairs", "one_pair", "own_stages")),
    "goals": Tab(say("Goals"), ("pair_goals",)),
    "calendar": Tab(say("Calendar"), ("coming", "away")),
    "closing": Tab(say("Closing"), ("ending_pair", "new_pairs", "ended")),
    "mentors": Tab(say("Mentors"), ("load_of_mentors", "learning")),
    "support": Tab(say("Support"), ("issues", "helping")),
}
"""The parts of the page in their order; the first one is open at the start."""

Door = tuple[Callable[[], Followed | None], Callable[[Followed | None], None]]
"""What a tab shows, and how it is told to show something else."""


def show_progress(doors: Mapping[str, Door], followed: Followed, tab: str) -> None:
    """Show a programme under the open tab, and nothing anywhere without pairs.

    Closed tabs stay as they were until they are opened.
    """
    if followed.pairs:
        steady(*doors[tab], followed)
        return
    for door in doors.values():
        steady(*door, None)
