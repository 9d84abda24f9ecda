"""Who is not placed, and why, as a table."""

from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.matching import Unplaced
from mentorkit.model import Role
from mentorkit.text import Speaker, say
from mentorkit.views.names import Names
from mentorkit.views.table import html_table


def unplaced_table(people: tuple[Unplaced, ...], role: Role, snapshot: Snapshot, speak: Speaker) -> Markup:
    """Everybody of one role without a pair, by name, with the reason; empty without anybody."""
    names = Names.of(snapshot)
    rows = sorted((names[one.person], speak(one.message)) for one in people if one.role == role)
    return html_table((say("Name"), say("Why")), rows, speak) if rows else Markup("")
