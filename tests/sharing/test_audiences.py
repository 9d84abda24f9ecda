"""Each reader gets what is theirs, and no byte of anything else: a new field is forbidden until allowed."""

import json
import re
from functools import cache
from random import Random

import pytest

from mentorkit.frames import Snapshot
from mentorkit.model import ROWS, Pair
from mentorkit.sharing.audiences import AUDIENCES, HEADS, audience_rows, fields_of
from mentorkit.sharing.extract import Extract, read_extract
from mentorkit.sharing.minimised import minimised
from mentorkit.sharing.page import shared_page
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.workflows.sharing.share import extract_of
from tests.documents.test_who_sees_what import (
    ALL_FIELDS,
    MINE,
    READMES,
    SNAPSHOT,
    THEIRS,
    TODAY,
    canary,
    words_in,
)
from tests.sources import ROOT

SAMPLE = SNAPSHOT.with_table(
    type(SNAPSHOT.programme), [SNAPSHOT.programme.model_copy(update={"is_sample": True})]
)
MY_PAIR = next(one for one in SNAPSHOT.rows(Pair) if one.id == f"{MINE}-pair")


def drawn(seed: int) -> Random:
    """Chance that gives the same ids each time."""
    return Random(seed)  # noqa: S311 -- of made-up people


def pair_for(key: str) -> Pair | None:
    return MY_PAIR if AUDIENCES[key].about == "own pair" else None


@cache
def extract_for(key: str) -> Extract:
    return extract_of(SAMPLE, key, TODAY, drawn(1), pair_for(key))


@cache
def page_for(key: str) -> str:
    return shared_page(extract_for(key))


def every_word(key: str) -> str:
    """All that stands in a file, and in what it was made from."""
    left = minimised(SAMPLE, AUDIENCES[key], drawn(1), pair_for(key))
    rows = " ".join(str(frame.to_dicts()) for frame in left.tables.values())
    return f"{page_for(key)} {rows}".casefold()


def test_every_allowed_field_is_one_that_is_kept():
    known = {field for model in ROWS for field in fields_of(model)}
    assert known == ALL_FIELDS.keys()
    for one in AUDIENCES.values():
        assert one.shows | one.counts <= known, one.key
        assert not one.shows & one.counts, one.key


@pytest.mark.parametrize("key", AUDIENCES)
def test_no_byte_of_a_forbidden_field_is_in_a_file_or_in_what_it_is_made_from(key: str):
    text = every_word(key)
    forbidden = {name for name in ALL_FIELDS if AUDIENCES[key].access(name) == "no"}
    assert (words_in(text, MINE) | words_in(text, THEIRS)) & forbidden == set()


@pytest.mark.parametrize("key", AUDIENCES)
def test_what_is_only_counted_never_stands_in_a_file(key: str):
    counted = {name for name in ALL_FIELDS if AUDIENCES[key].access(name) == "counted"}
    page = page_for(key).casefold()
    assert (words_in(page, MINE) | words_in(page, THEIRS)) & counted == set()


@pytest.mark.parametrize("key", AUDIENCES)
def test_no_id_of_the_programme_is_in_a_file(key: str):
    text = every_word(key)
    ids = {one for model in ROWS for one in SAMPLE.frame(model)["id"]} - {"programme", "d1"}
    assert {one for one in ids if one.casefold() in text} == set()


@pytest.mark.parametrize("key", ["mentor", "mentee"])
def test_of_another_pair_nothing_is_in_the_sheet_of_a_pair(key: str):
    found = words_in(every_word(key), THEIRS)
    assert {name for name in found if not name.startswith("objective.")} == set()
    mine = words_in(page_for(key).casefold(), MINE)
    assert {"goal.text", "person.full_name", "programme.framework.confidential"} <= mine
    assert "application.goals" not in mine  # only one of the two named it


def test_of_what_allowed_fields_hold_something_is_shown():
    board = words_in(page_for("board").casefold(), MINE)
    assert {"programme.name", "objective.text", "lesson.text", "programme.framework.mission"} <= board
    assert "person.full_name" in words_in(page_for("successor").casefold(), MINE)


def test_a_forbidden_field_that_is_let_through_would_be_found():
    loose = minimised(SAMPLE, AUDIENCES["successor"], drawn(1))
    text = str(loose.frame(Pair).to_dicts()) + canary("override.reason", MINE)
    assert words_in(text.casefold(), MINE) == {"override.reason"}


@pytest.mark.parametrize("key", AUDIENCES)
def test_the_page_asks_for_nothing_and_only_our_script_may_run(key: str):
    page = page_for(key)
    assert re.findall(r"(?:src|href|srcset|action)\s*=|url\(|@import|https?:", page) == []
    assert page.count("<script>") == 1
    assert "script-src 'sha256-" in page
    assert "unsafe-eval" not in page


@pytest.mark.parametrize("key", AUDIENCES)
def test_the_extract_is_in_the_page_as_plain_json_and_reads_back_the_same(key: str):
    (inside,) = re.findall(r'<script type="application/json" id="extract">(.*?)</script>', page_for(key))
    again = read_extract(inside)
    assert again == extract_for(key)
    assert again.fingerprint in page_for(key)
    assert json.loads(inside)["audience"] == key


def test_ids_are_drawn_anew_each_time():
    first, other = (minimised(SNAPSHOT, AUDIENCES["board"], drawn(seed)) for seed in (1, 2))
    assert set(first.frame(Pair)["id"]) & set(other.frame(Pair)["id"]) == set()


def test_a_programme_without_anything_gives_a_file_to_everybody_who_may_have_one():
    empty = Snapshot.of(SAMPLE.programme)
    for key, one in AUDIENCES.items():
        if one.about != "own pair":
            assert shared_page(extract_of(empty, key, TODAY, drawn(1))).startswith("<!doctype html>")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readme_has_the_table_of_readers(language: Language):
    speak = speaker(language)
    rows = [[*map(speak, HEADS)], ["---"] * len(HEADS), *audience_rows(speak)]
    table = "\n".join("| " + " | ".join(cells) + " |" for cells in rows)
    assert f"\n{table}\n\n" in (ROOT / READMES[language]).read_text(encoding="utf-8")
