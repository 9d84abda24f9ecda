"""Who is not placed, and why: everybody in a table, and one mentee on a card."""

import numpy as np
from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal, Unplaced, unplaced
from mentorkit.matching.unplaced import unplaced_mentee
from mentorkit.model import SIDES, Role
from mentorkit.text import Speaker, say, say_count
from mentorkit.views.names import Names
from mentorkit.views.pairing.card import own_columns
from mentorkit.views.pairing.pairs import against
from mentorkit.views.table import folded_away, html_table, titled_list

_NEAREST = 3
_CARD = Markup('<article class="mk-card"><h3>{}</h3><p class="mk-lead">{}</p>{}</article>')


def unplaced_table(people: tuple[Unplaced, ...], role: Role, snapshot: Snapshot, speak: Speaker) -> Markup:
    """Everybody of one role without a pair, by name, with the reason; empty without anybody."""
    names = Names.of(snapshot).leading
    rows = sorted((names[one.person], speak(one.message)) for one in people if one.role == role)
    return html_table((say("Name"), say("Why")), rows, speak) if rows else Markup("")


def unplaced_lists(proposal: Proposal, snapshot: Snapshot, speak: Speaker) -> Markup:
    """Who is not placed and why: mentees in sight, mentors and who takes no part folded away."""
    people = unplaced(proposal)
    if not people:
        return Markup('<p class="mk-text">{}</p>').format(speak(say("Everybody is in a pair.")))
    left, out = (tuple(one for one in people if bool(one.stays_out_by) is stays) for stays in (False, True))
    mentees, mentors, *others = (
        unplaced_table(some, role, snapshot, speak) for some in (left, out) for role in SIDES
    )
    count = sum(one.role == "mentor" for one in left)
    alone = say_count("{n} mentor without a mentee", "{n} mentors without a mentee", count)
    no_part = say_count("{n} sign-up takes no part", "{n} sign-ups take no part", len(out))
    mentees += folded_away(alone, mentors, speak) if count else ""
    return mentees + (folded_away(no_part, Markup("").join(others), speak) if out else "")


def unplaced_card(proposal: Proposal, row: int, speak: Speaker, who: Names) -> Markup:
    """Why a mentee has no mentor, the mentors who come closest, and what stands in the way of each."""
    mentee = proposal.pool.candidates.mentees["id"][row]
    found = unplaced_mentee(proposal, row)
    near = [_near(proposal, row, column, speak, who.leading) for column in _nearest(proposal, row)]
    closest = titled_list(say("These mentors come closest:"), near, speak)
    waits = say("{mentee} has no mentor yet", mentee=who[mentee])
    title = say("{mentee} takes no part", mentee=who[mentee]) if found.stays_out_by else waits
    own = own_columns(proposal.pool.candidates.mentees.row(row, named=True), speak, who)
    closest += Markup("<p>{}</p>").format(own) if own else ""
    return _CARD.format(speak(title), speak(found.message), closest)


def _nearest(proposal: Proposal, row: int) -> list[int]:
    """Columns of the mentors who break fewest conditions, most points first; none for who sits out."""
    lawful, broken = proposal.pool.lawful, proposal.pool.forbidden[row].astype(np.int64)
    for rule in proposal.settings.rules_on:
        if rule.holds_for == "sign_up" and not lawful[rule.key][row].any():
            return []
        broken += ~lawful[rule.key][row]
    return [*np.lexsort((-proposal.score[row], broken))[:_NEAREST].tolist()]


def _near(proposal: Proposal, row: int, column: int, speak: Speaker, who: Names) -> str:
    """One mentor with the points, and what is in the way: a condition, or that every place is taken."""
    candidates, points = proposal.pool.candidates, round(proposal.score[row, column] * 100)
    full = say("{mentor} has no free place left.", **who.of_pair(candidates, row, column))
    said = map(speak, against(proposal, row, column, who) or (full,))
    way = say("{mentor}: {points} of 100 points.", points=points, **who.of_pair(candidates, row, column))
    return " ".join((speak(way), *said))
