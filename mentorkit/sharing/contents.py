"""What each kind of reader reads, part by part, from a programme that holds nothing else."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from mentorkit.evaluation.levels import Evaluation
from mentorkit.frames import Snapshot
from mentorkit.model import AudienceKey, Framework, Lesson, Objective, Side
from mentorkit.model.objective import LEVELS
from mentorkit.sharing.by_department import department_part
from mentorkit.sharing.how_pairs_are_made import pairing_parts
from mentorkit.sharing.pair_sheet import sheet_parts
from mentorkit.sharing.play import Played, played
from mentorkit.sharing.takes_over import decisions_part, hand_over_parts
from mentorkit.text import Speaker, say
from mentorkit.text.terms import capital
from mentorkit.views.evaluation.answers import answers
from mentorkit.views.evaluation.report import ReportPart, report_parts, told_outside
from mentorkit.views.programme.framework import GROUPS


@dataclass(frozen=True)
class Matter:
    """What a file is made from: a minimised programme, its evaluation, and who reads it on which day."""

    snapshot: Snapshot
    evaluation: Callable[[], Evaluation]
    today: date
    side: Side = "mentee"

    @cached_property
    def played(self) -> Played:
        """Invented people under other weights."""
        return played(self.snapshot.programme)


def framework_parts(matter: Matter, speak: Speaker) -> Iterator[ReportPart]:
    """What the programme stands on, as far as it was decided and this reader may know it."""
    framework = matter.snapshot.programme.framework
    for heading, names in GROUPS.values():
        rows = [
            (capital(speak(Framework.called_field(name))), speak.write(value))
            for name in names
            if (value := getattr(framework, name))
        ]
        if rows:
            yield ReportPart(heading, (), (say("What"), say("What was decided")), rows)


def objective_parts(matter: Matter, speak: Speaker) -> Iterator[ReportPart]:
    """What the programme is for, and what will tell."""
    rows = [
        (one.text, one.measure, one.target, speak(LEVELS[one.question]) if one.question else "")
        for one in matter.snapshot.rows(Objective)
    ]
    heads = say("Objective"), say("How we measure it"), say("Target"), say("What will tell")
    if rows:
        yield ReportPart(say("What we want to reach"), (), heads, rows)


def _board(matter: Matter, speak: Speaker) -> Iterator[ReportPart]:
    yield from report_parts(matter.evaluation(), matter.snapshot.rows(Lesson), matter.today, speak)
    yield from objective_parts(matter, speak)
    yield from framework_parts(matter, speak)


def _works_council(matter: Matter, speak: Speaker) -> Iterator[ReportPart]:
    yield from pairing_parts(matter.snapshot, matter.played, speak)
    yield decisions_part(matter.snapshot, speak)
    yield from framework_parts(matter, speak)


def _sponsor(matter: Matter, speak: Speaker) -> Iterator[ReportPart]:
    yield from objective_parts(matter, speak)
    yield department_part(matter.snapshot, speak)
    yield from (
        ReportPart(title, lines) for title, lines in answers(told_outside(matter.evaluation()), goes_out=True)
    )
    yield from framework_parts(matter, speak)


def _sheet(matter: Matter, speak: Speaker) -> Iterator[ReportPart]:
    yield from sheet_parts(matter.snapshot, matter.side, matter.today, speak)
    yield from framework_parts(matter, speak)


def _successor(matter: Matter, speak: Speaker) -> Iterator[ReportPart]:
    yield from hand_over_parts(matter.snapshot, speak)
    yield from objective_parts(matter, speak)
    yield from framework_parts(matter, speak)


def _demo(matter: Matter, speak: Speaker) -> Iterator[ReportPart]:
    yield from _board(matter, speak)
    yield from pairing_parts(matter.snapshot, matter.played, speak)


PLAYS: frozenset[AudienceKey] = frozenset({"works_council", "demo"})
"""Readers of whose files a part can be played with."""

CONTENTS: Mapping[AudienceKey, Callable[[Matter, Speaker], Iterator[ReportPart]]] = {
    "board": _board,
    "works_council": _works_council,
    "sponsor": _sponsor,
    "mentor": _sheet,
    "mentee": _sheet,
    "line_manager": framework_parts,
    "successor": _successor,
    "demo": _demo,
}
"""By reader what the file tells."""
