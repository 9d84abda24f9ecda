"""The checklist of what good programmes do: what the programme's own data prove, and what was ticked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mentorkit.frames import Snapshot
from mentorkit.matching.pool import DEFAULT_CAPACITY
from mentorkit.matching.reporting_lines import managers_above
from mentorkit.model import Objective, Role, Tick, Training
from mentorkit.model.fields import OFFERED, ROOM, WANTED
from mentorkit.questions.guidance import Point, points
from mentorkit.text import Message, say, say_count
from mentorkit.views.programme.trainings import taking_part

STEPS: Mapping[str, Message] = {
    "set-up": say("Setting up"),
    "sign-up": say("Signing up"),
    "pairing": say("Pairing people"),
    "start": say("The start"),
    "under way": say("On the way"),
    "closing": say("The end"),
}
"""What each step of a programme is called."""

NO_AWARD = say(
    "This is a look in the mirror, not an accreditation: nobody else judged it. What your own data prove "
    "is ticked by itself."
)


@dataclass(frozen=True)
class Checked:
    """A point with what the data prove, and the tick that was given by hand."""

    point: Point
    proof: Message | None
    tick: Tick | None

    @property
    def is_met(self) -> bool:
        """Whether it is proven or ticked."""
        return self.proof is not None or self.tick is not None


def checked_points(snapshot: Snapshot) -> list[Checked]:
    """Every point, in the order of a programme."""
    ticks = {tick.id: tick for tick in snapshot.rows(Tick)}
    return [
        Checked(point, PROOFS[point.key](snapshot) if point.key in PROOFS else None, ticks.get(point.key))
        for point in points()
    ]


def checklist_headline(found: list[Checked]) -> Message:
    """How far it is, without a grade."""
    return say(
        "{met} of {all} points are met: {proven} by your data, {ticked} by hand.",
        met=sum(one.is_met for one in found),
        all=len(found),
        proven=sum(one.proof is not None for one in found),
        ticked=sum(one.proof is None and one.tick is not None for one in found),
    )


def standing_of(one: Checked) -> Message:
    """How a point stands: what proves it, or who ticked it and when, or that it is open."""
    if one.proof is not None:
        return one.proof
    if one.tick is not None:
        return say("Ticked on {day} by {who}.", day=one.tick.ticked_on, who=one.tick.ticked_by)
    return say("Open.")


def _purpose(snapshot: Snapshot) -> Message | None:
    n = snapshot.frame(Objective).height
    told = say_count("The mission and {n} objective.", "The mission and {n} objectives.", n)
    return told if n and snapshot.programme.framework.mission else None


def _measures(snapshot: Snapshot) -> Message | None:
    rows = snapshot.rows(Objective)
    return say("Every objective has them.") if rows and all(one.is_whole for one in rows) else None


def _rhythm(snapshot: Snapshot) -> Message | None:
    framework = snapshot.programme.framework
    parts = framework.duration_weeks, framework.meeting_interval_days, framework.talk_minutes
    weeks, days, minutes = parts
    told = say(
        "{weeks} weeks, every {days} days, {minutes} minutes.", weeks=weeks, days=days, minutes=minutes
    )
    return told if all(parts) else None


def _people(snapshot: Snapshot) -> Message | None:
    framework = snapshot.programme.framework
    names = [framework.sponsor, framework.coordinator, framework.contact_points, framework.stand_in]
    return say("They are: {names}.", names=names) if all(names) else None


def _intake(role: Role, answer: str, told: Callable[[int], Message]) -> Callable[[Snapshot], Message | None]:
    def proof(snapshot: Snapshot) -> Message | None:
        given = snapshot.participants(role)[answer].list.len()
        return told(given.len()) if given.len() and bool((given > 0).all()) else None

    return proof


def _reporting_line(snapshot: Snapshot) -> Message | None:
    above, pairs = managers_above(snapshot.people), snapshot.active_pairs
    ids = pairs.select("mentee_id", "mentor_id").rows()
    is_clear = all(one not in above.get(other, ()) and other not in above.get(one, ()) for one, other in ids)
    known = any(above.values())
    told = say_count("Checked for {n} pair.", "Checked for {n} pairs.", len(ids))
    return told if ids and known and is_clear else None


def _room(snapshot: Snapshot) -> Message | None:
    mentors = snapshot.participants("mentor")
    places = dict(zip(mentors["id"], mentors[ROOM].fill_null(DEFAULT_CAPACITY), strict=True))
    loads = snapshot.active_pairs.group_by("mentor_id").len().rows()
    is_kept = all(load <= places.get(one, DEFAULT_CAPACITY) for one, load in loads)
    told = say_count("Checked for {n} mentor.", "Checked for {n} mentors.", len(loads))
    return told if loads and is_kept else None


def _trained(role: Role) -> Callable[[Snapshot], Message | None]:
    def proof(snapshot: Snapshot) -> Message | None:
        people = taking_part(snapshot, role)
        told = say_count("In the register: {n} person.", "In the register: {n} people.", len(people))
        return told if people and set(people) <= set(snapshot.frame(Training)["person_id"]) else None

    return proof


def _both_sides(snapshot: Snapshot) -> Message | None:
    told = say("{n} answers after first talks.", n=snapshot.preferences.height)
    return told if snapshot.preferences["side"].n_unique() > 1 else None


def _confirmed(snapshot: Snapshot) -> Message | None:
    n, by = snapshot.active_pairs.height, sorted(snapshot.decisions["decided_by"].unique())
    told = say_count("{n} pair, confirmed by {who}.", "{n} pairs, confirmed by {who}.", n, who=by)
    return told if n and by else None


def _mentors_told(n: int) -> Message:
    return say_count("{n} mentor, all with topics.", "{n} mentors, all with topics.", n)


def _mentees_told(n: int) -> Message:
    return say_count("{n} mentee, all with goals.", "{n} mentees, all with goals.", n)


PROOFS: Mapping[str, Callable[[Snapshot], Message | None]] = {
    "purpose": _purpose,
    "measures": _measures,
    "rhythm": _rhythm,
    "people": _people,
    "mentor_intake": _intake("mentor", OFFERED, _mentors_told),
    "mentee_intake": _intake("mentee", WANTED, _mentees_told),
    "reporting_line": _reporting_line,
    "room": _room,
    "mentor_training": _trained("mentor"),
    "mentee_briefing": _trained("mentee"),
    "both_sides": _both_sides,
    "confirmed_by_person": _confirmed,
}
"""What the data prove, by the point of the checklist; None when they do not."""
