"""Cards for a matching meeting: one page to print, two or four pairs on every sheet of A4."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal, explain, sentence
from mentorkit.matching.explain import Part
from mentorkit.text import Speaker, say
from mentorkit.text.compare import bare
from mentorkit.views.names import Names
from mentorkit.views.pairing.card import part_cells, reached
from mentorkit.views.pairing.pairs import STATUS_LABELS, status_of
from mentorkit.views.printed import printed_page
from mentorkit.views.table import each

_STYLE = Path(__file__).with_suffix(".css")
_BODY = Markup('<main class="{}"><header><h1>{}</h1><p class="quiet">{}</p></header>{}</main>')
_CARD = Markup(
    '<article class="card"><div class="head"><h2>{pair}</h2><span class="points">{points}</span></div>'
    '<p>{sentence}</p><table><thead><tr><th scope="col">{what}</th><th scope="col">{reached}</th>'
    '<th scope="col">{mentee}</th><th scope="col">{mentor}</th></tr></thead><tbody>{rows}</tbody></table>'
    '<p class="quiet">{status}</p><div class="verdict">{boxes}<span class="line">{note}</span></div>'
    "</article>"
)

_ROW = Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>')
_VERDICTS = (say("yes"), say("no"), say("talk first"))
_HOW = say("Tick what you think of each pair together, and write down why.")
_QUOTED_OF_FOUR = 3
"""Criteria of which a small card quotes the answers; of the others it has the points."""


def meeting_cards(
    snapshot: Snapshot, proposal: Proposal, speak: Speaker, on_a_sheet: Literal["two", "four"] = "two"
) -> str:
    """A whole HTML page without anything from outside: every pair of the plan, by name of the mentee.

    Names and answers that tell who somebody is are left out where the programme hides them;
    who asked not to be paired with whom is never on a card.
    """
    names = Names.of(snapshot)
    mentees = proposal.pool.candidates.mentees["id"].to_list()
    rows = sorted(proposal.placed.tolist(), key=lambda row: bare(names[mentees[row]]))
    title = say("Cards for {programme}", programme=snapshot.programme.name)
    most = None if on_a_sheet == "two" else _QUOTED_OF_FOUR
    cards = Markup("").join(_card(proposal, row, names, speak, most) for row in rows)
    body = _BODY.format(on_a_sheet, speak(title), speak(_HOW), cards)
    return printed_page(title, body, speak, _STYLE)


def _card(proposal: Proposal, row: int, who: Names, speak: Speaker, most: int | None) -> Markup:
    """One pair; with `most` it quotes the answers of so many criteria, those with most points."""
    column, candidates = int(proposal.mentor_of[row]), proposal.pool.candidates
    sides = candidates.mentees.row(row, named=True), candidates.mentors.row(column, named=True)
    explanation, names = explain(proposal, row, column), who.of_pair(candidates, row, column)
    counted = [part for part in explanation.parts if part.value is not None and part.weight > 0]
    counted.sort(key=lambda part: -part.points)
    quoted, others = counted[:most], counted[len(counted[:most]) :]
    status = speak(STATUS_LABELS[status_of(proposal, row)]).capitalize()
    return _CARD.format(
        pair=speak(say("{mentee} with {mentor}", **names)),
        points=speak(say("{points} of 100 points", points=round(explanation.score * 100))),
        sentence=speak(sentence(explanation, **names)),
        what=speak(say("What counts")),
        reached=speak(say("Points")),
        **names,
        rows=Markup("").join(_ROW.format(*part_cells(part, sides, speak, who)) for part in quoted),
        status=". ".join([status, *([_rest(others, speak)] if others else [])]),
        boxes=each(Markup('<span><i class="box"></i>{}</span>'), map(speak, _VERDICTS)),
        note=speak(say("Because:")),
    )


def _rest(parts: Sequence[Part], speak: Speaker) -> str:
    """The points of the criteria that are not quoted."""
    told = [
        say("{criterion}: {points}", criterion=part.criterion.label, points=reached(part)) for part in parts
    ]
    return speak(say("Also: {criteria}", criteria=told))
