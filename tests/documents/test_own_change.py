"""Only for the mentee: the width of noise is that of the statistic, and a sheet tells of one person."""

import io
import zipfile
from collections.abc import Mapping

import docx
import pytest

from mentorkit.documents.own_change import change_sheets
from mentorkit.evaluation.own_change import ASSUMED, OwnChange, own_changes
from mentorkit.evaluation.questionnaires import CORE, questionnaires
from mentorkit.evaluation.responses import long
from mentorkit.evaluation.statistics.reliable_change import STATISTIC as RELIABLE
from mentorkit.frames import Snapshot
from mentorkit.model import Response
from mentorkit.text import speaker
from mentorkit.views.names import Names
from mentorkit.workflows.evaluation.answered import evaluation_of
from tests.ui.test_answers import TODAY, answered

ASKED = questionnaires()[CORE]


def with_more(one: Response) -> Response:
    """The same mentee, who gave more at the start than others by the number in the name."""
    more = int(one.person_id[1:]) % 3 if one.wave == "baseline" else 0
    return one.model_copy(
        update={"answers": {key: min(5, value + more) for key, value in one.answers.items()}}
    )


def changes_of(people: int) -> tuple[Snapshot, Mapping[str, list[OwnChange]]]:
    now = answered(people)
    told = now.with_table(Response, map(with_more, now.rows(Response)))
    return told, own_changes(evaluation_of(told, TODAY), long(told.frame(Response)), ASKED)


def test_the_noise_is_that_of_the_statistic_and_few_mentees_have_no_sheet():
    assert changes_of(9)[1] == {}
    told, found = changes_of(12)
    learned = next(one for one in evaluation_of(told, TODAY).measures if one.key == "learned")
    before, after = (learned.rows[name].to_numpy() for name in ("before", "after"))
    expected = RELIABLE.of(pre=before, post=after, reliability=ASSUMED)
    own = {who: changes[0] for who, changes in found.items()}
    assert [one.noise for one in own.values()] == pytest.approx([expected["threshold"]] * 12)
    assert sum(one.is_real for one in own.values()) == expected["higher"] + expected["lower"]


def test_a_sheet_names_one_mentee_and_says_what_may_be_said():
    told, found = changes_of(12)
    packed = zipfile.ZipFile(io.BytesIO(change_sheets(found, Names.of(told), ASKED, speaker("nl"))))
    assert len(packed.namelist()) == 12
    names = Names.of(told)
    for place, who in enumerate(sorted(found)):
        document = docx.Document(io.BytesIO(packed.read(packed.namelist()[place])))
        cells = [[cell.text for cell in row.cells] for row in document.tables[0].rows][1:]
        text = " ".join(one.text for one in document.paragraphs)
        assert names[who] in text
        assert not any(names[other] in text for other in found if names[other] not in names[who])
        assert {"Leren", "Gedrag"} <= {row[0] for row in cells}
        for row, one in zip(cells, found[who], strict=True):
            assert (row[5] == "niet te zeggen: het kan ruis zijn") == (not one.is_real)
