"""The decision record: the same decision, the same bytes; another decision, another hash."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import polars as pl

from mentorkit.matching.record import canonical, data_hash, fingerprint, record
from tests.matching.small import mentee, mentor, override, plan, snapshot

AT = datetime(2026, 9, 14, 9, 30, tzinfo=UTC)
PROGRAMME = snapshot(
    mentee("ann", full_name="Ann Ångström", goals=["planning"]),
    mentee("bea", has_consented=False),
    mentor("kim", topics=["planning"]),
    overrides=[override("lock", "ann", "kim")],
)


def test_a_record_holds_all_that_was_decided_and_names_nobody():
    text = record(PROGRAMME, plan(PROGRAMME, rules_off=["language", "consent"], proximity=10), "Mo", AT)
    content = json.loads(text)
    assert content["pairs"] == [{"mentee": "ann", "mentor": "kim", "score": 1.0}]
    assert content["unplaced"] == [{"person": "bea", "role": "mentee", "reason": "one_condition"}]
    assert content["weights"]["proximity"] == 10.0
    assert content["weights"]["goal_coverage"] == 30.0
    assert "language" in content["rules_off"]
    assert "language" not in content["rules_on"]
    assert "consent" in content["rules_on"]
    assert content["overrides"][0]["reason"] == "Her reason"
    assert (content["who"], content["at"]) == ("Mo", "2026-09-14T09:30:00+00:00")
    assert "Ångström" not in text


def test_a_record_made_again_is_the_same_to_the_byte():
    backwards = replace(
        PROGRAMME, people=PROGRAMME.people.reverse(), applications=PROGRAMME.applications[::-1]
    )
    first, again = (record(one, plan(one), "Mo", AT) for one in (PROGRAMME, backwards))
    assert fingerprint(first) == fingerprint(again)


def test_any_other_answer_gives_another_hash():
    other = replace(PROGRAMME, people=PROGRAMME.people.with_columns(city=pl.lit("Zwolle")))
    assert data_hash(other) != data_hash(PROGRAMME)


def test_a_new_revision_of_the_same_row_is_the_same_data():
    stored = replace(PROGRAMME, people=PROGRAMME.people.with_columns(revision=pl.lit(9)))
    assert data_hash(stored) == data_hash(PROGRAMME)


def test_the_same_answers_from_another_file_are_the_same_data():
    elsewhere = PROGRAMME.applications.with_columns(source_file=pl.lit("new.xlsx"), source_row=pl.lit(7))
    assert data_hash(replace(PROGRAMME, applications=elsewhere)) == data_hash(PROGRAMME)


def test_canonical_json_has_one_spelling():
    assert canonical({"b": [1, 2.5], "a": "é"}) == '{"a":"é","b":[1,2.5]}'
