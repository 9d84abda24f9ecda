"""The card of one pair: one sentence, and per criterion a bar and both answers."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from mentorkit.matching import Explanation, Proposal, explain, sentence
from mentorkit.matching.candidates import is_given
from mentorkit.matching.explain import Part
from mentorkit.model.fields import ANSWERS, NOT_FOR, OWN, UNCOUNTED
from mentorkit.text import Message, Speaker, say
from mentorkit.views.names import Names
from mentorkit.views.pairing.matched import matched_row, same_row
from mentorkit.views.quotes import IDENTIFYING, not_filled_in, quoted_answers
from mentorkit.views.table import each

_ROW = Markup(
    '<tr><th scope="row">{0}</th><td class="mk-bar"><span style="width:{width}%"></span></td>'
    '<td class="mk-number">{1}</td><td>{2}</td><td>{3}</td></tr>'
)

_CARD = Markup(
    '<article class="mk-card"><h3>{title}</h3><p class="mk-lead">{sentence}</p><table class="mk-table">'
    '<thead><tr><th scope="col">{criterion}</th><th scope="col" colspan="2">{points}</th>'
    '<th scope="col">{mentee}</th><th scope="col">{mentor}</th></tr></thead><tbody>{rows}</tbody></table>'
    '<p class="mk-quiet">{unknown}</p>{own}</article>'
)

_OWN = Markup('<p class="mk-quiet">{}</p>')

_BASED = Markup('{} <span class="mk-quiet">({})</span>')


def card(proposal: Proposal, row: int, column: int, speak: Speaker, who: Names) -> Markup:
    """Why these two: safe HTML, also for a pair that was not proposed.

    Answers that tell who somebody is are left out for people whose name is hidden.
    """
    pool, explanation = proposal.pool.candidates, explain(proposal, row, column)
    sides = pool.mentees.row(row, named=True), pool.mentors.row(column, named=True)
    names = who.of_pair(pool, row, column)
    points = round(explanation.score * 100)
    title = say("{mentee} with {mentor}: {points} of 100 points", points=points, **names)
    counted = [part for part in explanation.parts if part.value is not None and part.weight > 0]
    asked = sides if pool.relation_type == "peer" else sides[1:]
    barred = [_not_for(side, speak, who) for side in asked]
    rows = []
    for part in counted:
        width, cells = round(100 * (part.value or 0.0)), part_cells(part, sides, speak, who)
        rows.append(_ROW.format(*cells, width=width))
        if part.criterion.compares == "meanings":
            rows.append(same_row(pool, (row, column), speak))
        elif part.criterion.compares == "texts":
            rows.append(matched_row(pool, (row, column), speak, who))
    return _CARD.format(
        title=speak(title),
        sentence=speak(sentence(explanation, **names)),
        criterion=speak(say("What counts")),
        points=speak(say("Points")),
        **names,
        rows=Markup("").join(rows),
        unknown=_unknown(explanation, proposal, speak),
        own=each(_OWN, filter(None, [*barred, *(own_columns(side, speak, who) for side in sides)])),
    )


def _not_for(person: Mapping[str, Any], speak: Speaker, names: Names) -> str:
    """What takes points off where the other wants to learn it; nothing while the name is hidden."""
    barred = [] if person["id"] in names.hidden else person.get(NOT_FOR) or []
    said = say("Rather not with {name}: {what}. A goal among these takes points off.", what=list(barred))
    return speak(said.filled(name=names[person["id"]])) if barred else ""


def own_columns(person: Mapping[str, Any], speak: Speaker, names: Names) -> str:
    """What counts for nothing and the columns of the coordinator's own; nothing while the name is hidden."""
    given = {name: person[name] for name in UNCOUNTED if person.get(name)}
    listed = {name: value if isinstance(value, list) else [value] for name, value in given.items()}
    told = [f"{speak(ANSWERS[name].label)}: {', '.join(map(speak.write, of))}" for name, of in listed.items()]
    told += person.get(OWN) or ()
    if not told or person["id"] in names.hidden:
        return ""
    said = say("Does not count, about {name}: {answers}.", name=names[person["id"]], answers="; ".join(told))
    return speak(said)


def quoted(person: dict[str, Any], columns: tuple[str, ...], speak: Speaker, names: Names) -> str:
    """What somebody answered for one criterion, as far as it may be shown now."""
    if person["id"] not in names.hidden:
        return quoted_answers(person, columns, speak)
    shown = tuple(column for column in columns if column not in IDENTIFYING)
    return quoted_answers(person, shown, speak) if shown else speak(say("hidden for now"))


def reached(part: Part) -> Message:
    """The points of one criterion, and how many there were to get."""
    return say("{points} of {most}", points=round(part.points * 100, 1), most=round(part.weight * 100, 1))


def part_cells(
    part: Part, sides: tuple[dict[str, Any], dict[str, Any]], speak: Speaker, names: Names
) -> tuple[str, ...]:
    """One criterion: what it is called, its points, and what mentee and mentor answered.

    Where it is the mean of several answers it says which are missing, and what the points rest on.
    """
    one, label = part.criterion, speak(part.criterion.label)
    read = (one.mentee_answers, one.mentor_answers)
    said = [quoted(side, columns, speak, names) for side, columns in zip(sides, read, strict=True)]
    basis = _basis(part, sides)
    if one.is_mean and len(basis) < len(one.answers):
        label = _BASED.format(label, speak(say("based on {answers}", answers=basis))) if basis else label
        said = [
            _with_missing(text, not_filled_in(side, columns), speak)
            for text, side, columns in zip(said, sides, read, strict=True)
        ]
    return label, speak(reached(part)), *said


def _basis(part: Part, sides: tuple[dict[str, Any], dict[str, Any]]) -> list[Message]:
    """The names of the answers that both gave."""
    mentee, mentor = sides
    pairs = part.criterion.answers
    return [ANSWERS[a].label for a, b in pairs if is_given(mentee.get(a)) and is_given(mentor.get(b))]


def _with_missing(said: str, missing: list[Message], speak: Speaker) -> str:
    """What somebody answered, and in grey what not."""
    grey = each(Markup('; <span class="mk-quiet">{}</span>'), map(speak, missing))
    return escape(said) + grey if said != "–" else grey[2:] or said


def _unknown(explanation: Explanation, proposal: Proposal, speak: Speaker) -> str:
    missing = explanation.unknown(proposal.settings.vector.tolist())
    if not missing:
        return speak(say("Both answered everything that counts here."))
    labels = [criterion.label for criterion in missing]
    return speak(say("Left out, because an answer is missing: {criteria}.", criteria=labels))
