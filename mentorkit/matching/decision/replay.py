"""A decision made again: the same data and the same settings must give the same plan."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import polars as pl

from mentorkit.frames import Snapshot, rows_of
from mentorkit.matching.decision.record import VERSION, record, table_hashes
from mentorkit.matching.pool import Pool
from mentorkit.matching.propose import DEFAULT_WEIGHTS, Proposal, Settings, propose
from mentorkit.matching.rematch import Reach, rematches
from mentorkit.matching.rules import RULES
from mentorkit.matching.rules.rule import Rule
from mentorkit.matching.unplaced import shut_out
from mentorkit.model import Decision, Override, Pair, Programme
from mentorkit.model.pairing import sha256_of

_PARTS = {
    *("version", "mentorkit", "who", "at", "tables", "data_sha256", "relation_type", "other_types"),
    *("own_topics", "weights", "rules_on", "rules_off", "aim", "unplaced_price", "ties"),
    *("overrides", "pairs", "unplaced", "certificate"),
}


class ReplayOutcome(StrEnum):
    """What came of making a decision again.

    ALTERED: the record is not what its fingerprint says. EARLIER: an earlier version of
    mentorkit made it, in another form. CHANGED: the data are not those of then. DIFFERENT:
    the data are, the plan is not. IDENTICAL: data and plan are the same.
    """

    ALTERED = "altered"
    EARLIER = "earlier"
    CHANGED = "changed"
    DIFFERENT = "different"
    IDENTICAL = "identical"


@dataclass(frozen=True)
class Replay:
    """What came of it; `tables` names what changed, `moved` counts mentees with another mentor than then."""

    outcome: ReplayOutcome
    tables: tuple[str, ...] = ()
    moved: int = 0


def content_of(decision: Decision) -> Mapping[str, Any] | None:
    """What a record says; None when it is of another version of the record or no record at all."""
    try:
        content = json.loads(decision.record)
    except ValueError:
        return None
    if (
        not isinstance(content, dict)
        or content.get("version") != VERSION
        or content.keys() - {"rematch"} != _PARTS
    ):
        return None
    return content


def is_unaltered(decision: Decision) -> bool:
    """Whether a record is what its fingerprint says."""
    return sha256_of(decision.record) == decision.sha256


def replay(snapshot: Snapshot, decision: Decision) -> Replay:
    """Work out a decision again from what its record says and the answers as they are now.

    Steps: 1. put back the pairs, the overrides, the kinds of mentoring and the own topics of that moment;
    2. compare the data with what the record saw; 3. propose again and compare the plans.
    """
    if not is_unaltered(decision):
        return Replay(ReplayOutcome.ALTERED)
    content = content_of(decision)
    if content is None:
        return Replay(ReplayOutcome.EARLIER)
    before = _before(snapshot, decision, content)
    hashes = table_hashes(before, decision.id)
    changed = tuple(name for name, seen in content["tables"].items() if hashes[name] != seen)
    made: tuple[Any, ...] = (decision.decided_by, decision.decided_at, decision.id, content.get("rematch"))
    again = json.loads(record(before, _proposed(Pool.of(before), content), *made))
    moved = _moved(content, again)
    if changed:
        return Replay(ReplayOutcome.CHANGED, changed, moved)
    is_same = moved == 0 and all(content[part] == again[part] for part in ("pairs", "unplaced", "ties"))
    return Replay(ReplayOutcome.IDENTICAL if is_same else ReplayOutcome.DIFFERENT, (), moved)


def conditions_of(
    snapshot: Snapshot, decision: Decision, content: Mapping[str, Any]
) -> Mapping[str, tuple[Rule, ...]]:
    """What left mentees without a pair nobody, by their id; empty when the data are not those of then."""
    before = _before(snapshot, decision, content)
    if table_hashes(before, decision.id) != content["tables"]:
        return {}
    pool, on = Pool.of(before), _settings(content).rules_on
    rows, lawful = pool.candidates.row_of_mentee, pool.lawful_at_all
    left = [one["person"] for one in content["unplaced"] if one["person"] in rows]
    found = {one: shut_out(on, {key: mask[rows[one]] for key, mask in lawful.items()})[0] for one in left}
    return {person: tuple(rule for rule, _ in rules) for person, rules in found.items()}


def _before(snapshot: Snapshot, decision: Decision, content: Mapping[str, Any]) -> Snapshot:
    """The programme as it was when the decision was made, as far as the record and the file tell."""
    since = snapshot.decisions.filter(pl.col("decided_at") >= decision.decided_at)["id"]
    then = {name: tuple(content[name]) for name in ("other_types", "own_topics")}
    then["relation_type"] = content["relation_type"]
    overrides = [Override(**word, revision=place) for place, word in enumerate(content["overrides"], start=1)]
    pairs = rows_of(snapshot.pairs.filter(~pl.col("decision_id").is_in(since.to_list())), Pair)
    return (
        snapshot.with_table(Programme, [snapshot.programme.model_copy(update=then)])
        .with_table(Override, overrides)
        .with_table(Pair, _stood(pairs, content))
    )


def _stood(pairs: Iterable[Pair], content: Mapping[str, Any]) -> Iterator[Pair]:
    """These pairs as they were: those that a record names as confirmed before it had not ended then."""
    named = [*(one for one in content["pairs"] if not one["is_new"])]
    named += content.get("rematch", {}).get("ended", ())
    stood = {(one["mentee"], one["mentor"]) for one in named}
    for pair in sorted(pairs, key=lambda one: one.confirmed_on, reverse=True):
        is_open = (pair.mentee_id, pair.mentor_id) in stood
        stood.discard((pair.mentee_id, pair.mentor_id))
        yield pair.model_copy(update={"ended_on": None, "has_failed": False}) if is_open else pair


def _proposed(pool: Pool, content: Mapping[str, Any]) -> Proposal:
    """The proposal made again: of a re-match the one in which as many pairs end; else none ends."""
    told, settings = content.get("rematch"), _settings(content)
    if told is None:
        return propose(pool, settings)
    menu = rematches(pool, settings, Reach(frozenset(told["stay"]), frozenset(told["wait"])))
    return max((one for one in menu if one.moves <= len(told["ended"])), key=lambda one: one.moves).proposal


def _settings(content: Mapping[str, Any]) -> Settings:
    """The settings of a record; what it does not know counted for nothing then."""
    return Settings(
        {**dict.fromkeys(DEFAULT_WEIGHTS, 0.0), **content["weights"]},
        frozenset(rule.key for rule in RULES) - frozenset(content["rules_on"]),
        content["aim"],
        content["unplaced_price"],
    )


def _moved(then: Mapping[str, Any], now: Mapping[str, Any]) -> int:
    before, after = ({pair["mentee"]: pair["mentor"] for pair in plan["pairs"]} for plan in (then, now))
    return sum(before.get(mentee) != after.get(mentee) for mentee in before.keys() | after.keys())
