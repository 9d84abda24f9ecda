"""Every page in a programme's own words: what the sample's people wrote stays, nothing of ours is left."""

import html
import re
import runpy
from pathlib import Path

import pytest

from mentorkit.store import Store
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.ui.frame.desk import Desk
from mentorkit.views.programme.framework import WORD_SETS
from mentorkit.workflows.programme.framework import set_terms
from mentorkit.workflows.set_up import sample_programme
from tests.sources import ROOT
from tests.store.cases import BY
from tests.views.test_terms import LEFT

PAGES = ("programme", "framework", "intake", "pairing", "start", "progress", "pulses", "closing")
TERMS = {"en.mentoring": "guiding", "nl.mentoring": "peterschap", **WORD_SETS["peter"][1]}
NOT_SEEN = re.compile(r"<style.*?</style>|data-(?!label|options|submit)[\w-]+='[^']*'", re.DOTALL)
CODE = re.compile(r'[\w-]+="?mk-[\w -]+|mentor_\w+|mentee_\w+|data-field="\w+" style="[^"]*"')


def shown(notebook: str, file: Path, language: Language) -> list[str]:
    """What the cells of a page show, in pieces."""
    app = runpy.run_path(str(ROOT / "notebooks" / f"{notebook}.py"))["app"]
    outputs, _ = app.run(defs={"desk": Desk(file, language=language)})
    text = html.unescape("".join(getattr(output, "text", "") for output in outputs))
    text = text.replace(speaker(language)(WORD_SETS["usual"][0]), "")  # the button that brings ours back
    return re.split(r"[<>\n]", html.unescape(CODE.sub("", NOT_SEEN.sub("", text))))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("notebook", PAGES)
def test_a_page_has_the_words_of_the_programme(notebook: str, language: Language, tmp_path: Path):
    file = tmp_path / "p.mentorkit"
    sample_programme(file, language)
    with Store.open(file) as store:
        store.apply(set_terms(store.load(), TERMS), **BY)
    assert [piece for piece in shown(notebook, file, language) if LEFT.search(piece)] == []
