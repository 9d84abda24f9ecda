"""The decision record: the same decision, the same bytes; another decision, another hash."""

import hmac
import json
from datetime import UTC, datetime

import polars as pl

from mentorkit import __version__
from mentorkit.frames import Snapshot
from mentorkit.matching import DEFAULT_WEIGHTS, RULES
from mentorkit.matching.decision.record import record, table_hashes
from mentorkit.model import Application, Person
from mentorkit.model.pairing import canonical, sha256_of
from tests.matching.small import earlier, mentee, mentor, override, plan, said, snapshot

KEY = "the id of the decision"
AT = datetime(2026, 9, 14, 9, 30, tzinfo=UTC)
PROGRAMME = snapshot(
    mentee("ann", full_name="Ann Ångström", goals=["planning"]),
    mentee("bea", has_consented=False),
    mentor("kim", topics=["planning"]),
    overrides=[override("lock", "ann", "kim")],
)


def changed(other: Snapshot) -> set[str]:
    before, after = (table_hashes(one, KEY) for one in (PROGRAMME, other))
    return {name for name in before if before[name] != after[name]}


def test_a_record_holds_all_that_was_decided_and_names_nobody():
    text = record(PROGRAMME, plan(PROGRAMME, rules_off=["language", "consent"], proximity=10), "Mo", AT, KEY)
    content = json.loads(text)
    assert content["pairs"] == [
        {"mentee": "ann", "mentor": "kim", "score": 1.0, "kind": "classic", "is_new": True}
    ]
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
    backwards = PROGRAMME.with_table(Person, PROGRAMME.people.reverse())
    backwards = backwards.with_table(Application, PROGRAMME.applications.reverse())
    first, again = (record(one, plan(one), "Mo", AT, KEY) for one in (PROGRAMME, backwards))
    assert sha256_of(first) == sha256_of(again)


def test_any_other_answer_gives_another_hash():
    other = PROGRAMME.with_table(Person, PROGRAMME.people.with_columns(city=pl.lit("Zwolle")))
    assert changed(other) == {"people"}


def test_a_new_revision_of_the_same_row_is_the_same_data():
    stored = PROGRAMME.with_table(Person, PROGRAMME.people.with_columns(revision=pl.lit(9)))
    assert changed(stored) == set()


def test_the_same_answers_from_another_file_are_the_same_data():
    elsewhere = PROGRAMME.applications.with_columns(source_file=pl.lit("new.xlsx"), source_row=pl.lit(7))
    assert changed(PROGRAMME.with_table(Application, elsewhere)) == set()


def test_canonical_json_has_one_spelling():
    assert canonical({"b": [1, 2.5], "a": "é"}) == '{"a":"é","b":[1,2.5]}'


def test_a_question_that_is_added_later_changes_no_hash():
    later = PROGRAMME.applications.with_columns(pl.lit(None).alias("shoe_size"))
    assert changed(PROGRAMME.with_table(Application, later)) == set()


def test_preferences_and_earlier_pairs_are_data_and_overrides_are_not():
    people = (mentee("ann"), mentee("bea"), mentor("kim"))
    plain = table_hashes(snapshot(*people), KEY)
    others = {
        "preferences": snapshot(*people, preferences=[said("mentor", "ann", "kim", "prefer")]),
        "pairs": snapshot(*people, pairs=[earlier("bea", "kim", AT.date())]),
        None: snapshot(*people, overrides=[override("forbid", "ann", "kim")]),
    }
    for table, programme in others.items():
        hashes = table_hashes(programme, KEY)
        assert {name for name in plain if plain[name] != hashes[name]} == {table} - {None}


def test_without_the_key_nobody_can_try_out_which_answer_gives_a_hash():
    assert not set(table_hashes(PROGRAMME, KEY).values()) & set(table_hashes(PROGRAMME, "").values())
    assert KEY not in record(PROGRAMME, plan(PROGRAMME), "Mo", AT, KEY)


def test_a_record_tells_nobody_which_side_avoided_whom():
    people = (mentee("ann"), mentee("bea"), mentor("kim"), mentor("lou"))
    texts = []
    for side in ("mentee", "mentor"):
        programme = snapshot(*people, preferences=[said(side, "ann", "kim", "avoid")])
        content = json.loads(record(programme, plan(programme), "Mo", AT, KEY))
        del content["tables"], content["data_sha256"]
        texts.append(canonical(content))
    assert texts[0] == texts[1]
    assert "avoid" not in texts[0]


def test_overrides_are_recorded_in_the_order_in_which_they_count():
    words = [override("lock", "ann", "kim", revision=3), override("choose", "bea", "kim", revision=8)]
    programme = snapshot(mentee("ann"), mentee("bea"), mentor("kim"), overrides=words)
    content = json.loads(record(programme, plan(programme), "Mo", AT, KEY))
    assert [word["mentee_id"] for word in content["overrides"]] == ["ann", "bea"]


def test_the_record_of_a_small_programme_is_this_to_the_byte():
    """One of the two mentors covers the only goal, so nothing is lost and the other has no mentee."""
    programme = snapshot(mentee("ann", goals=["planning"]), mentor("kim", topics=["planning"]), mentor("lou"))
    only = dict.fromkeys(DEFAULT_WEIGHTS, 0.0) | {"goal_coverage": 10.0}
    found = record(programme, plan(programme, **only), "Mo", AT, KEY)
    weights = ",".join(f'"{key}":{weight}' for key, weight in sorted(only.items()))
    tables = table_hashes(programme, KEY)
    hashes = ",".join(f'"{name}":"{code}"' for name, code in sorted(tables.items()))
    rules = ",".join(f'"{rule.key}"' for rule in RULES)
    assert found == (
        '{"aim":"placed","at":"2026-09-14T09:30:00+00:00",'
        '"certificate":{"bound":0.0,"gap":0.0,'
        '"is_proven":true,"loss":0.0},'
        f'"data_sha256":"{sha256_of(canonical(tables))}","mentorkit":"{__version__}","other_types":[],'
        '"overrides":[],"own_topics":[],'
        '"pairs":[{"is_new":true,"kind":"classic","mentee":"ann","mentor":"kim","score":1.0}],'
        f'"relation_type":"classic","rules_off":[],"rules_on":[{rules}],"tables":{{{hashes}}},'
        '"ties":{"method":"sha256-of-both-ids","version":1},'
        '"unplaced":[{"person":"lou","reason":"no_mentee_left","role":"mentor"}],"unplaced_price":0.0,'
        f'"version":3,"weights":{{{weights}}},"who":"Mo"}}'
    )


def test_the_hashes_of_a_small_programme_are_these():
    """Worked out once; another value means that every record made before reads as changed data."""
    assert (
        table_hashes(snapshot(mentee("ann"), mentor("kim")), KEY)["people"]
        == (
            hmac.new(
                KEY.encode(), b'[{"full_name":"ann","id":"ann"},{"full_name":"kim","id":"kim"}]', "sha256"
            )
        ).hexdigest()
    )


def test_a_plan_whose_points_rest_on_nothing_says_so_in_its_record():
    thin = snapshot(mentee("ann", goals=[]), mentor("kim", topics=[]))
    found = plan(thin, weights={**dict.fromkeys(DEFAULT_WEIGHTS, 0.0), "goal_coverage": 30.0})
    assert json.loads(record(thin, found, "Mo", AT, "key"))["certificate"]["ground"]["share"] == 0
