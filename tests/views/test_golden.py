"""Everything the views say, in both languages, as it is read: one golden text for each view and language.

`pytest tests/views/test_golden.py --write-golden` writes them anew. Read what changed aloud, in both
languages, before it is committed: what stands there is what coordinators read.
"""

import ast
import importlib
import inspect
import re
import time
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from mentorkit.text import LANGUAGES, Language, Message, speaker
from tests.sources import ROOT, tree_of
from tests.test_catalogues import Sentence, places, sentences
from tests.views.pages import (
    asked,
    closing,
    decision,
    done,
    evaluated,
    fairness,
    foretold,
    framework,
    home,
    insight,
    intake,
    pair,
    people,
    plan,
    plans,
    progress,
    standards,
    start,
    waves,
)
from tests.views.pages.page import Page

GOLDEN = ROOT / "tests" / "golden" / "views"
VIEWS = ROOT / "mentorkit" / "views"
PAGES: Mapping[str, Callable[[Page], None]] = {
    "chart": plan.show_chart,
    "framework": framework.show_needed,
    "mail": insight.show_mail,
    "names": people.show_names,
    "quotes": people.show_quotes,
    "presets": framework.show_presets,
    "printed": people.show_printed,
    "table": people.show_table,
    "evaluation/answers": evaluated.show_answers,
    "evaluation/figures": evaluated.show_figures,
    "evaluation/fairness": fairness.show_fairness,
    "evaluation/foretold": foretold.show_foretold,
    "evaluation/report": evaluated.show_report,
    "evaluation/results": evaluated.show_results,
    "evaluation/response": waves.show_response,
    "evaluation/sentences": evaluated.show_sentences,
    "evaluation/standards": standards.show_standards,
    "evaluation/waves": waves.show_waves,
    "intake/columns": intake.show_columns,
    "intake/differences": intake.show_differences,
    "intake/findings": intake.show_findings,
    "intake/import_steps": intake.show_import_steps,
    "intake/lists": intake.show_lists,
    "intake/questions": intake.show_questions,
    "intake/rows": intake.show_rows,
    "intake/sheets": intake.show_sheets,
    "pairing/board": plan.show_board,
    "pairing/card": pair.show_card,
    "pairing/choices": plan.show_choices,
    "pairing/declines": pair.show_declines,
    "pairing/decision_note": decision.show_decision_note,
    "pairing/decisions": decision.show_decisions,
    "pairing/explored": plan.show_explored,
    "pairing/ground": plan.show_ground,
    "pairing/headline": plan.show_headline,
    "pairing/kinds": plan.show_kinds,
    "pairing/matched": pair.show_matched,
    "pairing/meeting_cards": pair.show_meeting_cards,
    "pairing/missing_answers": insight.show_missing_answers,
    "pairing/pairs": plan.show_pairs,
    "pairing/plan_change": plan.show_plan_change,
    "pairing/preferences": insight.show_preferences,
    "pairing/printed_pairs": plan.show_printed_pairs,
    "pairing/replay": decision.show_replay,
    "pairing/rules": plan.show_rules,
    "pairing/scenarios": insight.show_scenarios,
    "pairing/shortage": insight.show_shortage,
    "pairing/small_changes": pair.show_small_changes,
    "pairing/spread": plan.show_spread,
    "pairing/stability": insight.show_stability,
    "pairing/unplaced": plan.show_unplaced,
    "pairing/why_not": pair.show_why_not,
    "programme/checklist": framework.show_checklist,
    "programme/framework": framework.show_framework,
    "programme/guidance": framework.show_guidance,
    "programme/erased": framework.show_erased,
    "programme/visible": framework.show_visible,
    "programme/backups": home.show_backups,
    "programme/access": done.show_access,
    "programme/history": done.show_history,
    "programme/profiles": framework.show_profiles,
    "programme/standing": home.show_standing,
    "programme/trainings": framework.show_trainings,
    "progress/closing": closing.show_closing,
    "progress/mentors": closing.show_mentors,
    "progress/support": closing.show_support,
    "progress/pulses": asked.show_pulses,
    "progress/signals": asked.show_signals,
    "progress/standing": progress.show_standing,
    "progress/week": progress.show_week,
    "progress/ahead": progress.show_ahead,
    "progress/curves": progress.show_curves,
    "progress/goals": progress.show_goals,
    "progress/work": progress.show_work,
    "progress/pairs": progress.show_pairs,
    "progress/weeks": progress.show_weeks,
    "start/calendar": plans.show_calendar,
    "start/goals": plans.show_goals,
    "start/contact": start.show_contact,
    "start/expected": start.show_expected,
    "start/steps": start.show_steps,
    "start/two": start.show_two,
    "start/why": start.show_why,
}
"""Who shows each view."""


