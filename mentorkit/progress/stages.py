"""In which stage a pair stands on the board: of the coordinator's own, or else by what is known of it."""

from collections.abc import Mapping
from typing import Literal

from mentorkit.frames import Snapshot
from mentorkit.model import OwnStage, PairStage
from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals import silence
from mentorkit.text import Message, say

UsualStage = Literal["begins", "talks", "quiet", "rests"]

USUAL_STAGES: Mapping[UsualStage, Message] = {
    "begins": say("No talk known yet"),
    "talks": say("They talk"),
    "quiet": say("Quiet for long"),
    "rests": say("Paused"),
}
"""The stages as long as the coordinator has no own ones."""


def own_stages(snapshot: Snapshot) -> list[OwnStage]:
    """The coordinator's own stages in their order."""
    return sorted(snapshot.rows(OwnStage), key=lambda one: (one.rank, one.id))


def usual_stage(known: KnownPair) -> UsualStage:
    """The stage of a pair by what is known; it is quiet from the limit of the rule about silence on."""
    if known.pause:
        return "rests"
    if not known.held:
        return "begins"
    return "quiet" if silence.RULE(known) else "talks"


def stages_of(snapshot: Snapshot, pairs: tuple[KnownPair, ...]) -> dict[str, str]:
    """The stage of each pair by its id: the id of an own stage, empty without one, or a usual stage."""
    if own_stages(snapshot):
        chosen = {one.pair_id: one.stage_id for one in snapshot.rows(PairStage)}
        return {one.pair.id: chosen.get(one.pair.id, "") for one in pairs}
    return {one.pair.id: usual_stage(one) for one in pairs}
