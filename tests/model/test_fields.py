"""Every answer has one entry, and its name stands in few other places."""

import ast
import types
import typing
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from mentorkit.intake.words.headings import headings, told
from mentorkit.model import ROWS, Application, Person
from mentorkit.model.fields import ANSWERS, ASKED, Kind, kept_by
from mentorkit.model.programme import KINDS, RelationType
from mentorkit.questions.library import library
from mentorkit.text import speaker
from tests.sources import MODULES, short, tree_of

TYPES: dict[Kind, set[object]] = {
    "yes/no": {bool},
    "day": {date},
    "scale": {int},
    "whole number": {int},
    "number": {float},
    "step": {float},
    **dict.fromkeys(("list", "people", "choices", "language codes", "own"), {tuple}),
}
"""How a kind of answer is kept; every other one is text."""

MOST = 3
GIVEN = ANSWERS.keys() - kept_by("sign-up")
"""Answers to a question; the role and the moment are facts of a sign-up itself, whoever speaks of one."""

OTHER_THINGS: dict[str, dict[str, set[str]]] = {
    "capacity": {
        "places of a mentor, counted": {
            "BareProblem", "Network", "Places", "Pool", "Problem", "_Told", "cls", "network", "places",
            "pool", "problem", "self", "told", "workflows/pairing/bare_problem.py",
        },
    },
    "goals": {
        "what a pair works on": {
            "KnownPair", "evaluation/statistics/gas.py", "known", "progress/signals/__init__.py",
            "progress/signals/goals_behind.py", "progress/signals/no_goals.py", "progress/signals/signal.py",
            "progress/signals/stale_goals.py", "ui/progress/tabs.py", "ui/start/board.py",
        },
    },
    "level": {"what an item tells about: liking, learning or behaviour": {"Item", "ItemScale", "item"}},
    "languages": {"what Babel knows": {"Locale"}, "what fills a sentence": {"advice", "nobody", "say"}},
    "least": {
        "places of a mentor, counted": {"Places", "Pool", "cls", "pool", "self"},
        "what a place is worth that fills a minimum": {"Problem", "problem"},
        "a price in such places": {"Price", "cost", "found", "price"},
        "signs by which a system is known": {"Sign", "sign"},
        "the lowest that a field for a number takes": {"Numbers", "wrong"},
    },
    "meeting": {"a talk of a pair": {"model/meeting.py", "views/programme/visible.py"}},
    "status": {
        "how sure a pair is": {
            "Chosen", "_CARD", "pair", "documents/plan_workbook.py", "ui/pairing/board.py",
            "views/pairing/board.py", "views/pairing/explored.py", "views/pairing/pairs.py",
            "views/pairing/printed_pairs.py",
        },
        "what became of a column": {"ColumnAccount", "one", "workflows/intake/as_json.py"},
        "what HTTP answers": {"serving/asgi.py", "serving/headers.py"},
        "what marimo shows of work": {"mo"},
    },
    "values": {
        "what fills a sentence": {"Message", "_NONE", "message", "self", "unit", "reading/apart.py"},
        "what a pair is worth by a criterion": {"pool", "counted"},
        "numbers that anybody typed": {"NumbersTold", "np", "told", "workflows/evaluation/told.py"},
        "a step of the import": {
            "ui/intake/own_topics.py", "ui/intake/steps.py", "ui/intake/values.py",
            "workflows/intake/kept.py",
        },
    },
}  # fmt: skip
"""Names that are words for other things as well: what these are, and whose the word is then (see `uses`)."""


def bare(annotation: object) -> object:
    """The type of a field without None and without what its parts are."""
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        (annotation,) = (part for part in typing.get_args(annotation) if part is not types.NoneType)
    if typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0]
    return typing.get_origin(annotation) or annotation


def is_of_the_answer_itself(path: Path) -> bool:
    """A condition or a criterion is about its answers, and a step of the store is never changed."""
    return any(part in short(path) for part in ("/criteria/", "/rules/", "/versions/"))


def whose(node: ast.expr) -> str:
    """What stands before a dot, or is called: its own name, or that of what made it."""
    match node:
        case ast.Name(id=word) | ast.Attribute(attr=word):
            return word
        case ast.Subscript(value=of) | ast.Call(func=ast.Attribute(value=of)) | ast.Call(func=of):
            return whose(of)
    return ""


def uses(tree: ast.Module, module: str) -> Iterator[tuple[str, str]]:
    """The words of a module that can name an answer, and whose each of them is.

    An attribute is of what stands before its dot, a keyword of what is called (or replaced), a
    field of its class, and a text of the module.
    """
    nodes = list(ast.walk(tree))
    called = {id(node.func) for node in nodes if isinstance(node, ast.Call)}
    classes = {id(line): node.name for node in nodes if isinstance(node, ast.ClassDef) for line in node.body}
    for node in nodes:
        match node:
            case ast.Constant(value=str(word)):
                yield word, module
            case ast.Attribute(attr=word) if id(node) not in called:
                yield word, whose(node.value)
            case ast.AnnAssign(target=ast.Name(id=word)):
                yield word, classes.get(id(node), module)
            case ast.Call(keywords=given):
                of = node.args[0] if whose(node) == "replace" and node.args else node
                yield from ((keyword.arg, whose(of)) for keyword in given if keyword.arg)