@pytest.fixture
def in_brussels(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clock of the coordinator, for the moments on a page."""
    monkeypatch.setenv("TZ", "Europe/Brussels")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def golden(view: str, language: Language) -> Path:
    return GOLDEN / f"{view}.{language}.txt"


@cache
def page_of(view: str, language: Language) -> Page:
    page = Page(speaker(language))
    PAGES[view](page)
    return page


@pytest.mark.usefixtures("in_brussels")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", PAGES)
def test_a_view_says_what_stands_in_its_golden_text(
    view: str, language: Language, request: pytest.FixtureRequest
):
    path, text = golden(view, language), page_of(view, language).text
    if request.config.getoption("write_golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_every_view_has_a_golden_text_in_both_languages_and_no_text_is_left_behind():
    views = {path.relative_to(VIEWS).with_suffix("").as_posix() for path in VIEWS.rglob("*.py")}
    views = {view for view in views if not view.endswith("__init__")}
    assert set(PAGES) == views
    wanted = {golden(view, language) for view in views for language in LANGUAGES}
    assert {path for path in GOLDEN.rglob("*") if path.is_file()} == wanted


@pytest.mark.usefixtures("in_brussels")
@pytest.mark.parametrize("view", PAGES)
def test_every_public_function_and_list_of_words_of_a_view_is_shown(view: str):
    module = importlib.import_module(f"mentorkit.views.{view.replace('/', '.')}")
    wanted = {name for name in public(module) if not name.startswith("_")}
    assert wanted - page_of(view, "en").shown.keys() == set()


def public(module: ModuleType) -> Iterator[str]:
    """The functions of a module, the constructors of its classes, and its lists of words."""
    for node in tree_of(Path(inspect.getfile(module))).body:
        match node:
            case ast.FunctionDef(name=name):
                yield name
            case ast.ClassDef(name=name):
                made = vars(getattr(module, name)).items()
                yield from (f"{name}.{key}" for key, one in made if isinstance(one, classmethod))
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                if holds_messages(getattr(module, name)):
                    yield name


def holds_messages(value: object) -> bool:
    values = value.values() if isinstance(value, Mapping) else [value]
    return any(isinstance(one, Message) for one in values)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", PAGES)
def test_every_sentence_of_a_view_stands_in_its_golden_text_one_and_many(view: str, language: Language):
    text = golden(view, language).read_text(encoding="utf-8")
    own = [one for one in sentences() if one.place == f"mentorkit/views/{view}.py"]
    left = {form for one in own for form in forms(one, language) if not has_form(text, form)}
    assert left == set()


def forms(sentence: Sentence, language: Language) -> set[str]:
    """The templates of a sentence in a language."""
    kept = {name: f"{{{name}}}" for name in {"n", *places(sentence.singular)}}
    counts = (1, 2) if sentence.plural else (0,)
    said = [Message(sentence.singular, kept, sentence.plural, count) for count in counts]
    return set(map(speaker(language), said))


def has_form(text: str, template: str) -> bool:
    """Whether a template stands in a text with its places filled."""
    pattern = "[^\n]+".join(map(re.escape, re.split(r"\{\w+\}", template)))
    return re.search(rf"(?<!\w){pattern}(?!\w)", text) is not None
