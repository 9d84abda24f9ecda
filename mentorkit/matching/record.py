"""The decision record: what was decided, on which data, with which settings, by whom."""

import hashlib
import json
from datetime import date, datetime
from typing import Any

from mentorkit.frames import Snapshot
from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.propose import Proposal
from mentorkit.matching.rules import RULES
from mentorkit.matching.unplaced import unplaced

VERSION = 1


def record(snapshot: Snapshot, proposal: Proposal, who: str, at: datetime) -> str:
    """Canonical JSON of one confirmation; people appear by id only.

    It holds the hash of the data, every weight, every rule with on or off, her overrides
    with their reasons, all pairs with their scores, and who is not placed with why.
    """
    content = {
        "version": VERSION,
        "who": who,
        "at": at.isoformat(),
        "data_sha256": data_hash(snapshot),
        "relation_type": snapshot.programme.relation_type,
        "weights": dict(zip((c.key for c in CRITERIA), proposal.settings.vector.tolist(), strict=True)),
        "rules_off": sorted(r.key for r in RULES if not r.is_fixed and r.key in proposal.settings.rules_off),
        "rules_on": [r.key for r in RULES if r.is_fixed or r.key not in proposal.settings.rules_off],
        "overrides": snapshot.overrides.drop("revision").sort("id").to_dicts(),
        "pairs": _pairs(proposal),
        "unplaced": [
            {"person": u.person, "role": u.role, "reason": u.reason.value} for u in unplaced(proposal)
        ],
    }
    return canonical(content)


def data_hash(snapshot: Snapshot) -> str:
    """SHA-256 of everything the pairing reads: people, answers and earlier pairs.

    Not in which file and row an answer stood: the same answers in another order are the same data.
    """
    answers = snapshot.applications.drop("source_file", "source_row")
    tables = (snapshot.people, answers, snapshot.pairs)
    return fingerprint(canonical([table.drop("revision").sort("id").to_dicts() for table in tables]))


def fingerprint(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def canonical(content: Any) -> str:
    """JSON with one possible spelling: sorted keys, no spaces, dates as ISO 8601.

    >>> canonical({"b": 1, "a": [date(2026, 9, 14)]})
    '{"a":["2026-09-14"],"b":1}'
    """
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_iso)


def _iso(value: date | datetime) -> str:
    return value.isoformat()


def _pairs(proposal: Proposal) -> list[dict[str, str | float]]:
    candidates = proposal.pool.candidates
    mentees, mentors = candidates.mentees["id"].to_list(), candidates.mentors["id"].to_list()
    return [
        {
            "mentee": mentees[row],
            "mentor": mentors[proposal.mentor_of[row]],
            "score": round(float(proposal.score[row, proposal.mentor_of[row]]), 9),
        }
        for row in proposal.placed.tolist()
    ]
