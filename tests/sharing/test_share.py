"""What is shared is written down in the programme, can be withdrawn and undone, and nothing else changes."""

import io
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import get_args

import pytest

from mentorkit.cli.share import Reader
from mentorkit.errors import FileRefused, NotLawful
from mentorkit.frames import Snapshot, applied
from mentorkit.model import AudienceKey, Shared
from mentorkit.sharing.audiences import AUDIENCES
from mentorkit.sharing.extract import read_extract
from mentorkit.store import Store
from mentorkit.views.evaluation.report import told_outside
from mentorkit.workflows.sharing.share import Sharing, made_to_share, preview_of, withdraw_shared
from tests.cli.command import run
from tests.sharing.test_audiences import drawn
from tests.store.cases import BY
from tests.views.pages.evaluated import round_told
from tests.workflows.started import TODAY, started, stored_start

ME = Sharing("Carla", TODAY)


def shared(snapshot: Snapshot, key: str, **more: bool) -> tuple[bytes, list[Shared], Snapshot]:
    content, changes = made_to_share(snapshot, key, ME, drawn(1), lambda done, total: None, **more)
    after = applied(snapshot, changes)
    return content, after.rows(Shared), after


def test_what_was_made_for_whom_is_written_down_with_its_fingerprint():
    content, (row,), _ = shared(started(), "board", as_json=True)
    extract = read_extract(content.decode())
    assert (row.audience, row.shared_by, row.sha256) == ("board", "Carla", extract.fingerprint)
    assert row.expires_on == extract.expires_on == TODAY + timedelta(days=AUDIENCES["board"].days)


def test_each_pair_has_a_sheet_of_its_own_with_a_line_of_its_own():
    content, rows, after = shared(started(), "mentee")
    pairs = set(after.active_pairs["id"])
    assert {one.pair_id for one in rows} == pairs
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        pages = {name: packed.read(name).decode() for name in packed.namelist()}
    assert len(pages) == len(pairs)
    (ann,) = (page for name, page in pages.items() if name.startswith("Ann"))
    assert all(word in ann for word in ("Waarom jullie twee", "Why you two", "bo@example.org"))
    assert "cas@example.org" not in ann


def test_a_file_that_was_withdrawn_counts_no_longer_and_stays_in_the_list():
    _, (row,), after = shared(started(), "line_manager")
    gone = applied(after, withdraw_shared(after, {row.id}, TODAY))
    assert [one.withdrawn_on for one in gone.rows(Shared)] == [TODAY]
    assert withdraw_shared(gone, {row.id}, TODAY + timedelta(days=1)).items == ()


def test_there_is_no_sheet_without_a_pair_and_nothing_for_everybody_of_real_people():
    with pytest.raises(NotLawful, match="No pair is confirmed"):
        shared(Snapshot.of(started().programme), "mentor")
    with pytest.raises(NotLawful, match="made-up people only"):
        shared(started(), "demo")


@pytest.mark.parametrize("key", [key for key in AUDIENCES if key != "demo"])
def test_what_was_seen_is_the_very_file_that_is_made(key: AudienceKey):
    content, *_ = shared(started(), key)
    if AUDIENCES[key].about == "own pair":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            content = packed.read(packed.namelist()[0])
    assert content.decode() == preview_of(started(), key, TODAY, drawn(1))


def test_what_is_no_extract_is_refused_with_what_to_do():
    for content in ("", "{}", '{"audience": "king"}'):
        with pytest.raises(FileRefused, match="Make it again"):
            read_extract(content)


def test_sharing_and_withdrawing_are_undone(tmp_path: Path):
    with Store.open(stored_start(tmp_path / "p.mentorkit"), now=BY["now"]) as store:
        _, changes = made_to_share(store.load(), "sponsor", ME, drawn(1), lambda done, total: None)
        store.apply(changes, **BY)
        (row,) = store.load().rows(Shared)
        store.apply(withdraw_shared(store.load(), {row.id}, TODAY), **BY)
        assert store.undo(**BY).action == "withdraw"
        assert store.load().rows(Shared) == [
            row.model_copy(update={"revision": store.load().rows(Shared)[0].revision})
        ]
        assert store.undo(**BY).action == "share"
        assert store.load().rows(Shared) == []


def test_the_command_writes_a_file_once_and_says_where(tmp_path: Path):
    file, out = stored_start(tmp_path / "p.mentorkit"), tmp_path / "out.html"
    done = run("share", file, "--audience", "line_manager", "-o", out, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert str(out) in done.stdout
    with Store.open(file, now=BY["now"]) as store:
        assert [one.audience for one in store.load().rows(Shared)] == ["line_manager"]


def test_the_command_knows_the_readers_of_the_model_without_loading_it():
    assert get_args(Reader) == get_args(AudienceKey)


def test_who_reads_only_the_answers_learns_no_number_of_endings_that_another_file_hides():
    """Of 80 pairs with 54 together, a share of early ends would tell that one ended as planned."""
    hidden = told_outside(round_told(early=2, going=8))
    assert [one.claim for one in hidden.measures if one.key == "early"] == [None]
    assert hidden.pairs.is_empty()
