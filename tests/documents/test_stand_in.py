"""Two pages for a stand-in, and the file from which another coordinator goes on in an empty home."""

import io
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import docx

from mentorkit.documents.stand_in import stand_in_pages
from mentorkit.progress.ahead import absence
from mentorkit.progress.known import known_pairs
from mentorkit.store import Store
from mentorkit.text import speaker
from mentorkit.views.start.two import pairs_at_start
from mentorkit.workflows.under_way import sample_under_way
from tests.cli.command import run

NOW = datetime.now(UTC)


def test_the_pages_name_whom_to_call_and_another_coordinator_starts_from_the_file(tmp_path: Path):
    file = tmp_path / "one" / "a.mentorkit"
    file.parent.mkdir()
    sample_under_way(file, "nl", NOW, 26)
    with Store.open(file) as store:
        now = store.load()
    pairs, twos = known_pairs(now, NOW.date()), {two.pair.id: two for two in pairs_at_start(now)}
    found = absence(now, pairs, NOW.date(), 6, 12)
    document = docx.Document(io.BytesIO(stand_in_pages(found, twos, now.programme.name, speaker("nl"))))
    text = [one.text for one in document.paragraphs]
    assert all(any(twos[call.known.pair.id].called in line for line in text) for call in found.first_week)
    kept = [line for line in text if "je wilde opnieuw kijken" in line or "geplande afronding" in line]
    assert len(kept) <= len(found.lapses)

    (other := tmp_path / "other").mkdir()
    shutil.copy(file, other / "b.mentorkit")
    listed = run("week", other / "b.mentorkit", "--json", home=other)
    assert listed.returncode == 0
    assert [one["pair"] for one in json.loads(listed.stdout)["calls"]] == [
        one.known.pair.id for one in found.first_week
    ]
