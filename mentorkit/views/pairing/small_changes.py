"""Which single change would make a pair part of a best plan, in words."""

from markupsafe import Markup

from mentorkit.matching import Proposal
from mentorkit.matching.insight.changed_answer import ChangedAnswer
from mentorkit.matching.insight.other_weights import OtherWeight
from mentorkit.matching.insight.smallest_change import MorePlace, SmallChange, WithoutRule
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.names import Names
from mentorkit.views.quotes import quoted_answers
from mentorkit.views.table import titled_list

_LINE = Markup('{} <span class="mk-quiet">{}</span>')


def small_changes_block(
    proposal: Proposal, pair: tuple[int, int], changes: tuple[SmallChange, ...], speak: Speaker, names: Names
) -> Markup:
    """The changes as a list, smallest first, with how many mentees each would move."""
    if not changes:
        none = say(
            "No single weight, condition, place or answer would make these two part of a best proposal."
        )
        return Markup('<p class="mk-quiet">{}</p>').format(speak(none))
    lines = (
        _LINE.format(speak(change_line(proposal, pair, change, speak, names)), speak(_moved(change)))
        for change in changes
    )
    return titled_list(say("These two would be part of a best proposal:"), lines, speak)


def change_line(
    proposal: Proposal, pair: tuple[int, int], change: SmallChange, speak: Speaker, names: Names
) -> Message:
    """One change as a condition that begins with 'if'; answers are quoted as the reader says them."""
    match change.what:
        case MorePlace(column):
            return say(
                "if {mentor} had one more place", mentor=names[proposal.pool.candidates.mentors["id"][column]]
            )
        case OtherWeight(criterion, before, weight):
            return say(
                "if the weight of {criterion} were {weight} (now {before})",
                criterion=criterion.label,
                weight=weight,
                before=before,
            )
        case WithoutRule(rule):
            return say("without the condition: {rule}", rule=rule.label)
        case ChangedAnswer():
            called = names.of_pair(proposal.pool.candidates, *pair)
            return _answer_line(change.what, called[change.what.side], speak)


def _answer_line(changed: ChangedAnswer, person: str, speak: Speaker) -> Message:
    """What somebody would have to answer: one of the answers of `possible_answers`."""
    if changed.answer == "is_trained":
        return say("if {person} followed the training or booked it", person=person)
    quoted = quoted_answers({changed.answer: list(changed.added)}, (changed.answer,), speak)
    return say("if {person} also answered “{answer}”", person=person, answer=quoted)


def _moved(change: SmallChange) -> Message:
    return say_count(
        "({n} mentee would get another mentor)", "({n} mentees would get another mentor)", change.moved
    )
