"""Which question is which field: the best of all, one field each."""

from collections.abc import Mapping, Sequence

from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.evidence import Score, bar, scores
from mentorkit.intake.understand.layout import Layout
from mentorkit.intake.understand.questions import SheetQuestion, never_both
from mentorkit.intake.values.cells import is_blank
from mentorkit.intake.words.vocabulary import is_one_of
from mentorkit.model import Role
from mentorkit.model.fields import LISTED, of_kind

_SEVERAL = LISTED | of_kind("people")


def assigned(
    table: Table,
    questions: Sequence[SheetQuestion],
    layout: Layout | None,
    role: Role,
    settled: frozenset[str],
) -> tuple[dict[int, Score], dict[int, Score]]:
    """What columns are read as, and what others may be: the strongest evidence first, no answers last.

    It is stable: no question and field have more points together than each has with what it
    got. A second question for a field joins the first where no row has answered both.
    Two that have equally much by their answers alone are both asked. `settled` are fields
    that were chosen already.
    """
    told = [scores(table, one, layout, role) for one in questions]
    filled = [_filled(table, one) for one in questions]
    ranked = sorted(
        (
            (filled[place] > 0, score.points, filled[place], -place, score)
            for place, scored in enumerate(told)
            for score in scored.values()
            if score.points >= bar("near") and score.field not in settled
        ),
        reverse=True,
    )
    read: dict[int, Score] = {}
    for *_, place, score in ranked:
        columns = questions[-place].columns
        taken = [at for at, one in read.items() if one.field == score.field]
        is_free = not taken and not _is_tied(told, score)
        if columns[0] not in read and (is_free or (taken and never_both(table, [*taken, *columns]))):
            is_one = score.field in _SEVERAL or never_both(table, columns)
            read |= dict.fromkeys(columns if is_one else columns[:1], score)
    likely = [max(scored.values(), default=Score(0)) for scored in told]
    offered = zip(questions, likely, strict=True)
    asked = {at: most for one, most in offered for at in one.columns if most.points >= bar("weak")}
    return read, {at: most for at, most in asked.items() if at not in read}


def _is_tied(told: Sequence[Mapping[str, Score]], mine: Score) -> bool:
    """Whether another question has just as many points by its answers alone."""
    points = [scored[mine.field].points for scored in told if mine.field in scored]
    return mine.how == "content" and mine.is_near and points.count(mine.points) > 1


def _filled(table: Table, one: SheetQuestion) -> int:
    """How many answers there are; blanks and the sender of an anonymous form are none."""
    is_said = any(not is_blank(cell) and not is_one_of(str(cell), "nothing", "sender") for cell in one.cells)
    return sum(len(table.answers(at)) for at in one.columns) if is_said else 0
