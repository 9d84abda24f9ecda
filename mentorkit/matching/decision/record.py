"""The decision record: what was decided, on which data, with which settings, by whom."""

import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import polars as pl

from mentorkit import __version__
from mentorkit.frames import Snapshot
from mentorkit.matching.aims import proof
from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.propose import Proposal, Settings
from mentorkit.matching.rules import RULES
from mentorkit.matching.unplaced import unplaced
from mentorkit.model.fields import OWN
from mentorkit.model.pairing import canonical, sha256_of

VERSION = 3

TIES = {"method": "sha256-of-both-ids", "version": 1}
"""How plans of equal worth are told apart; a new version when `Pool.ties` becomes another number."""


def record(
    snapshot: Snapshot,
    proposal: Proposal,
    author: str,
    at: datetime,
    key: str,
    rematch: Mapping[str, Any] | None = None,
) -> str:
    """Canonical JSON of one confirmation; people appear by id only.

    It holds the hashes of the data, every weight, every rule with on or off, the aim, the
    overrides in the order in which they count, all pairs with their scores, who is not
    placed with why, and what proves that no plan is better. `key` is the id of the
    decision, which is not in the record: see `table_hashes`. Of pairs made in a running programme
    `rematch` tells which pairs ended for it and what was left alone.
    """
    programme, tables = snapshot.programme, table_hashes(snapshot, key)
    content = {
        "version": VERSION,
        "mentorkit": __version__,
        "who": author,
        "at": at.isoformat(),
        "tables": tables,
        "data_sha256": sha256_of(canonical(tables)),
        "relation_type": programme.relation_type,
        "other_types": list(programme.other_types),
        "own_topics": list(programme.own_topics),
        **_settings(proposal.settings),
        "ties": TIES,
        "overrides": snapshot.overrides.sort("revision", "id").drop("revision").to_dicts(),
        "pairs": _pairs(proposal),
        "unplaced": [
            {"person": u.person, "role": u.role, "reason": u.reason.value} for u in unplaced(proposal)
        ],
        "certificate": _certificate(proposal),
        **({"rematch": rematch} if rematch else {}),
    }
    return canonical(content)


def table_hashes(snapshot: Snapshot, key: str) -> dict[str, str]:
    """A keyed hash of each table the pairing reads; the same answers in another order are the same.

    Empty answers are left out, so that a question that is added later changes nothing; so are
    columns that count for nothing, and the file and row where an answer stood. Whoever knows all
    answers but one could try out what gives a plain hash, and learn who avoided whom; the key
    stays in the programme file.
    """
    tables = {
        "people": snapshot.people,
        "applications": snapshot.applications.drop("source_file", "source_row", OWN),
        "preferences": snapshot.preferences,
        "pairs": snapshot.pairs,
    }
    return {name: _keyed(canonical(_rows(table)), key) for name, table in tables.items()}


def _keyed(text: str, key: str) -> str:
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()


def _rows(table: pl.DataFrame) -> list[dict[str, Any]]:
    rows = table.drop("revision").sort("id").to_dicts()
    return [{name: value for name, value in row.items() if value not in (None, [])} for row in rows]


def _settings(settings: Settings) -> Mapping[str, Any]:
    return {
        "weights": dict(zip((c.key for c in CRITERIA), settings.vector.tolist(), strict=True)),
        "rules_on": [rule.key for rule in settings.rules_on],
        "rules_off": sorted(rule.key for rule in RULES if rule not in settings.rules_on),
        "aim": settings.aim,
        "unplaced_price": settings.unplaced_price,
    }


def _pairs(proposal: Proposal) -> list[dict[str, Any]]:
    mentees, mentors = proposal.pool.candidates.mentees["id"], proposal.pool.candidates.mentors["id"]
    return [
        {
            "mentee": mentees[row],
            "mentor": mentors[column],
            "score": round(float(proposal.score[row, column]), 9),
            "kind": proposal.pool_of(row, column).candidates.relation_type,
            "is_new": not proposal.is_confirmed[row],
        }
        for row, column in ((row, int(proposal.mentor_of[row])) for row in proposal.placed.tolist())
    ]


def _certificate(proposal: Proposal) -> dict[str, Any]:
    """What is proven about the part of the plan that was not decided before, in units of loss.

    What the points rest on stands here where it is too little to call any plan the best.
    """
    proven, ground = proof(proposal.problem, proposal.solution), proposal.ground
    return {
        "loss": proven.loss,
        "bound": proven.bound,
        "gap": round(proven.gap, 9),
        "is_proven": proven.is_optimal,
        **({"ground": ground._asdict()} if not ground.is_enough else {}),
    }
