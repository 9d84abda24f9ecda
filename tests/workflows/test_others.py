"""The other programmes of a computer are looked at and not touched."""

from mentorkit.workflows.progress.others import other_programmes
from tests.workflows.started import stored_start


def test_others_are_read_and_no_byte_of_them_changes(tmp_path, monkeypatch):
    monkeypatch.setenv("MENTORKIT_HOME", str(tmp_path))
    own, other = (stored_start(tmp_path / f"{name}.mentorkit", id=name) for name in ("own", "other"))
    (tmp_path / "broken.mentorkit").write_bytes(b"no programme")
    before = other.read_bytes(), sorted(one.name for one in tmp_path.iterdir())
    assert [one.programme.id for one in other_programmes(own)] == ["other"]
    assert (other.read_bytes(), sorted(one.name for one in tmp_path.iterdir())) == before
