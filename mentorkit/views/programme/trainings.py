"""The register of trainings: what was given, to whom, and how many mentors that reaches."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.matching.unplaced import takes_part
from mentorkit.model import Role, Training
from mentorkit.model.training import TECHNIQUES
from mentorkit.text import Message, Speaker, say
from mentorkit.views.names import Names
from mentorkit.views.table import html_table


def taking_part(snapshot: Snapshot, role: Role) -> list[str]:
    """Who takes part in a role, by id; who has a pair does, as `Turnout` counts it."""
    people = snapshot.participants(role)
    has_pair = people["id"].is_in(snapshot.active_pairs[f"{role}_id"].implode()).to_numpy()
    return [str(one) for one in people.filter(takes_part(people) | has_pair)["id"]]


def training_headline(snapshot: Snapshot) -> Message:
    """How many mentors followed or booked a training."""
    mentors = taking_part(snapshot, "mentor")
    trained = set(mentors) & set(snapshot.frame(Training)["person_id"])
    return say(
        "{n} of {all} mentors are in the register. Who is in it meets the condition “trained”.",
        n=len(trained),
        all=len(mentors),
    )


def training_names(rows: Iterable[Training]) -> list[str]:
    """Every training by its name, once."""
    return sorted({row.name for row in rows}, key=str.casefold)


def training_table(rows: Sequence[Training], names: Names, speak: Speaker) -> Markup:
    """What was given when, who booked or followed it, and what it teaches."""
    heads = say("Training"), say("Day"), say("Followed"), say("Booked"), say("Techniques")
    by_name = sorted(rows, key=lambda row: (row.name.casefold(), row.name))
    given = [list(group) for _, group in groupby(by_name, key=lambda row: row.name)]
    return html_table(heads, (_cells(group, names, speak) for group in given), speak)


def _cells(group: list[Training], names: Names, speak: Speaker) -> tuple[str, ...]:
    taught = {technique for row in group for technique in row.techniques}
    days = sorted({row.held_on for row in group if row.held_on})
    return (
        group[0].name,
        ", ".join(map(speak.write, days)),
        *(_people(group, names, is_done) for is_done in (True, False)),
        ", ".join(speak(label) for key, label in TECHNIQUES.items() if key in taught),
    )


def _people(group: list[Training], names: Names, is_done: bool) -> str:
    return ", ".join(sorted(names[row.person_id] for row in group if row.is_done == is_done))
