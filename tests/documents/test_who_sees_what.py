"""The table of who sees what: every field has a line, and no paper says more than its line allows."""

import types
import typing
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest

from mentorkit.documents.agreement import agreement
from mentorkit.documents.calendar import Diaries
from mentorkit.documents.introductions import letters
from mentorkit.documents.kick_off import kick_off, own_sheet
from mentorkit.documents.plan_of_development import development_plan
from mentorkit.documents.programme_papers import announcement, programme_manual
from mentorkit.documents.texts import TEXTS
from mentorkit.frames import Snapshot
from mentorkit.model import ROWS, SIDES, Framework, Programme, Row
from mentorkit.model.row import Frozen
from mentorkit.progress.pursued import goals_of
from mentorkit.text import LANGUAGES, speaker
from mentorkit.views.programme.visible import ABOUT, HEADS, SIGHTS, VISIBLE, Sight, kept_in, visible_rows
from mentorkit.views.start.two import pairs_at_start
from tests.documents.test_programme_papers import lines
from tests.sources import ROOT

TODAY = date(2026, 9, 14)
EN = speaker("en")
MINE, THEIRS = "kmine", "ktheirs"
"""The pair that reads, and another one; every word of either begins with one of these."""

READMES = {"en": "README.md", "nl": ".readme/README.nl.md"}
TAKES: Mapping[type, Any] = {
    int: 1,
    float: 1.0,
    bool: False,
    date: TODAY,
    datetime: datetime(2026, 9, 14, tzinfo=UTC),
}
GIVEN: Mapping[str, Any] = {
    "rhythm.starts_at": "10:00",
    "rhythm.ends_on": date(2027, 3, 1),
    "rhythm.interval_days": 28,
    "programme.framework.talk_minutes": 60,
    "decision.sha256": "0" * 64,
    "shared.sha256": "0" * 64,
    "pulse.code": "22222222",
    "response.code": "22222222",
    "programme.is_sample": False,
    "programme.terms": {},
    "programme.aim": "placed",
    "programme.own_topics": (),
    "programme.weights": {},
    "person.languages": ("nl",),
    "person.manager_email": None,
    "application.role": "mentee",
    "expectation.choices": {},
    "own_text.text_key": "no_talk",
    "own_text.language": "nl",
    "pair.ended_on": None,
}
"""What a field must hold to be lawful; every other text holds a word of its own."""


def fields_of(model: type[Frozen], name: str) -> Iterator[tuple[str, Any]]:
    """Every field of a table by its full name, with what it holds; the ids of rows are none."""
    for field, info in model.model_fields.items():
        if info.annotation is Framework:
            yield from fields_of(Framework, f"{name}.{field}")
        elif field not in ("id", "revision"):
            yield f"{name}.{field}", info.annotation


ALL_FIELDS = dict(field for model in ROWS for field in fields_of(model, model.table))


def canary(name: str, whose: str) -> str:
    """A word that stands in one field of one pair and nowhere else."""
    return f"{whose}{name.replace('.', 'q').replace('_', 'z')}x"


def planted(name: str, annotation: Any, whose: str) -> Any:
    """Something for a field to hold, with a word of its own wherever it can hold words."""
    if name in GIVEN:
        return GIVEN[name]
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return planted(name, parts[0], whose)
    if origin in (typing.Union, types.UnionType):
        return planted(name, next(part for part in parts if part is not types.NoneType), whose)
    if origin is typing.Literal:
        return parts[0]
    if origin is tuple:
        return (planted(name, parts[0], whose),)
    if origin is dict:
        return {"goals": planted(name, parts[1], whose)}
    return canary(name, whose) if annotation is str else TAKES[annotation]


def row(model: type[Row], whose: str, **given: Any) -> Row:
    """A row of a table for one of both pairs; what points at others is theirs."""
    people = {"mentee_id": f"{whose}-mentee", "mentor_id": f"{whose}-mentor", "person_id": f"{whose}-mentee"}
    ids = people | {"pair_id": f"{whose}-pair", "goal_id": f"{whose}-goal", "decision_id": "d1"}
    held = {
        name.removeprefix(f"{model.table}."): planted(name, annotation, whose)
        for name, annotation in fields_of(model, model.table)
        if name.count(".") == 1
    }
    told = {name: value for name, value in ids.items() if name in held}
    return model.model_validate({"id": f"{whose}-{model.table}", **held, **told, **given})


def of_a_pair(whose: str) -> Iterator[Row]:
    """A row of every table, with a word of its own in every field, and both sides where there are two."""
    for model in ROWS:
        if model is Programme:
            continue
        if model.table == "person":
            yield from (row(model, whose, id=f"{whose}-{side}") for side in SIDES)
        elif model.table == "application":
            only, shared = (canary(f"application.{name}", whose) for name in ("goals", "topics"))
            for side in SIDES:
                own = {"id": f"{whose}-{side}-a", "person_id": f"{whose}-{side}", "role": side}
                yield row(model, whose, **own, goals=(only, shared))
        elif model.table == "expectation":
            for side in SIDES:
                word = canary(f"expectation.off_limits.{side}", whose)
                yield row(model, whose, id=f"{whose}-{side}-e", side=side, off_limits=word)
        elif model.table != "decision" or whose == MINE:
            yield row(model, whose, **({"id": "d1"} if model.table == "decision" else {}))


