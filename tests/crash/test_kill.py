"""What was saved survives the death of the process, at any moment."""

import os

from tests.crash.kill import kill_many

KILLS = int(os.environ.get("MENTORKIT_KILLS", "20"))


def test_no_kill_loses_tears_or_damages_what_was_saved(tmp_path):
    count = kill_many(tmp_path / "p.mentorkit", KILLS)
    assert count.kills == KILLS
    assert count.acknowledged >= KILLS
    assert (count.lost, count.torn, count.corrupt) == (0, 0, 0)
