"""Named settings, and taking over pairs of another plan: each action as Changes."""

import uuid
from collections.abc import Collection
from dataclasses import replace

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.matching import DEFAULT_WEIGHTS, Proposal
from mentorkit.matching.problem import Counts
from mentorkit.model import Change, Changes, Delete, Insert, OverrideKind, Scenario, Update
from mentorkit.model.programme import LONGEST_NAME
from mentorkit.text import say
from mentorkit.workflows.pairing.pairing import decide_on

_SETTINGS = {"weights", "rules_off", "aim", "unplaced_price"}


def save_scenario(snapshot: Snapshot, name: str) -> Changes:
    """Keep the current settings under a name; raises NotLawful when it is empty, too long or taken."""
    settings = snapshot.programme.model_dump(include=_SETTINGS)
    settings["weights"] = {**DEFAULT_WEIGHTS, **settings["weights"]}
    scenario = Scenario(id=uuid.uuid4().hex, name=_free_name(snapshot, name), **settings)
    return Changes("scenario", (Insert(scenario),))


def rename_scenario(snapshot: Snapshot, scenario_id: str, name: str) -> Changes:
    """Give named settings another name; raises NotLawful as `save_scenario` does, or when they are gone."""
    scenario = _found(snapshot, scenario_id)
    if name.strip() == scenario.name:
        return Changes("scenario")
    new_name = _free_name(snapshot, name, besides=scenario_id)
    return Changes("scenario", (Update(scenario.model_copy(update={"name": new_name})),))


def delete_scenario(snapshot: Snapshot, scenario_id: str) -> Changes:
    """Remove named settings; raises NotLawful when they are gone already."""
    return Changes("scenario", (Delete(_found(snapshot, scenario_id)),))


def use_scenario(snapshot: Snapshot, scenario_id: str) -> Changes:
    """Make named settings the current ones; no changes when they are. Raises NotLawful when they are gone."""
    settings = _found(snapshot, scenario_id).model_dump(include=_SETTINGS)
    return Changes.to_settings("scenario", snapshot.programme, **settings)


def take_over(
    snapshot: Snapshot, proposal: Proposal, mentor_of: Counts, rows: Collection[int] | None, reason: str
) -> Changes:
    """Keep the pairs that another plan gives these mentees (rows of the proposal), all or none.

    `mentor_of` is that plan: a column per mentee, −1 for none. Without `rows` it is everybody who
    has a mentor in it and whose pair is not confirmed. A pair that is in the current plan too is
    locked, another one chosen. Raises NotLawful when nobody is chosen, somebody has no mentor in
    that plan, or as `decide_on` does.
    """
    if rows is None:
        rows = ((mentor_of >= 0) & ~proposal.is_confirmed).nonzero()[0].tolist()
    if not rows:
        raise NotLawful(say("Choose at least one mentee whose pair you want to take over."), "mentee")
    pool = proposal.pool
    mentees, mentors = (side["id"].to_list() for side in (pool.candidates.mentees, pool.candidates.mentors))
    pool = replace(pool, wished=tuple(wish for wish in pool.wished if wish[0] not in rows))
    items: list[Change] = []
    for row in sorted(rows):
        column = int(mentor_of[row])
        if column < 0:
            raise NotLawful(
                say("A mentee you chose has no mentor in that proposal. Choose others."), "mentee"
            )
        pair, seen = (mentees[row], mentors[column]), replace(proposal, pool=pool)
        kind: OverrideKind = "lock" if proposal.mentor_of[row] == column else "choose"
        items += decide_on(snapshot, seen, pair, kind, reason).items
        pool = replace(pool, wished=(*pool.wished, (row, column)))
    return Changes("override", tuple(items))


def _found(snapshot: Snapshot, scenario_id: str) -> Scenario:
    for scenario in snapshot.scenarios:
        if scenario.id == scenario_id:
            return scenario
    raise NotLawful(say("These settings were removed in the meantime."))


def _free_name(snapshot: Snapshot, name: str, besides: str = "") -> str:
    """The name as it is kept."""
    name = " ".join(name.split())
    if not name:
        raise NotLawful(say("Give the settings a name first."), "name")
    if len(name) > LONGEST_NAME:
        long = say("The name has {length} characters and there is room for {most}. Make it shorter.")
        raise NotLawful(long.filled(length=len(name), most=LONGEST_NAME), "name")
    if any(one.name.casefold() == name.casefold() and one.id != besides for one in snapshot.scenarios):
        taken = say("There are settings called {name} already. Choose another name.", name=name)
        raise NotLawful(taken, "name")
    return name
