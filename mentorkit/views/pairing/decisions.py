"""What was decided, as a table and as a list to choose from."""

from collections.abc import Iterable

from markupsafe import Markup

from mentorkit.frames import Snapshot, rows_of
from mentorkit.model import Decision
from mentorkit.text import Speaker, say
from mentorkit.views.table import html_table

_CODE_SHOWN, _CODE_IN_LIST = 12, 6


def newest_first(snapshot: Snapshot) -> list[Decision]:
    """The decisions, the last one first."""
    return sorted(rows_of(snapshot.decisions, Decision), key=lambda one: one.decided_at, reverse=True)


def decided_table(found: Iterable[Decision], speak: Speaker) -> Markup:
    """What was decided when and by whom, as they are given."""
    heads = (say("When"), say("Who"), say("Pairs"), say("Not placed"), say("Fingerprint"))
    rows = (
        (_when(one, speak), one.decided_by, one.pair_count, one.unplaced_count, one.sha256[:_CODE_SHOWN])
        for one in found
    )
    return html_table(heads, rows, speak)


def decision_label(one: Decision, speak: Speaker) -> str:
    """When and by whom; the fingerprint tells apart what was decided in the same minute."""
    return f"{_when(one, speak)} – {one.decided_by} ({one.sha256[:_CODE_IN_LIST]})"


def _when(one: Decision, speak: Speaker) -> str:
    return speak.write(one.decided_at.astimezone())
