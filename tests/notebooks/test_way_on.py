"""A page with nothing to show yet leads to where the next thing is done."""

import runpy
from pathlib import Path

import pytest

from mentorkit.ui.frame.desk import Desk
from mentorkit.workflows.set_up import new_programme, sample_programme
from tests.sources import ROOT


def shown(notebook: str, file: Path) -> str:
    outputs, _ = runpy.run_path(str(ROOT / "notebooks" / f"{notebook}.py"))["app"].run(
        defs={"desk": Desk(file, language="nl")}
    )
    return "".join(getattr(output, "text", "") for output in outputs)


@pytest.mark.parametrize("notebook", ["start", "progress", "pulses", "closing", "evaluation", "sharing"])
def test_without_pairs_the_proposal_is_one_click_away_and_without_people_the_import(
    notebook: str, tmp_path: Path
):
    new_programme(tmp_path / "new.mentorkit", "Nieuw", "nl", "Ann")
    assert '/intake/?lang=nl">Aanmeldingen overnemen</a>' in shown(notebook, tmp_path / "new.mentorkit")
    sample_programme(tmp_path / "sample.mentorkit", "nl")
    assert '/pairing/?lang=nl">Bekijk het voorstel</a>' in shown(notebook, tmp_path / "sample.mentorkit")
