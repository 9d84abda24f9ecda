"""`mentorkit introduce`: the files of the page Start, without a browser."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

from mentorkit.matching import Pool, Settings, propose
from mentorkit.model import Pair
from mentorkit.store import Store
from mentorkit.workflows.pairing.pairing import confirm
from mentorkit.workflows.set_up import sample_programme
from tests.cli.command import run


def test_it_writes_the_introductions_and_papers_of_all_pairs_and_nothing_over_another_file(tmp_path: Path):
    file, out, now = tmp_path / "a.mentorkit", tmp_path / "out", datetime.now(UTC)
    sample_programme(file, "en")
    early = run("introduce", file, "--out", out, home=tmp_path)
    assert early.returncode == 3
    assert "Confirm pairs on the page Pairing first." in early.stderr
    with Store.open(file, now=now) as store:
        before = store.load()
        pairs = confirm(before, propose(Pool.of(before), Settings({})), "Carla", now)
        store.apply(pairs, author="Carla", now=now)
    done = run("introduce", file, "--out", out, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    said = "mails-to-merge.xlsx, drafts.zip, first-talks.zip and agreements.zip"
    assert done.stdout == f"Written into {out}: {said}.\n"
    names = {"mails-to-merge.xlsx", "drafts.zip", "first-talks.zip", "agreements.zip"}
    assert {one.name for one in out.iterdir()} == names
    with zipfile.ZipFile(out / "agreements.zip") as packed:
        assert len(packed.namelist()) == sum(isinstance(one.row, Pair) for one in pairs.items)
    again = run("introduce", file, "--out", out, home=tmp_path)
    assert again.returncode == 3
    assert "is there already" in again.stderr
