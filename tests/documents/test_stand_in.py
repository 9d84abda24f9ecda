"""Two pages for a stand-in, and the file from which another coordinator goes on in an empty home."""

import io
import json
import shutil
from datetime import UTC, datetime
from math import ceil
from pathlib import Path

import docx

from mentorkit.documents.stand_in import stand_in_pages
from mentorkit.progress.ahead import AHEAD, absence
from mentorkit.progress.known import known_pairs
from mentorkit.store import Store
from mentorkit.text import speaker
from mentorkit.views.start.two import pairs_at_start
from mentorkit.workflows.under_way import sample_under_way
from tests.cli.command import run

NOW = datetime.now(UTC)
TWO_PAGES = 90
"""Lines of 95 characters that LibreOffice put on two pages: 63 to 84 of them; 105 took three."""


def paragraphs(content: bytes) -> list[str]:
    return [one.text for one in docx.Document(io.BytesIO(content)).paragraphs]


def lines_of(content: bytes) -> int:
    return sum(max(1, ceil(len(text) / 95)) for text in paragraphs(content))


def test_the_pages_name_whom_to_call_and_another_coordinator_starts_from_the_file(tmp_path: Path):
    file = tmp_path / "one" / "a.mentorkit"
    file.parent.mkdir()
    sample_under_way(file, "nl", NOW, 26)
    with Store.open(file) as store:
        now = store.load()
    pairs, twos = known_pairs(now, NOW.date()), {two.pair.id: two for two in pairs_at_start(now)}
    found = absence(now, pairs, NOW.date(), 6, 12)
    text = paragraphs(stand_in_pages(found, twos, now.programme.name, speaker("nl")))
    assert all(any(twos[call.known.pair.id].called in line for line in text) for call in found.first_week)
    nl = speaker("nl")
    for one in found.lapses:
        start = f"– {nl.write(one.day)}, {nl(AHEAD[one.kind])}: "
        (line,) = (line.removeprefix(start) for line in text if line.startswith(start))
        assert line.split(", ").count(twos[one.pair_id].called) == 1
    until_the_end = absence(now, pairs, NOW.date(), 30, 12)
    assert len(until_the_end.lapses) > 50  # every pair closes in that time
    assert lines_of(stand_in_pages(until_the_end, twos, now.programme.name, nl)) <= TWO_PAGES

    (other := tmp_path / "other").mkdir()
    shutil.copy(file, other / "b.mentorkit")
    listed = run("week", other / "b.mentorkit", "--json", home=other)
    assert listed.returncode == 0
    assert [one["pair"] for one in json.loads(listed.stdout)["calls"]] == [
        one.known.pair.id for one in found.first_week
    ]
