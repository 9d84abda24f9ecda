"""Whom the coordinator can choose from on the pairing page, and the words on pairs so far."""

from collections.abc import Iterable, Sequence

import numpy as np
from markupsafe import Markup

from mentorkit.frames import Snapshot, rows_of
from mentorkit.matching import Proposal
from mentorkit.matching.insight.scenarios import Plan
from mentorkit.matching.insight.why_not import losses_of
from mentorkit.model import Override
from mentorkit.text import Speaker, say
from mentorkit.views.names import Names
from mentorkit.views.table import html_table

_KINDS = {"lock": say("keep"), "choose": say("chosen"), "forbid": say("not")}


def mentors_by_price(proposal: Proposal, row: int, names: Names) -> dict[str, str]:
    """Ids of all mentors a mentee does not have, lowest price first and what is not allowed last."""
    order = np.lexsort((-proposal.score[row], losses_of(proposal, row), ~proposal.allowed[row])).tolist()
    mentors = proposal.pool.candidates.mentors["id"].to_list()
    return {names[mentors[one]]: mentors[one] for one in order if one != proposal.mentor_of[row]}


def movable_mentees(plans: Sequence[Plan], proposal: Proposal, names: Names) -> dict[str, int]:
    """Rows of the mentees, by name, whom one of the plans gives another mentor than now."""
    moves = np.any([(plan.mentor_of != proposal.mentor_of) & (plan.mentor_of >= 0) for plan in plans], axis=0)
    mentees = proposal.pool.candidates.mentees["id"].to_list()
    return dict(sorted((names[mentees[row]], row) for row in np.flatnonzero(moves).tolist()))


def words_by_name(snapshot: Snapshot) -> list[Override]:
    """The words on pairs, by mentee; a reason may tell who somebody is, so not while a name is hidden."""
    names, words = Names.of(snapshot), rows_of(snapshot.overrides, Override)
    shown = (
        word.model_copy(update={"reason": ""}) if names.hidden & {word.mentee_id, word.mentor_id} else word
        for word in words
    )
    return sorted(shown, key=lambda word: (names[word.mentee_id], names[word.mentor_id], word.id))


def words_on_pairs(snapshot: Snapshot, ways_back: Iterable[Markup], speak: Speaker) -> Markup:
    """The words on pairs so far, each with its way back."""
    names = Names.of(snapshot).leading
    heads = (say("Mentee"), say("Mentor"), say("Your word"), say("Reason"), say("Way back"))
    rows = (
        (names[one.mentee_id], names[one.mentor_id], speak(_KINDS[one.kind]), one.reason, way)
        for one, way in zip(words_by_name(snapshot), ways_back, strict=True)
    )
    return html_table(heads, rows, speak)
