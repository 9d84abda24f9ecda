"""What is still missing in the framework of a programme."""

from mentorkit.frames import Snapshot
from mentorkit.model import Framework, Objective
from mentorkit.text import Message, say, say_count

_NEEDED = ("mission", "duration_weeks", "meeting_interval_days", "confidential", "limits", "contact_points")


def missing_in_framework(snapshot: Snapshot) -> list[Message]:
    """What has to be decided before pairs begin and is not, each by its name."""
    framework, objectives = snapshot.programme.framework, snapshot.rows(Objective)
    missing = [Framework.called_field(name) for name in _NEEDED if not getattr(framework, name)]
    if not objectives:
        missing.insert(0, say("programme objective"))
    elif not all(one.is_whole for one in objectives):
        missing.append(say("measure, target and question with every objective"))
    return missing


def framework_warning(snapshot: Snapshot) -> Message | None:
    """What a coordinator should know before pairs are confirmed; None once the framework is complete."""
    missing = missing_in_framework(snapshot)
    told = say(
        "You can pair now. In the framework this is not decided yet: {missing}. Pairs will ask.",
        missing=missing,
    )
    return told if missing else None


def undecided_line(snapshot: Snapshot) -> Message | None:
    """How many things are not decided yet; None once the framework is complete."""
    missing = missing_in_framework(snapshot)
    told = say_count(
        "One thing is not decided yet in the framework.",
        "{n} things are not decided yet in the framework.",
        len(missing),
    )
    return told if missing else None
