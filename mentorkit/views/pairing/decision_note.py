"""The decision in words: one page to print and keep, for whoever asks how the pairs were made."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, RULES, Reason
from mentorkit.matching.aims import aim_of
from mentorkit.matching.decision.replay import conditions_of, content_of, is_unaltered
from mentorkit.matching.ground import Ground
from mentorkit.matching.rules.rule import Rule
from mentorkit.matching.unplaced import by_rule, counted
from mentorkit.model import Decision, OverrideKind
from mentorkit.model.programme import KINDS
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.text.compare import bare
from mentorkit.views.names import Names
from mentorkit.views.pairing.ground import caveats, doubt
from mentorkit.views.pairing.plan_change import in_points
from mentorkit.views.pairing.spread import spread_sentence
from mentorkit.views.printed import printed_page
from mentorkit.views.table import each, html_table

_BODY = Markup("<main><h1>{}</h1>{}</main>")

_KINDS: Mapping[OverrideKind, Message] = {
    "lock": say("keep this pair"),
    "choose": say("make this the pair"),
    "forbid": say("not these two"),
}

_REASONS: Mapping[Reason, Message] = {
    Reason.NOBODY: say("There was nobody on the other side."),
    Reason.RULE: say("One condition ruled out everybody."),
    Reason.RULES: say("Nobody met all conditions at once."),
    Reason.FULL: say("Every mentor this mentee may go to was full."),
}

Section = tuple[Message, Sequence[Message | Markup | None]]


def decision_note(snapshot: Snapshot, decision: Decision, speak: Speaker) -> str:
    """A whole HTML page without anything from outside, with the pairs at its end; names as they show now.

    What an earlier version recorded in another form is told in its main numbers. Who asked
    not to be paired with whom is nowhere in it, but for what the coordinator wrote in a reason.
    """
    content = content_of(decision)
    sections = [_first(decision)]
    if content is None:
        text = say("This record was made by an earlier version of mentorkit, which kept it in another form.")
        sections.append((say("More about this decision"), [text]))
    else:
        names = Names.of(snapshot)
        sections += [
            _by_hand(content, names, speak),
            _what_counted(content, speak),
            _conditions(content, speak),
            _outcome(content),
            _not_placed(content, conditions_of(snapshot, decision, content), names, speak),
            _proof(content),
        ]
    sections.append(_check(decision, content))
    if content is not None and content["pairs"]:
        sections.append(_pairs(content["pairs"], names, speak))
    title = say("Decision on pairs: {programme}", programme=snapshot.programme.name)
    body = Markup("").join(_section(*section, speak) for section in sections)
    return printed_page(title, _BODY.format(speak(title), body), speak)


def _first(decision: Decision) -> Section:
    at = decision.decided_at.astimezone()
    what = say_count(
        "On {day} at {time}, {who} confirmed {n} pair.",
        "On {day} at {time}, {who} confirmed {n} pairs.",
        decision.pair_count,
        day=at.date(),
        time=f"{at:%H:%M}",
        who=decision.decided_by,
    )
    left = say_count("{n} mentee was not placed.", "{n} mentees were not placed.", decision.unplaced_count)
    return say("What was decided"), [what, left if decision.unplaced_count else None]


def _by_hand(content: Mapping[str, Any], names: Names, speak: Speaker) -> Section:
    """What a person decided, and what the program only proposed."""
    words = content["overrides"]
    text = say(
        "mentorkit worked out a proposal. {who} had the last word and confirmed it. No pair was made "
        "without that.",
        who=content["who"],
    )
    if not words:
        return say("What a person decided"), [text, say("No pair was set or ruled out by hand.")]
    count = say_count(
        "{n} pair was decided by hand, with a reason:",
        "{n} pairs were decided by hand, with a reason:",
        len(words),
    )
    rows = (
        (speak(_KINDS[word["kind"]]), names[word["mentee_id"]], names[word["mentor_id"]], word["reason"])
        for word in words
    )
    heads = (say("Word"), say("Mentee"), say("Mentor"), say("Reason"))
    return say("What a person decided"), [text, count, html_table(heads, rows, speak)]


def _what_counted(content: Mapping[str, Any], speak: Speaker) -> Section:
    """The aim, and the criteria with a weight, heaviest first, each with its reason."""
    weights, aim = content["weights"], aim_of(content["aim"])
    used = sorted((one for one in CRITERIA if weights.get(one.key)), key=lambda one: -weights[one.key])
    rows = ((speak(one.label), speak.write(weights[one.key]), speak(one.reason)) for one in used)
    unused = [one.label for one in CRITERIA if not weights.get(one.key)]
    points = in_points(round(content["unplaced_price"] * 100))
    price = say("The price of leaving one mentee out was {points}.", points=points)
    return say("What counted"), [
        say("Aim: {aim}.", aim=aim.label),
        aim.meaning,
        price if aim.is_priced else None,
        html_table((say("Criterion"), say("Weight"), say("Why it counts")), rows, speak),
        say("Did not count: {criteria}.", criteria=unused) if unused else None,
        say("Gender, age and origin were not used."),
    ]


def _conditions(content: Mapping[str, Any], speak: Speaker) -> Section:
    labels = [(rule.key, speak(rule.label)) for rule in RULES]
    on, off = ([label for key, label in labels if key in content[part]] for part in ("rules_on", "rules_off"))
    kinds = [KINDS[kind] for kind in (content["relation_type"], *content["other_types"])]
    return say("Conditions"), [
        say_count("Kind of mentoring: {kinds}.", "{n} kinds of mentoring: {kinds}.", len(kinds), kinds=kinds),
        say("Every new pair met these conditions:"),
        _list(on),
        say("Switched off:") if off else say("No condition was switched off."),
        _list(off),
    ]


def _list(lines: Sequence[str]) -> Markup | None:
    return Markup("<ul>{}</ul>").format(each(Markup("<li>{}</li>"), lines)) if lines else None


def _outcome(content: Mapping[str, Any]) -> Section:
    pairs = content["pairs"]
    scores = np.array([pair["score"] for pair in pairs])
    if not len(scores):
        return say("The proposal"), [say("There were no pairs.")]
    standing, ground = sum(not pair["is_new"] for pair in pairs), _ground(content)
    count = say_count("The proposal has {n} pair", "The proposal has {n} pairs", len(pairs))
    points = say(
        "{count}, with {mean} of 100 points on average; the lowest has {lowest}.",
        count=count,
        mean=int(np.rint(scores.mean() * 100)),
        lowest=int(np.rint(scores.min() * 100)),
    )
    before = say_count(
        "{n} of these pairs was confirmed before.", "{n} of these pairs were confirmed before.", standing
    )
    return say("The proposal"), [
        points if ground.is_enough else say("{count}.", count=count),
        doubt(ground),
        *caveats(ground),
        spread_sentence(scores) if ground.is_enough else None,
        before if standing else None,
    ]


def _not_placed(
    content: Mapping[str, Any], conditions: Mapping[str, Sequence[Rule]], names: Names, speak: Speaker
) -> Section:
    """Mentees by name, for somebody has to do something about them; mentors as a number."""
    left = content["unplaced"]
    mentees, out = _taking_part([one for one in left if one["role"] == "mentee"], conditions)
    alone = sum(one["role"] == "mentor" for one in left)
    rows = sorted((names[one["person"]], speak(_why(one, conditions))) for one in mentees)
    mentors = say_count("{n} mentor had no mentee.", "{n} mentors had no mentee.", alone) if alone else None
    everybody = say("Every mentee who takes part had a mentor.") if out else say("Every mentee had a mentor.")
    table = html_table((say("Name"), say("Why")), rows, speak) if rows else everybody
    return say("Who was not placed"), [table, *out, mentors]


def _taking_part(
    mentees: Sequence[Mapping[str, Any]], conditions: Mapping[str, Sequence[Rule]]
) -> tuple[list[Mapping[str, Any]], list[Message]]:
    """Those who take part, and how many of the others stay out by what."""
    by = {one["person"]: [r for r in conditions.get(one["person"], ()) if r.stays_out] for one in mentees}
    taking = [one for one in mentees if not by[one["person"]]]
    return taking, [say("{who}.", who=counted(rule, n)) for rule, n in by_rule(chain(*by.values()))]


def _why(one: Mapping[str, Any], conditions: Mapping[str, Sequence[Rule]]) -> Message:
    """Why somebody has no pair; a condition on what was told in confidence is not named."""
    rules, reason = conditions.get(one["person"], ()), Reason(one["reason"])
    is_whole = reason is (Reason.RULE if len(rules) == 1 else Reason.RULES)
    if not rules or not is_whole or any(rule.is_secret for rule in rules):
        return _REASONS[reason]
    labels = [say("‘{rule}’", rule=rule.label) for rule in rules]
    alone = say("Nobody met this condition: {rules}.", rules=labels)
    return alone if len(labels) == 1 else say("Nobody met these conditions at once: {rules}.", rules=labels)


def _pairs(pairs: Iterable[Mapping[str, Any]], names: Names, speak: Speaker) -> Section:
    """Every pair by name of the mentee, with its points."""
    rows = [(names[one["mentee"]], names[one["mentor"]], round(one["score"] * 100)) for one in pairs]
    rows.sort(key=lambda row: bare(row[0]))
    table = html_table((say("Mentee"), say("Mentor"), say("Points")), rows, speak)
    return say("The pairs"), [Markup('<div class="pairs">{}</div>').format(table)]


def _ground(content: Mapping[str, Any]) -> Ground:
    """What the points rested on, where that was too little; other records do not tell."""
    return Ground(**content["certificate"].get("ground", {}))


def _proof(content: Mapping[str, Any]) -> Section:
    proven, aim = content["certificate"], aim_of(content["aim"])
    if content["pairs"] and (why := doubt(_ground(content))):
        return say("Is it the best proposal?"), [say("That cannot be said."), why]
    if not proven["is_proven"]:
        gap = say(
            "The proposal meets all conditions, but is not proven to be the best: it may be up to "
            "{points} short.",
            points=in_points(round(proven["gap"] * 100, 2)),
        )
        return say("Is it the best proposal?"), [gap]
    return say("Is it the best proposal?"), [
        say("Proven around what was decided by hand or before: {proven}.", proven=aim.proven),
        say(
            "The proof is a price for every mentee and every place: with these prices no exchange of "
            "mentors gains anything. It is checked apart from the method that made the proposal."
        ),
        say(
            "Of proposals that are equally good, a fixed draw takes one; neither names nor the order of "
            "the sign-ups decide."
        ),
    ]


def _check(decision: Decision, content: Mapping[str, Any] | None) -> Section:
    lines = [say("Fingerprint of the record (SHA-256): {code}", code=decision.sha256)]
    if not is_unaltered(decision):
        lines.append(say("The record was altered after the decision: its fingerprint differs."))
    if content is not None:
        lines += [
            say("Fingerprint of the data: {code}", code=content["data_sha256"]),
            say("Made with mentorkit {version}.", version=content["mentorkit"]),
        ]
    lines.append(
        say(
            "To check: open the programme in mentorkit, go to the decisions and choose 'Work it out "
            "again'. The same data and settings give the same proposal, on any computer."
        )
    )
    return say("How to check this"), lines


def _section(title: Message, parts: Iterable[Message | Markup | None], speak: Speaker) -> Markup:
    inside = Markup("").join(
        part if isinstance(part, Markup) else Markup("<p>{}</p>").format(speak(part))
        for part in parts
        if part is not None
    )
    return Markup("<section><h2>{}</h2>{}</section>").format(speak(title), inside)