def uses_in(path: Path) -> Iterator[tuple[str, str]]:
    return uses(tree_of(path), short(path).removeprefix("mentorkit/"))


def of_another_thing(word: str) -> set[str]:
    """Whose a word is when it does not name the answer."""
    return set().union(*OTHER_THINGS.get(word, {}).values())


def names_in(path: Path) -> set[str]:
    """Every answer that a module names, as a word of the code or as a text of its own."""
    return {word for word, of in uses_in(path) if word in GIVEN and of not in of_another_thing(word)}


def test_every_field_of_a_person_and_of_a_sign_up_has_an_entry_or_a_name_of_its_own():
    for model in (Person, Application):
        for name in model.model_fields.keys() - {"id", "revision"}:
            assert model.label_of(name) is not None, name


@pytest.mark.parametrize(("model", "holder"), [(Person, "person"), (Application, "application")])
def test_the_entries_are_the_fields_of_the_row_that_keeps_them_in_their_order(model, holder):
    kept = [name for name in model.model_fields if name in kept_by(holder)]
    assert kept == list(kept_by(holder))


@pytest.mark.parametrize("holder", [Person, Application])
def test_an_answer_is_kept_as_its_kind_says(holder):
    for name in kept_by(holder.table):
        kept = bare(holder.model_fields[name].annotation)
        assert kept in TYPES.get(ANSWERS[name].kind, {str}), name


def test_numbers_say_how_high_they_go():
    for model in (Person, Application):
        for name in kept_by(model.table):
            if ANSWERS[name].kind in ("number", "whole number", "step"):
                assert model.most_of(name) > 0


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=lambda one: one.key)
def test_every_answer_has_its_words_in_both_languages(answer):
    said = [answer.label, answer.quoted, ASKED.get(answer.key), *answer.choices.values()]
    for message in filter(None, said):
        assert speaker("en")(message)
        assert speaker("nl")(message)


def test_no_two_answers_a_column_can_be_read_as_are_called_the_same():
    for language in ("en", "nl"):
        labels = [speaker(language)(one.label) for one in ANSWERS.values() if one.is_offered]
        assert len(labels) == len(set(labels))


def test_every_question_asks_for_an_answer_that_is_kept():
    assert ASKED.keys() <= {*kept_by("person"), *kept_by("application")}


def test_every_heading_we_know_belongs_to_an_answer():
    assert set(headings().fields.values()) <= ANSWERS.keys()


def test_every_answer_that_a_word_list_names_is_there_and_so_are_the_words_it_needs():
    evidence, telling = told("evidence.toml"), told("aliases.toml")["telling"]
    assert {*chain(*telling.values()), *evidence["needs"]} <= ANSWERS.keys()
    assert {sign["field"] for sign in evidence["signs"]} - {"topic"} <= ANSWERS.keys()
    assert set(evidence["fit"]) == {answer.kind for answer in ANSWERS.values()}
    words = chain(*(chain(sign.get("all", ()), sign.get("none", ())) for sign in evidence["signs"]))
    assert set(words) <= {*evidence["asked"], "no heading"}
    looks = {*evidence["looks"], "text", "none"}
    assert set(chain(*(sign.get("looks", ()) for sign in evidence["signs"]))) <= looks
    assert set(chain(*evidence["fit"].values(), *evidence["needs"].values())) - {"else"} <= looks
    assert all(sign["why"] for sign in evidence["signs"])


def test_the_questions_of_the_library_bring_answers_that_are_kept():
    kept = {*kept_by("person"), *kept_by("application")}
    assert {question.field for question in library()} - {None} <= kept


def test_kinds_of_mentoring_all_have_a_name():
    assert set(KINDS) == set(typing.get_args(RelationType))


def test_every_field_of_a_table_has_a_name_or_is_inner():
    for model in ROWS:
        for name, field in model.model_fields.items():
            assert ("inner" in field.metadata) != (model.label_of(name) is not None) or name == "framework"


def modules_by_name() -> Counter[str]:
    paths = (path for path in MODULES if not is_of_the_answer_itself(path))
    return Counter(chain.from_iterable(map(names_in, paths)))


def test_the_name_of_an_answer_stands_in_few_modules():
    """The model, model/fields.py and one more. When this is red: ask ANSWERS, do not name the answer."""
    assert {name: count for name, count in modules_by_name().items() if count > MOST} == {}


def test_a_word_that_is_for_nothing_else_any_more_leaves_the_list():
    found = set(chain.from_iterable(map(uses_in, MODULES)))
    assert {(word, of) for word in OTHER_THINGS for of in of_another_thing(word)} - found == set()


@pytest.mark.parametrize(
    ("line", "of"),
    [
        ("person.city", ["person"]),
        ("self.person.city", ["person"]),
        ("people[key].city", ["people"]),
        ("Person.of(row).city", ["Person"]),
        ("pick(row).city", ["pick"]),
        ("Person(city=1)", ["Person"]),
        ("replace(row, city=1)", ["row"]),
        ("class Person:\n    city: str", ["Person"]),
        ("select('city')", ["line.py"]),
        ("city: str = place", ["line.py"]),
        ("person.city()", []),
    ],
)
def test_a_word_is_told_with_whose_it_is(line, of):
    assert [whose for word, whose in uses(ast.parse(line), "line.py") if word == "city"] == of
