"""Who cannot be placed, the proof of it, and what would help most."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from mentorkit.matching import Proposal
from mentorkit.matching.criteria.goal_coverage import CRITERION
from mentorkit.matching.insight.recruits import Recruit, recruits
from mentorkit.matching.insight.rule_costs import RuleCost
from mentorkit.matching.insight.shortage import SeatValue, Shortage, core, seat_values, shortages
from mentorkit.matching.unplaced import alone_by_language, turnout
from mentorkit.model.fields import of_kind
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.names import Names
from mentorkit.views.pairing.rules import cost_line
from mentorkit.views.quotes import quoted_answers
from mentorkit.views.table import folded_away, paragraphs, plain_list

_SHOWN = 3


def shortage_section(proposal: Proposal, costs: Sequence[RuleCost], names: Names, speak: Speaker) -> Markup:
    """Why nobody else can be placed and what would help; nothing when nobody waits."""
    if not turnout(proposal).waiting:
        return Markup("")
    found = shortages(proposal)
    parts = [shortage_part(proposal, one, core(proposal, one), names, speak) for one in found if one.mentors]
    if alone := without_mentors(found):
        parts.append(paragraphs([alone], speak))
    parts.append(remedies(proposal, seat_values(proposal), costs, names, speak))
    parts.append(recruit_list(proposal, recruits(proposal), speak))
    title = speak(say("Why nobody else can be placed, and what would help"))
    section = Markup('<section class="mk-shortage"><h2>{}</h2>{}</section>')
    return section.format(title, Markup("").join(parts))


def shortage_proof(shortage: Shortage) -> Message:
    """Why these mentees do not all fit, in one sentence."""
    mentors = say_count("one mentor", "these {n} mentors", len(shortage.mentors))
    places = say_count("{n} free place", "{n} free places", shortage.seats)
    return say_count(
        "One mentee can only go to {mentors}, with {places} in all: {short} too few.",
        "These {n} mentees can only go to {mentors}, with {places} in all: {short} too few.",
        len(shortage.mentees),
        mentors=mentors,
        places=places,
        short=shortage.short,
    )


def without_mentors(shortages: Sequence[Shortage]) -> Message | None:
    """How many mentees may go to no mentor at all; None when there are none."""
    alone = sum(not one.mentors for one in shortages)
    if not alone:
        return None
    return say_count(
        "{n} mentee cannot be placed with any mentor; more places would not help there.",
        "{n} mentees cannot be placed with any mentor; more places would not help there.",
        alone,
    )


def shortage_part(
    proposal: Proposal, shortage: Shortage, core: Shortage, names: Names, speak: Speaker
) -> Markup:
    """The proof with the names behind it, and the smallest part that proves it by itself."""
    page = paragraphs([shortage_proof(shortage)], speak)
    page += _folded(say("Who they are"), _names(proposal, shortage, names), speak)
    if core != shortage:
        smallest = [shortage_proof(core), *_names(proposal, core, names)]
        page += _folded(say("The smallest group that shows it"), smallest, speak)
    return page


def seat_line(value: SeatValue, proposal: Proposal, names: Names) -> Message:
    """What one more place with a mentor would add."""
    mentor = names[proposal.pool.candidates.mentors["id"][value.column]]
    return say("One more place with {mentor}: {gain}.", mentor=mentor, gain=_gain(value.placed, value.points))


def recruit_line(recruit: Recruit, proposal: Proposal, speak: Speaker) -> Message:
    """Whom to look for, by what such a mentor would offer and speak, and what that would add."""
    person = proposal.pool.candidates.mentors.row(recruit.column, named=True)
    return say(
        "One more mentor like this: {gain} ({answers}).",
        answers=quoted_answers(person, (*CRITERION.mentor_answers, *of_kind("language codes")), speak),
        gain=_gain(recruit.placed, recruit.points),
    )


def remedies(
    proposal: Proposal, seats: Sequence[SeatValue], costs: Sequence[RuleCost], names: Names, speak: Speaker
) -> Markup:
    """More places, and conditions that can be off: what places somebody first; empty without any.

    Who speaks a language that no mentor speaks is helped by such a mentor.
    """
    alone, advice = alone_by_language(proposal)
    people = sorted(names[proposal.pool.candidates.mentees["id"][row]] for row in alone)
    lines = [(1, speak(say("{advice} That helps {names}.", advice=advice, names=people)))] if alone else []
    lines += [(value.placed, speak(seat_line(value, proposal, names))) for value in seats[:_SHOWN]]
    lines += [
        (cost.placed, f"{speak(cost.rule.label)}: {speak(cost_line(cost))}.")
        for cost in costs
        if cost.placed > 0
    ]
    ordered = sorted(lines, key=lambda line: not line[0])
    return _list(say("What would help"), [line for _, line in ordered], speak)


def recruit_list(proposal: Proposal, wanted: Sequence[Recruit], speak: Speaker) -> Markup:
    """The mentors to look for, best first; empty without any."""
    lines = [speak(recruit_line(one, proposal, speak)) for one in wanted]
    return _list(say("Whom to look for"), lines, speak)


def _gain(placed: int, points: float) -> Message:
    if placed > 0:
        return say_count("{n} more mentee placed", "{n} more mentees placed", placed)
    shown = round(points * 100)
    return say_count("{n} point more in total", "{n} points more in total", shown)


def _names(proposal: Proposal, shortage: Shortage, names: Names) -> list[Message]:
    candidates = proposal.pool.candidates
    mentees = sorted(names[candidates.mentees["id"][row]] for row in shortage.mentees)
    mentors = sorted(names[candidates.mentors["id"][column]] for column in shortage.mentors)
    return [
        say_count("The mentee: {names}", "The {n} mentees: {names}", len(mentees), names=mentees),
        say_count("The mentor: {names}", "The {n} mentors: {names}", len(mentors), names=mentors),
    ]


def _folded(title: Message, lines: Iterable[Message], speak: Speaker) -> Markup:
    return folded_away(title, paragraphs(lines, speak), speak)


def _list(title: Message, lines: Sequence[str], speak: Speaker) -> Markup:
    return Markup("<h3>{}</h3>{}").format(speak(title), plain_list(lines)) if lines else Markup("")
