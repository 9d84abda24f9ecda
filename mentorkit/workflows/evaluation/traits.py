"""Traits come in by hand, with consent, and go out again; what is looked at is worked out here."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import polars as pl

from mentorkit.errors import NotLawful
from mentorkit.evaluation.fairness import GAPS, Gap, fairness_gaps
from mentorkit.frames import Snapshot
from mentorkit.model import Application, Changes, Delete, FrozenScore, Pair
from mentorkit.model.change import kept
from mentorkit.model.row import id_of, refusing_too_long
from mentorkit.model.trait import Trait, TraitKind
from mentorkit.text import say
from mentorkit.text.topics import as_compared
from mentorkit.views.names import who_is


def record_traits(snapshot: Snapshot, given: Mapping[str, Any], today: date) -> Changes:
    """Keep the groups of one trait (`kind`) from lines of who and group (`lines`); all or nothing.

    Raises NotLawful without consent (`agreed`), or with the line that cannot be taken and why.
    """
    if not given["agreed"]:
        raise NotLawful(say("Only what people agreed to may be kept. Tick that they did."), "agreed")
    with refusing_too_long():
        rows = [*_rows(snapshot, given["kind"], given["lines"], today)]
    if not rows:
        raise NotLawful(say("Write a line for each person: address or number; group."), "lines")
    return Changes("traits", kept(snapshot.rows(Trait), rows))


def forget_traits(snapshot: Snapshot) -> Changes:
    """Take all traits of everybody out."""
    return Changes("traits", tuple(map(Delete, snapshot.rows(Trait))))


def kinds_told(snapshot: Snapshot) -> list[TraitKind]:
    """The traits of which anything is known."""
    return sorted({one.kind for one in snapshot.rows(Trait)})


def fairness_of(snapshot: Snapshot, kind: TraitKind, today: date) -> tuple[Gap, ...]:
    """How mentees fared by their group of a trait, until a day."""
    groups = {one.person_id: one.group for one in snapshot.rows(Trait) if one.kind == kind}
    pairs = {one.mentee_id: one for one in snapshot.rows(Pair)}
    ranks = {one.pair_id: one.place for one in snapshot.rows(FrozenScore)}
    rows = []
    for one in snapshot.rows(Application):
        if one.role == "mentee":
            pair = pairs.get(one.person_id)
            until = pair.confirmed_on if pair else today
            waited = (until - one.submitted_at.date()).days if one.submitted_at else None
            fit = (pair.score, ranks.get(pair.id)) if pair else (None, None)
            rows.append((groups.get(one.person_id), float(pair is not None), *fit, waited))
    numbers: dict[str, Any] = dict.fromkeys(GAPS, pl.Float64)
    return fairness_gaps(pl.DataFrame(rows, schema={"group": pl.String, **numbers}, orient="row"))


def _rows(snapshot: Snapshot, kind: TraitKind, lines: str, today: date) -> Iterator[Trait]:
    known = who_is(snapshot)
    for number, line in enumerate(lines.splitlines(), 1):
        who, _, group = (part.strip() for part in line.replace("\t", ";").partition(";"))
        if not line.strip():
            continue
        people = known.get(as_compared(who), set())
        if len(people) != 1 or not group:
            wrong = say(
                "Line {n}: nobody's address or number stands before a semicolon, or no group behind it."
            )
            raise NotLawful(wrong.filled(n=number), "lines")
        (person,) = people
        told = {"kind": kind, "group": group.casefold(), "agreed_on": today}
        yield Trait.model_validate({"id": id_of("trait", person, kind), "person_id": person, **told})
