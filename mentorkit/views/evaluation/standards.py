"""Where a programme stands by the standards of others, in its own judgement, with what proves each point."""

from collections.abc import Iterator, Mapping, Sequence

from mentorkit.evaluation.standards import AWARDS, Award, Reached, lacking
from mentorkit.text import Message, Speaker, say
from mentorkit.views.evaluation.report import ReportPart
from mentorkit.views.programme.checklist import Checked, standing_of

EMCC: Mapping[str, Message] = {
    "purpose": say("What it is for"),
    "briefing": say("Training and briefing"),
    "pairing": say("Choosing people and pairing them"),
    "review": say("Measuring and looking back"),
    "ethics": say("Ethics and care for people"),
    "running": say("Support and running it"),
}
"""The six standards of EMCC Global's ISMCP, in our own words."""

ELEMENTS: Mapping[str, Message] = {
    "planning": say("Planning and leading"),
    "recruiting": say("Recruiting"),
    "screening": say("Screening"),
    "training": say("Training"),
    "matching": say("Matching and beginning"),
    "support": say("Following and supporting"),
    "closure": say("Closing"),
}
"""The elements of MENTOR (4th edition), in our own words; what is about minors is left out."""

_AWARDS: Mapping[Award, Message] = {"bronze": say("bronze"), "silver": say("silver"), "gold": say("gold")}

_LACKS = say("For {award} ({all}% of all points, {each}% of each standard) at least {n} more are needed.")
_THERE = say("For {award} ({all}% of all points, {each}% of each standard) the points are there.")

UNOFFICIAL = say(
    "Your own judgement and no accreditation. EMCC has its own text, and gives an award only through its "
    "assessors, to a programme that went through a whole cycle, for three years."
)
REACHED_HEADS = (say("Standard"), say("Met"), say("%"))
POINT_HEADS = (say("Point"), say("What proves it"))


def by_standard(found: Sequence[Checked]) -> dict[str, list[Checked]]:
    """The points of each standard of EMCC; a point may belong to two."""
    return {key: [one for one in found if key in one.point.emcc] for key in EMCC}


def award_lines(found: Sequence[Checked]) -> Iterator[Message]:
    """How far it is, and for each award how many points more it would take."""
    counted = [one for one in found if one.point.emcc]
    overall, standards = _reached(counted), {key: _reached(own) for key, own in by_standard(found).items()}
    twice = sum(len(one.point.emcc) > 1 and not one.is_met for one in counted)
    met = say("{met} of {all} points are met: {percent}%.")
    yield met.filled(met=overall.met, all=overall.all, percent=overall.percent)
    for award, (of_all, of_each) in AWARDS.items():
        lacks = lacking(overall, standards, twice, award)
        said = _LACKS if lacks else _THERE
        yield said.filled(award=_AWARDS[award], all=of_all, each=of_each, n=lacks)


def emcc_rows(found: Sequence[Checked], speak: Speaker) -> Iterator[tuple[str, str, str]]:
    """A line for each standard of EMCC."""
    for key, own in by_standard(found).items():
        yield _row(EMCC[key], own, speak)


def element_rows(found: Sequence[Checked], speak: Speaker) -> Iterator[tuple[str, str, str]]:
    """A line for each element of MENTOR."""
    for key, name in ELEMENTS.items():
        yield _row(name, [one for one in found if one.point.element == key], speak)


def standards_pack(found: Sequence[Checked], speak: Speaker) -> Iterator[ReportPart]:
    """What goes into the pack: the summary, and each standard with its points and what proves them."""
    yield ReportPart(say("Where the programme stands"), (UNOFFICIAL, *award_lines(found)))
    for key, own in by_standard(found).items():
        rows = [(speak.wording(one.point.wording), speak(standing_of(one))) for one in own]
        yield ReportPart(EMCC[key], (), POINT_HEADS, rows)
    mentor = [f"{name}: {met}, {share}%" for name, met, share in element_rows(found, speak)]
    yield ReportPart(say("By the elements of MENTOR"), mentor)


def _row(name: Message, own: Sequence[Checked], speak: Speaker) -> tuple[str, str, str]:
    reached = _reached(own)
    met = say("{met} of {all}", met=reached.met, all=reached.all)
    return speak(name), speak(met), speak.write(reached.percent)


def _reached(own: Sequence[Checked]) -> Reached:
    return Reached(sum(one.is_met for one in own), len(own))
