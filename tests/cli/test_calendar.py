"""`mentorkit calendar`: the calendars of the page Start, without a browser."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

from mentorkit.matching import Pool, Settings, propose
from mentorkit.model import Pair
from mentorkit.store import Store
from mentorkit.workflows.pairing.pairing import confirm
from mentorkit.workflows.set_up import sample_programme
from mentorkit.workflows.start.plans import plan_talks
from tests.cli.command import run
from tests.workflows.test_plans import TALKS


def test_it_writes_a_calendar_for_every_pair_with_talks_and_refuses_before(tmp_path: Path):
    file, out, now = tmp_path / "a.mentorkit", tmp_path / "out", datetime(2026, 9, 1, 8, tzinfo=UTC)
    sample_programme(file, "nl")
    early = run("calendar", file, "--out", out, home=tmp_path, MENTORKIT_LANG="nl")
    assert (early.returncode, early.stderr) == (
        3,
        "Er is nog geen gesprek gepland. Plan de gesprekken eerst op de pagina Start.\n",
    )
    with Store.open(file, now=now) as store:
        before = store.load()
        made = confirm(before, propose(Pool.of(before), Settings({})), "Carla", now)
        store.apply(made, author="C", now=now)
        pairs = [pair.id for pair in store.load().rows(Pair)]
        store.apply(plan_talks(store.load(), pairs, TALKS, now.date()), author="C", now=now)
    done = run("calendar", file, "--out", out, home=tmp_path, MENTORKIT_LANG="nl")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"In {out} staan nu: agendas.zip.\n"
    (found,) = out.iterdir()
    assert found.name == "agendas.zip"
    with zipfile.ZipFile(found) as packed:
        assert len(packed.namelist()) == len(pairs) + 1
        assert "Coördinator.ics" in packed.namelist()
