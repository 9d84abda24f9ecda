"""How pairs are made: what counts, what must be so, who decides, and what is never used."""

from collections.abc import Collection, Iterator

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, RULES
from mentorkit.matching.aims import aim_of
from mentorkit.matching.rules.rule import Rule
from mentorkit.model.programme import KINDS
from mentorkit.sharing.play import Played, example_part
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.evaluation.report import ReportPart

_DECIDES = (
    say("A person decides: mentorkit works out a proposal, and the coordinator confirms each pair."),
    say("The coordinator can keep, choose or rule out any pair by hand, and writes down why."),
    say("The points say how well two people fit together; they say nothing about a person by itself."),
    say("The same answers and weights always give the same proposal; nothing is learnt from people."),
)
_NEVER = (
    say("Gender, age and origin were not used."),
    say("Health, belief, family, pay, absence and how somebody is rated at work are not asked."),
    say("What mentor and mentee tell each other is kept nowhere."),
    say("Points and pairs are not used to judge anybody or to choose people for other work."),
)


def pairing_parts(snapshot: Snapshot, found: Played, speak: Speaker) -> Iterator[ReportPart]:
    """Who decides, criteria with weights and reasons, conditions, and what is never used."""
    programme = snapshot.programme
    weights = found.now.settings.weights
    yield ReportPart(say("Who decides"), _DECIDES)
    used = sorted(CRITERIA, key=lambda one: -weights[one.key])
    rows = [(speak(one.label), speak.write(weights[one.key]), speak(one.reason)) for one in used]
    aim = aim_of(programme.aim)
    lines = say("Aim: {aim}.", aim=aim.label), aim.meaning, _MISSING
    yield ReportPart(say("What counts"), lines, (say("Criterion"), say("Weight"), say("Why it counts")), rows)
    kinds = [KINDS[kind] for kind in (programme.relation_type, *programme.other_types)]
    offered = say_count(
        "Kind of mentoring: {kinds}.", "{n} kinds of mentoring: {kinds}.", len(kinds), kinds=kinds
    )
    rules = [(speak(one.label), speak(_standing(one, programme.rules_off))) for one in RULES]
    yield example_part(found, speak)
    yield ReportPart(say("Conditions"), (offered, _FORBID), (say("Condition"), say("Counts")), rules)
    yield ReportPart(say("What is never used"), _NEVER)


_MISSING = say("A question that somebody left open counts neither for nor against.")
_FORBID = say("A pair that does not meet a condition is not proposed, however many points it has.")


def _standing(rule: Rule, off: Collection[str]) -> Message:
    return say("always") if rule.is_fixed else say("yes") if rule.is_on(off) else say("switched off")
