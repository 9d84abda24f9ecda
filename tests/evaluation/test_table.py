"""The table of statistics for everyone to read is the one that is computed."""

from collections.abc import Iterator

from mentorkit.evaluation.statistics import RULES_BY_N, STATISTICS
from mentorkit.text import speaker
from tests.sources import ROOT


def rows() -> Iterator[str]:
    yield "| name | answers | shown from n | inputs | source |"
    yield "|---|---|---|---|---|"
    for one in STATISTICS:
        ways = " · or ".join(", ".join(each.name for each in way if each.is_needed) for way in one.inputs)
        yield f"| `{one.name}` | {one.about['en']} | {one.needs_n or '–'} | {ways} | {one.source} |"
    yield ""
    yield "| complete cases | what is shown |"
    yield "|---|---|"
    yield from (f"| from {n} | {speaker('en')(rule)} |" for n, rule in RULES_BY_N)


def test_the_table_in_contributing_is_that_of_the_statistics():
    expected = "\n".join(rows())
    assert expected in (ROOT / "CONTRIBUTING.md").read_text("utf-8"), (
        f"Put this under Statistics:\n{expected}"
    )
