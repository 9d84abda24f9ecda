"""Who said no to whom before, for the coordinator who pairs anew."""

from collections.abc import Iterator, Sequence

from mentorkit.frames import Snapshot
from mentorkit.model import Decline, Pair
from mentorkit.model.decline import DECLINE_REASONS
from mentorkit.text import Message, say
from mentorkit.views.names import Names

_NO = say("{who} said no to {other} on {day}: {reason}.")


def said_no(snapshot: Snapshot, people: Sequence[str], names: Names) -> Iterator[Message]:
    """Every no to a pair in which one of these people (ids) was, with its reason, the last one first.

    What the coordinator noted may name somebody, and stays away while a name is hidden.
    """
    pairs = {pair.id: (pair.mentee_id, pair.mentor_id) for pair in snapshot.rows(Pair)}
    for no in sorted(snapshot.rows(Decline), key=lambda one: one.declined_on, reverse=True):
        both = pairs[no.pair_id]
        if not set(people) & set(both):
            continue
        who, other = both if no.side == "mentee" else reversed(both)
        told = _NO.filled(
            who=names[who], other=names[other], day=no.declined_on, reason=DECLINE_REASONS[no.reason]
        )
        is_told = no.remark and names.hidden.isdisjoint(both)
        yield say("{no} You noted: {remark}", no=told, remark=no.remark) if is_told else told
