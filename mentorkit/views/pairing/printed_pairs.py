"""The proposal on paper: what counted, every pair under heads that every sheet repeats, who is left."""

from collections.abc import Mapping

from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.matching import RULES, Proposal, unplaced
from mentorkit.model import Role
from mentorkit.text import Message, Speaker, say
from mentorkit.text.compare import bare
from mentorkit.views.names import Names
from mentorkit.views.pairing.headline import first_lines
from mentorkit.views.pairing.pairs import STATUS_LABELS, Status, pair_rows
from mentorkit.views.printed import printed_page
from mentorkit.views.table import html_table, paragraphs

_BODY = Markup("<main><h1>{}</h1>{}<section><h2>{}</h2>{}</section><section><h2>{}</h2>{}</section>{}</main>")


def printed_pairs(snapshot: Snapshot, proposal: Proposal, speak: Speaker) -> str:
    """A whole HTML page without anything from outside, by name of the mentee; names as they show now."""
    title = say("Pairs of {programme}", programme=snapshot.programme.name)
    lines = [line for line in first_lines(snapshot, proposal) if line]
    body = _BODY.format(
        speak(title),
        paragraphs(lines, speak),
        speak(say("What counted")),
        paragraphs(what_counted(proposal), speak),
        speak(say("The pairs")),
        _table(snapshot, proposal, speak),
        _left(snapshot, proposal, speak),
    )
    return printed_page(title, body, speak)


def what_counted(proposal: Proposal) -> list[Message]:
    """The weights and the aim, and the conditions that were switched off."""
    settings = proposal.settings
    weights = [(float(settings.vector[place]), one.label) for place, one in settings.criteria_on.items()]
    weights.sort(key=lambda one: -one[0])
    told = [say("{criterion}: {points}", criterion=label, points=weight) for weight, label in weights]
    off = [rule.label for rule in RULES if rule not in settings.rules_on]
    return [
        say("Weights, from 0 to 100: {weights}.", weights=told),
        say("Aim: {aim}.", aim=proposal.aim.label),
        *([say("Switched off: {conditions}.", conditions=off)] if off else []),
    ]


def _table(snapshot: Snapshot, proposal: Proposal, speak: Speaker) -> Markup:
    wanted = pair_rows(snapshot, proposal).select("mentee", "mentor", "points", "status")
    rows = sorted(wanted.iter_rows(), key=lambda row: bare(row[0]))
    cells = ((*row[:3], speak(STATUS_LABELS[Status(row[3])])) for row in rows)
    return html_table((say("Mentee"), say("Mentor"), say("Points"), say("Status")), cells, speak)


def _left(snapshot: Snapshot, proposal: Proposal, speak: Speaker) -> Markup:
    """Who is not placed, of both sides; why is not on a paper that may lie about."""
    names, people = Names.of(snapshot), unplaced(proposal)
    titles: Mapping[Role, Message] = {
        "mentee": say("Mentees without a mentor"),
        "mentor": say("Mentors without a mentee"),
    }
    section, told = Markup("<section><h2>{}</h2><p>{}</p></section>"), Markup("")
    for role, title in titles.items():
        if left := sorted((names[one.person] for one in people if one.role == role), key=bare):
            told += section.format(speak(title), speak.write(left))
    return told
