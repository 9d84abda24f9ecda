"""Every page in a programme's own words: what the sample's people wrote stays, nothing of ours is left."""

import html
import re
import runpy
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentorkit.model import Goal
from mentorkit.store import Store
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.ui.frame.desk import Desk
from mentorkit.views.programme.framework import WORD_SETS
from mentorkit.workflows.programme.framework import set_terms
from mentorkit.workflows.under_way import sample_under_way
from tests.sources import ROOT
from tests.store.cases import BY
from tests.views.test_terms import LEFT

PAGES = (
    "programme",
    "framework",
    "intake",
    "pairing",
    "start",
    "progress",
    "pulses",
    "closing",
    "evaluation",
    "sharing",
)
TERMS = {"en.mentoring": "guiding", "nl.mentoring": "peterschap", **WORD_SETS["peter"][1]}
NOT_SEEN = re.compile(r"<(style|script).*?</\1>|data-(?!label|options|submit)[\w-]+='[^']*'", re.DOTALL)
CODE = re.compile(
    r'[\w-]+="?mk-[\w -]+|mentor_\w+|mentee_\w+|(Velden|Fields): .*|data-field="\w+" style="[^"]*"'
)


def shown(notebook: str, file: Path, language: Language) -> list[str]:
    """What the cells of a page show, in pieces."""
    with Store.open(file) as store:
        written = {goal.text for goal in store.load().rows(Goal) if goal.text}
    app = runpy.run_path(str(ROOT / "notebooks" / f"{notebook}.py"))["app"]
    outputs, _ = app.run(defs={"desk": Desk(file, language=language)})
    text = html.unescape("".join(getattr(output, "text", "") for output in outputs))
    text = text.replace(speaker(language)(WORD_SETS["usual"][0]), "")  # the button that brings ours back
    for goal in written:
        text = text.replace(goal, "")
    return re.split(r"[<>\n]", html.unescape(CODE.sub("", NOT_SEEN.sub("", text))))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[Language, Path]:
    """A programme in its own words with pairs that began six weeks ago, in each language."""
    found: dict[Language, Path] = {}
    for language in LANGUAGES:
        found[language] = tmp_path_factory.mktemp(language) / "p.mentorkit"
        sample_under_way(found[language], language, datetime.now(UTC), 6)
        with Store.open(found[language]) as store:
            store.apply(set_terms(store.load(), TERMS), **BY)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("notebook", PAGES)
def test_a_page_has_the_words_of_the_programme(notebook: str, language: Language, files):
    assert [piece for piece in shown(notebook, files[language], language) if LEFT.search(piece)] == []
