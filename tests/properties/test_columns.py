"""Any sheet: every filled column is read, asked or named, and no answer lands in a field of another kind."""

from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.intake import Table, map_columns
from mentorkit.intake.understand.account import account_of, not_read
from mentorkit.intake.understand.evidence import fit
from mentorkit.intake.understand.looks import look_of
from mentorkit.intake.values.answers import Around, read_columns
from mentorkit.model.fields import ANSWERS

ROWS = 9
FIRST = ("Ada", "Bas", "Cleo", "Dirk", "Eva", "Finn", "Gus", "Ina", "Jo")
OPTIONS = ("Imkeren", "Bloggen", "Onderhandelen", "Mending, sewing and knitting", "Écrire", "Führung")
KINDS = {
    "address": lambda rng: [f"{name}{rng.randint(1, 99)}@example.org".lower() for name in FIRST],
    "name": lambda rng: [f"{name} {rng.choice(('Vos', 'de Wit', 'Noor'))}" for name in FIRST],
    "number": lambda rng: [rng.choice((1, 2, "3", "2,5")) for _ in FIRST],
    "day": lambda rng: [f"202{rng.randint(1, 6)}-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}" for _ in FIRST],
    "yes or no": lambda rng: [rng.choice(("Ja", "Nee", "yes", "non")) for _ in FIRST],
    "choices": lambda rng: [rng.choice((";", "\n")).join(rng.sample(OPTIONS, 2)) for _ in FIRST],
    "one choice": lambda rng: [rng.choice(OPTIONS[:3]) for _ in FIRST],
    "long": lambda rng: [
        f"{name} wil graag meer weten over hoe anderen dit doen, en waarom." for name in FIRST
    ],
    "link": lambda rng: [f"https://example.org/{name}" for name in FIRST],
    "tick": lambda rng: [rng.choice(("x", None)) for _ in FIRST],
    "role": lambda rng: [rng.choice(("Mentor", "Mentee", "geen mentor")) for _ in FIRST],
    "languages": lambda rng: [rng.choice(("Nederlands", "English;Frans", "Deutsch")) for _ in FIRST],
}
ASKED = (
    "Naam", "E-mail", "What's your name?", "Votre service", "Abteilung", "Waar wil je aan werken?", "Manager",
    "Sinds wanneer?", "Topics I can help with", "Hoeveel mentees?", "How many hours a month?", "Sprachen", "",
    "Favourite colour", "Anything else?", "Thema: {}", "Which topics? [{}]", "Choice {}", "Stel jezelf voor",
    "{}. Wat verwacht je, {{{{field:a1}}}}?", "Warum machst du mit?", "Mijn {}e keus mentor", "ID", "Rol",
    "Leidinggevende (e-mail)", "Agree to the use of data", "<b>Ville</b>", "Preferred mentor", "Mentor?",
    "Liever niet met", "Grade",
)  # fmt: skip
EXACT = {"address", "name", "day", "number", "whole number", "yes/no", "language codes", "list"}
"""Kinds whose answers look like nothing else."""
BY_CELL = EXACT - {"list"} | {"moment", "scale", "share", "step"}
"""Kinds in which a cell that is something else is left out and said."""


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A sheet with questions in any order, wording and language, and answers of any kind below them."""
    rng = Random(draw(st.integers(0, 2**32)))  # noqa: S311 - invented answers
    asked: Sequence[str] = draw(st.lists(st.sampled_from(ASKED), min_size=1, max_size=12))
    columns = [KINDS[draw(st.sampled_from(sorted(KINDS)))](rng) for _ in asked]
    headings = tuple(text.format(place) for place, text in enumerate(asked, 1))
    return Table("f.xlsx", "", (1,), headings, tuple(enumerate(zip(*columns, strict=True), 2)))


@settings(max_examples=150)
@given(tables(), st.sampled_from(("mentor", "mentee")))
def test_every_filled_column_is_read_asked_or_named(table, role):
    account = account_of(table, map_columns(table, role))
    filled = [at for at in range(len(table.headers)) if table.answers(at)]
    assert len(account) >= len(filled)
    named = not_read(account)
    for one in account:
        assert one.why.id
        if one.status in {"asked", "unread"}:
            assert one.name in named.values["columns"]
        else:
            assert one.status in {"read", "sensitive", "technical"} or not one.filled


@settings(max_examples=150)
@given(tables(), st.sampled_from(("mentor", "mentee")))
def test_no_answer_lands_in_a_field_of_another_kind(table, role):
    """Where answers do not fit, the cells are read one by one or left out, and the column is looked at."""
    mapping = map_columns(table, role)
    for at, name in mapping.fields.items():
        together = [other for other, of in mapping.fields.items() if of == name]
        if (
            len(together) == 1
            and len(table.answers(at)) > 2
            and fit(name, look_of(table.answers(at)), -99) <= -4
        ):
            assert ANSWERS[name].kind in BY_CELL, (table.headers[at], name)
            assert mapping.read[at].is_near, (table.headers[at], name)


@settings(max_examples=100)
@given(tables(), st.sampled_from(("mentor", "mentee")))
def test_an_answer_that_is_read_is_kept_or_doubted(table, role):
    mapping = map_columns(table, role)
    around = Around(table.headers, chosen=mapping.chosen)
    answers, doubts = read_columns([cells for _, cells in table.rows], mapping.fields, around)
    doubted = {(one.place, one.column) for one in doubts}
    for at, name in mapping.fields.items():
        read = mapping.read[at]
        if read.how == "content" and ANSWERS[name].kind in EXACT and not read.is_near:
            kept = [place for place, row in enumerate(answers) if row.get(name) or (place, at) in doubted]
            filled = [place for place, (_, cells) in enumerate(table.rows) if cells[at] is not None]
            assert 2 * len(set(kept)) >= len(filled), (table.headers[at], name)
