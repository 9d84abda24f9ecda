"""What the points of a proposal rest on, in words: nothing, too little, or what was assumed."""

from mentorkit.matching.ground import Ground
from mentorkit.model.fields import OFFERED
from mentorkit.text import Message, say, say_count


def doubt(ground: Ground) -> Message | None:
    """Why the points cannot show which proposal is the best; None when they can."""
    if not ground.share:
        usual = say("no answer with a weight was given on both sides")
        return say("There is nothing to compare: {why}.", why=_lacking(ground) or usual)
    if ground.is_enough:
        return None
    if not ground.has_points:
        return say("No pair has points: what could be compared is nowhere alike.")
    return say("{rests}, too little to call a proposal the best.", rests=_rests(ground))


def rests_on(ground: Ground) -> Message:
    """The share of the weights that could be compared."""
    return say("{rests}.", rests=_rests(ground))


def caveats(ground: Ground) -> tuple[Message, ...]:
    """What does not count for want of answers, and what was assumed; empty when there is nothing to say."""
    why = _lacking(ground) if ground.share else None
    room = say_count(
        "Room for 1 mentee was assumed for {n} mentor, who did not say how many.",
        "Room for 1 mentee each was assumed for {n} mentors, who did not say how many.",
        ground.assumed,
    )
    lines = (say("Not counted: {why}.", why=why) if why else None, room if ground.assumed else None)
    return tuple(line for line in lines if line)


def before_confirming(ground: Ground) -> Message | None:
    """What to know before pairs are confirmed for which points speak too little; None when they do."""
    why = doubt(ground)
    if why is None:
        return None
    return say(
        "{why} You can confirm these pairs, but mentorkit cannot say that these people suit each other.",
        why=why,
    )


def _rests(ground: Ground) -> Message:
    return say("The points rest on {share}% of the weights", share=round(ground.share * 100))


def _lacking(ground: Ground) -> Message | None:
    if not ground.lacks:
        return None
    if len(ground.lacks) > 1:
        return say("no topics were read for any mentor and no goals for any mentee")
    if OFFERED in ground.lacks:
        return say("no topics were read for any mentor")
    return say("no goals were read for any mentee")
