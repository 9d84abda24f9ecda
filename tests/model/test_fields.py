"""Every answer has one entry, and its name stands in few other places."""

import ast
import types
import typing
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
    "level": {float},
    **dict.fromkeys(("list", "people", "choices", "language codes"), {tuple}),
}
"""How a kind of answer is kept; every other one is text."""

MOST = 3
MORE = {
    "capacity": 23, "channels": 4, "first_name": 4, "full_name": 4, "has_consented": 4, "infix": 4,
    "languages": 7, "least": 12, "level": 5, "relation_types": 4, "role": 26, "status": 12,
    "submitted_at": 4, "topics": 4, "values": 12,
}  # fmt: skip
"""Names that stand in more modules, and in how many; a number here only goes down.

Some of them are words for other things as well: the capacity of a problem, the status of a proposal.
"""


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


def names_in(path: Path) -> set[str]:
    """Every name of an answer in a module, as a word of the code or as a text of its own."""
    found = set()
    called = {id(node.func) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)}
    for node in ast.walk(tree_of(path)):
        match node:
            case ast.Constant(value=str(word)) | ast.keyword(arg=str(word)):
                found.add(word)
            case ast.Attribute(attr=word) if id(node) not in called:
                found.add(word)
            case ast.AnnAssign(target=ast.Name(id=word)):
                found.add(word)
    return found & ANSWERS.keys()


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
            if ANSWERS[name].kind in ("number", "whole number", "level"):
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
    assert set(headings().spelled.values()) <= ANSWERS.keys()


def test_every_answer_that_a_word_list_names_is_there_and_so_are_the_words_it_needs():
    needed, telling = told("words.toml")["asked_for"], told("aliases.toml")["telling"]
    assert {*needed, *chain(*telling.values())} <= ANSWERS.keys()
    assert set(chain(*needed.values())) <= told("words.toml")["asked"].keys()


def test_the_questions_of_the_library_bring_answers_that_are_kept():
    kept = {*kept_by("person"), *kept_by("application")}
    assert {question.field for question in library()} - {None} <= kept


def test_kinds_of_mentoring_all_have_a_name():
    assert set(KINDS) == set(typing.get_args(RelationType))


def test_every_field_of_a_table_has_a_name_or_is_inner():
    for model in ROWS:
        for name, field in model.model_fields.items():
            assert ("inner" in field.metadata) != (model.label_of(name) is not None) or name == "framework"


def modules_by_name() -> dict[str, int]:
    found = dict.fromkeys(ANSWERS, 0)
    for path in MODULES:
        for name in () if is_of_the_answer_itself(path) else names_in(path):
            found[name] += 1
    return found


def test_the_name_of_an_answer_stands_in_few_modules():
    """The model, model/fields.py and one more. When this is red: ask ANSWERS, do not name the answer."""
    assert {name: count for name, count in modules_by_name().items() if count > MORE.get(name, MOST)} == {}


def test_a_name_that_stands_in_fewer_modules_than_before_may_not_come_back():
    found = modules_by_name()
    assert {name: found[name] for name, most in MORE.items() if found[name] < most} == {}