def programme() -> Snapshot:
    framework = {
        name.removeprefix("programme.framework."): planted(name, annotation, MINE)
        for name, annotation in fields_of(Framework, "programme.framework")
    }
    settings = row(Programme, MINE, id="programme", framework=Framework(**framework))
    return Snapshot.of(settings, of_a_pair(MINE), of_a_pair(THEIRS))


SNAPSHOT = programme()
MY_PAIR = next(two for two in pairs_at_start(SNAPSHOT) if two.pair.id == f"{MINE}-pair")


def papers_of_pair() -> str:
    """Everything that is made for both of the pair to read."""
    settings = SNAPSHOT.programme
    found = [
        "\n".join(lines(agreement(settings, MY_PAIR, EN))),
        "\n".join(lines(kick_off(settings, MY_PAIR, EN))),
        "\n".join(
            lines(development_plan(settings, MY_PAIR, goals_of(SNAPSHOT, [MY_PAIR.pair]), EN)),
        ),
        Diaries(SNAPSHOT, datetime(2026, 9, 14, tzinfo=UTC), EN).of_pair(MY_PAIR).decode(),
    ]
    for language in LANGUAGES:
        for key in TEXTS:
            (letter,) = letters(SNAPSHOT, [MY_PAIR], key, speaker(language))
            found.append(f"{letter.mail.subject}\n{letter.mail.body}\n{letter.mail.to}")
    return unfolded("\n".join(found))


def papers_of_all() -> str:
    """Everything that is made for anybody to read."""
    papers = programme_manual(SNAPSHOT, EN), announcement(SNAPSHOT, EN)
    return unfolded("\n".join("\n".join(lines(one)) for one in papers))


def unfolded(text: str) -> str:
    return text.replace("\r\n ", "").replace("\n ", "").casefold()


def words_in(text: str, whose: str) -> set[str]:
    """The fields of which a word of a pair stands in a text."""
    return {name for name in ALL_FIELDS if canary(name, whose).casefold() in text}


def sights(fields: set[str], *onlookers: typing.Any) -> dict[str, set[Sight]]:
    return {name: {kept_in(name).seen_by(one) for one in onlookers} for name in fields}


def test_every_field_that_is_kept_has_one_line_in_the_table():
    assert [name for name in ALL_FIELDS if kept_in(name) is None] == []


def test_every_name_in_the_table_is_of_something_that_is_kept():
    known = {*ALL_FIELDS, *(model.table for model in ROWS), "programme.framework"}
    assert {name for one in VISIBLE for name in one.where} - known == set()
    named = [name for one in VISIBLE for name in one.where]
    assert len(named) == len(set(named))


def test_what_they_talk_about_is_kept_nowhere():
    (talk,) = (one for one in VISIBLE if not one.where)
    assert talk.coordinator == "none"


def test_what_both_of_a_pair_read_holds_only_what_both_may_see():
    found = words_in(papers_of_pair(), MINE)
    assert {"goal.text", "goal_step.text", "person.full_name", "application.topics"} <= found
    assert "application.goals" not in found  # only one of the two named it
    assert {name: seen for name, seen in sights(found, *SIDES).items() if not seen <= {"all", "pair"}} == {}


def test_nothing_of_another_pair_is_in_what_a_pair_reads():
    assert words_in(papers_of_pair(), THEIRS) == set()


def test_what_anybody_may_read_holds_only_what_everybody_may_see():
    text = papers_of_all()
    found = words_in(text, MINE)
    assert {"programme.framework.mission", "programme.framework.limits", "objective.text"} <= found
    assert {name: seen for name, seen in sights(found, "others").items() if seen != {"all"}} == {}
    assert words_in(text, THEIRS) <= {name for name in found if name.startswith("objective.")}


@pytest.mark.parametrize("side", SIDES)
def test_what_one_keeps_out_of_the_talks_is_on_the_own_sheet_and_on_no_other(side):
    words = {one: canary(f"expectation.off_limits.{one}", MINE) for one in SIDES}
    sheet = "\n".join(lines(own_sheet(MY_PAIR, side, EN)))
    assert [one for one, word in words.items() if word in sheet] == [side]
    assert not any(word.casefold() in papers_of_pair() for word in words.values())


def test_a_word_of_one_field_would_be_found():
    assert words_in(f"well {canary('override.reason', MINE)} then", MINE) == {"override.reason"}
    assert sights({"override.reason"}, *SIDES) == {"override.reason": {"none"}}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readme_has_the_same_table(language):
    speak = speaker(language)
    text = (ROOT / READMES[language]).read_text(encoding="utf-8")
    rows = [[*map(speak, HEADS)], ["---"] * len(HEADS), *visible_rows(speak)]
    table = "\n".join("| " + " | ".join(cells) + " |" for cells in rows)
    assert f"\n{table}\n\n" in text
    assert speak(ABOUT) in text.replace("\n", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_prints_the_table(language):
    said = lines(programme_manual(SNAPSHOT, speaker(language)))
    cells = [cell for cells in visible_rows(speaker(language)) for cell in cells]
    place = said.index(cells[0])
    assert said[place : place + len(cells)] == cells


def test_all_words_for_how_much_somebody_sees_are_used():
    used = {one.seen_by(who) for one in VISIBLE for who in ("coordinator", "mentee", "mentor", "others")}
    assert used == SIGHTS.keys()
