"""Plans and decision records of programmes that never change: the same to the last digit."""

import os
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

from mentorkit import __version__
from mentorkit.frames import Snapshot
from mentorkit.matching import DEFAULT_WEIGHTS, Pool, Proposal, Settings, propose
from mentorkit.matching.decision.record import canonical, record, sha256_of
from mentorkit.matching.solvers.blocks import Watch
from mentorkit.model import Programme
from mentorkit.store import Store
from mentorkit.workflows.pairing.pair_files import pair_files
from mentorkit.workflows.set_up import sample_programme
from tests.sources import ROOT

AIMS = get_args(Programme.model_fields["aim"].annotation)
STORED = tomllib.loads((ROOT / "tests" / "golden" / "plans.toml").read_text(encoding="utf-8"))
AT = datetime(2026, 9, 14, 9, 30, tzinfo=UTC)


def plan_hash(proposal: Proposal) -> str:
    """Who is with whom, every score to the last digit, and the prices that prove the plan."""
    candidates, solution = proposal.pool.candidates, proposal.solution
    mentees, mentors = candidates.mentees["id"].to_list(), [*candidates.mentors["id"].to_list(), None]
    pairs = [
        (mentee, mentors[column], score)
        for mentee, column, score in zip(
            mentees, proposal.mentor_of.tolist(), map(repr, proposal.pair_scores.tolist()), strict=True
        )
    ]
    return sha256_of(canonical([pairs, solution.u.tolist(), solution.v.tolist()]))


def record_hash(snapshot: Snapshot, proposal: Proposal) -> str:
    """The fingerprint of a confirmation at a fixed moment, whatever the version of the package."""
    text = record(snapshot, proposal, "Mo", AT, "the id of the decision")
    return sha256_of(text.replace(f'"mentorkit":"{__version__}"', '"mentorkit":"0"'))


def hashes(snapshot: Snapshot) -> dict[str, dict[str, str]]:
    pool, found = Pool.of(snapshot), {}
    for aim in AIMS:
        proposal = propose(pool, Settings(DEFAULT_WEIGHTS, aim=aim))
        found[aim] = {"plan": plan_hash(proposal), "record": record_hash(snapshot, proposal)}
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sample_programme_gives_the_plans_and_records_it_always_gave(tmp_path: Path, language):
    sample_programme(tmp_path / "sample.db", language)
    with Store.open(tmp_path / "sample.db") as store:
        assert hashes(store.load()) == STORED[f"sample_{language}"]


@pytest.mark.shared_data
def test_the_large_civil_service_files_give_the_plans_and_records_they_always_gave():
    folder = Path(os.environ["MENTORKIT_SHARED_DATA"]) / "civil-service" / "large"
    paired = pair_files(folder / "mentors.csv", folder / "mentees.csv", DEFAULT_WEIGHTS, Watch())
    assert hashes(paired.snapshot) == STORED["civil_service_large"]
