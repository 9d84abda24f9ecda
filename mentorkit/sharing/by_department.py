"""How many people take part, by department; never of fewer than five, also not by subtracting."""

import numpy as np
import polars as pl

from mentorkit.evaluation.disclosure import FEWEST, hidden_cells
from mentorkit.frames import Snapshot
from mentorkit.model import SIDES, Application, Person
from mentorkit.model.fields import UNIT
from mentorkit.text import Speaker, say
from mentorkit.views.evaluation.report import ReportPart


def department_part(snapshot: Snapshot, speak: Speaker) -> ReportPart:
    """Mentees and mentors of each department; small departments are one line, and nothing is told of few."""
    title, few = say("Who takes part"), say("Fewer than five people: nothing is shown.")
    found = _counted(snapshot, speak)
    counts = found.select("mentee", "mentor").to_numpy().astype(np.int64)
    if not found.height or min(*counts.sum(axis=0), *counts.sum(axis=1)) < FEWEST:
        return ReportPart(title, [few])
    hides = hidden_cells(counts)
    rows = [
        (name, *("–" if hide else speak.write(int(n)) for n, hide in zip(line, hidden, strict=True)))
        for name, line, hidden in zip(found[UNIT], counts, hides, strict=True)
    ]
    rows.append((speak(say("together")), *(speak.write(int(n)) for n in counts.sum(axis=0))))
    note = [say("A dash stands for numbers under five, and for what would give these away.")]
    heads = say("Department"), say("Mentees"), say("Mentors")
    return ReportPart(title, note if hides.any() else [], heads, rows)


def _counted(snapshot: Snapshot, speak: Speaker) -> pl.DataFrame:
    """People by department and role, the largest department first; those below five are put together."""
    people = snapshot.frame(Person).select(UNIT, person_id="id")
    signed = snapshot.frame(Application).join(people, on="person_id")
    by = pl.col(UNIT).fill_null("")
    of = {side: (pl.col("role") == side).sum().cast(pl.Int64) for side in SIDES}
    total, sums = pl.col("mentee") + pl.col("mentor"), [pl.col(side).sum() for side in SIDES]
    is_known = (by != "") & (total >= FEWEST)
    counts = signed.group_by(by).agg(**of).sort(is_known, total, by, descending=[True, True, False])
    named = counts.filter(is_known).height
    while named and 0 < counts[named:].select(total.sum()).item() < FEWEST:
        named -= 1
    others = pl.lit(speak(say("other departments, or not known"))).alias(UNIT)
    rest = counts[named:].select(others, *sums)
    return pl.concat([counts[:named], rest]) if named < counts.height else counts
