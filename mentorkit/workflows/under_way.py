"""The sample programme some weeks later: pairs on their way, with what is late as well."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

from mentorkit.matching import Pool, Settings, propose
from mentorkit.model import (
    Changes,
    Expectation,
    Goal,
    GoalLevel,
    GoalStep,
    Insert,
    Pair,
    Rhythm,
    Row,
    StartStep,
)
from mentorkit.model.row import id_of
from mentorkit.progress.changed import usual_rhythm
from mentorkit.shipped import shipped
from mentorkit.store import Store
from mentorkit.text import Language
from mentorkit.views.start.two import pairs_at_start
from mentorkit.workflows.pairing.pairing import confirm
from mentorkit.workflows.set_up import sample_programme

_AGO, _DAYS = timedelta(weeks=6), ("_on", "day")


def sample_under_way(path: Path, language: Language, now: datetime) -> None:
    """Make the fictional programme of a language as it is six weeks after its pairs were confirmed.

    The pairs, by the name of the mentee, go the ways of the stories in `under_way.toml`, one after the other.
    """
    begun = now - _AGO
    sample_programme(path, language, begun)
    told = tomllib.loads((shipped("sample_data") / language / "under_way.toml").read_text("utf-8"))
    with Store.open(path, now=begun) as store:
        before = store.load()
        pairs = confirm(before, propose(Pool.of(before), Settings({})), "mentorkit", begun)
        store.apply(pairs, author="mentorkit", now=begun)
        after = store.load()
        usual = usual_rhythm(after, begun.date())
        ways = zip(pairs_at_start(after), cycle(told["stories"]), strict=False)
        rows = (row for two, story in ways for row in _story(two.pair, usual, story))
        store.apply(Changes("step", tuple(map(Insert, rows))), author="mentorkit", now=now)


def _story(pair: Pair, usual: Rhythm, story: Mapping[str, Any]) -> Iterator[Row]:
    """What became of one pair; days are counted from its confirmation."""

    def made(model: type[Row], about: Mapping[str, str], fields: Mapping[str, Any]) -> Row:
        dated = {name: pair.confirmed_on + timedelta(fields[name]) for name in fields if name.endswith(_DAYS)}
        return model.model_validate({**fields, **dated, **about, "id": id_of(*about.values(), str(fields))})

    of_pair = {"pair_id": pair.id}
    for kind, day in story["steps"].items():
        yield made(StartStep, of_pair, {"kind": kind, "day": day})
    if "planned" in story["steps"]:
        yield usual.model_copy(update={"id": id_of(pair.id, "rhythm"), **of_pair})
    for answers in story.get("expectations", ()):
        yield made(Expectation, of_pair, answers)
    for one in story.get("goals", ()):
        words = {name: value for name, value in one.items() if name not in ("steps", "levels")}
        yield (goal := made(Goal, of_pair, words))
        for model, name in ((GoalStep, "steps"), (GoalLevel, "levels")):
            yield from (made(model, {"goal_id": goal.id}, fields) for fields in one.get(name, ()))
