"""The main job without a browser: two files in, a plan out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mentorkit.documents.plan_workbook import plan_workbook
from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, Pool, Proposal, Settings, explain, propose, unplaced
from mentorkit.matching.solvers.blocks import Watch
from mentorkit.model import Finding, Programme, Role
from mentorkit.reading.refusals import Refusal, refusal
from mentorkit.text import Speaker
from mentorkit.views.names import addresses
from mentorkit.views.pairing.headline import first_lines
from mentorkit.workflows.intake.as_json import finding_json
from mentorkit.workflows.intake.edits import Edits
from mentorkit.workflows.intake.files import names_of, programme_of, read_sign_ups
from mentorkit.workflows.intake.reporting import reporting_findings


@dataclass(frozen=True)
class PairingResult:
    """A plan for two files and everything that was found in them."""

    snapshot: Snapshot
    proposal: Proposal
    findings: tuple[Finding, ...]

    def summary(self, speak: Speaker) -> str:
        """The first lines of the pairing page."""
        return "\n".join(speak(line) for line in first_lines(self.snapshot, self.proposal) if line)

    def workbook(self, speak: Speaker) -> bytes:
        """The plan as an Excel workbook."""
        return plan_workbook(self.snapshot, self.proposal, speak)

    def to_json(self, speak: Speaker) -> dict[str, Any]:
        """The plan as one object; people by e-mail or, failing that, by their own id.

        Scores and points run from 0 to 1: the points of a pair add up to its score.
        """
        keys = {person: to or person for person, (to, _) in addresses(self.snapshot).items()}
        left = [
            {"person": keys[one.person], "role": one.role, "reason": speak(one.message), "code": one.reason}
            for one in unplaced(self.proposal)
        ]
        return {
            "pairs": self._pairs(keys),
            "unplaced": left,
            "summary": {**self._counts(), "text": self.summary(speak).split("\n")},
            "problems": [_finding(finding, speak) for finding in self.findings],
        }

    def _pairs(self, keys: Mapping[str, str]) -> list[dict[str, Any]]:
        sides, mentor_of = self.proposal.pool.candidates, self.proposal.mentor_of
        mentees, mentors = ([keys[one] for one in side["id"]] for side in (sides.mentees, sides.mentors))
        return [
            {"mentee": mentees[row], "mentor": mentors[mentor_of[row]], **_parts(self.proposal, row)}
            for row in self.proposal.placed.tolist()
        ]

    def _counts(self) -> dict[str, Any]:
        mentees, mentors = self.proposal.pool.candidates.shape
        scores, ground = self.proposal.pair_scores[self.proposal.placed], self.proposal.ground
        weights = zip((c.key for c in CRITERIA), self.proposal.settings.vector.tolist(), strict=True)
        return {
            "mentees": mentees,
            "mentors": mentors,
            "seats": int(self.proposal.pool.capacity.sum()),
            "placed": len(scores),
            "total": float(scores.sum()),
            "mean": float(scores.mean()) if ground.share else None,
            "lowest": float(scores.min()) if ground.share else None,
            "known": ground.share if len(scores) else None,
            "nothing_to_compare": bool(len(scores)) and not ground.share,
            "capacity_assumed": ground.assumed,
            "weights": dict(weights),
        }


def pair_files(mentors: Path, mentees: Path, weights: Mapping[str, float], watch: Watch) -> PairingResult:
    """Read two exports and propose the best plan; nothing is stored. `watch` follows a large solve.

    From each file only its role is taken, unless both are the same one. Raises FileRefused when
    one of the two cannot be read at all or shows nobody.
    """
    is_one = mentors.resolve() == mentees.resolve()
    paths = [mentors] if is_one else [mentors, mentees]
    roles: tuple[Role, ...] = ("mentor", "mentee")
    edits = Edits() if is_one else Edits(only=dict(zip(names_of(paths), roles, strict=True)))
    read = read_sign_ups(*paths, edits=edits)
    for name in names_of(paths):
        if all(sheet.kind == "none" for sheet in read.sheets if sheet.at.file == name):
            raise refusal(Refusal.NO_ROWS)
    snapshot = programme_of(read).with_table(Programme, [Programme(id="programme", name=mentees.stem)])
    proposal = propose(Pool.of(snapshot), Settings(weights), watch)
    return PairingResult(snapshot, proposal, (*read.all_findings, *reporting_findings(snapshot)))


def _parts(proposal: Proposal, row: int) -> dict[str, Any]:
    why = explain(proposal, row, int(proposal.mentor_of[row]))
    parts = {p.criterion.key: {"value": p.value, "weight": p.weight, "points": p.points} for p in why.parts}
    return {"score": why.score, "parts": parts}


def _finding(finding: Finding, speak: Speaker) -> dict[str, Any]:
    return finding_json(finding, speak) | {"file": finding.file, "severity": finding.severity}
