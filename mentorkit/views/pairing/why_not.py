"""Why not this pair, in words: the price, who would move, and what single change would do."""

from markupsafe import Markup

from mentorkit.matching import Move, Proposal
from mentorkit.matching.aims.pair_price import Price
from mentorkit.matching.insight.why_not import Pass, Verdict, WhyNot
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.names import Names
from mentorkit.views.pairing.pairs import against
from mentorkit.views.pairing.plan_change import in_points, move_line, signed
from mentorkit.views.table import each, titled_list

_NOTHING = Markup("")


def why_not_block(
    proposal: Proposal, reason: WhyNot, speak: Speaker, who: Names, changes: Markup = _NOTHING
) -> Markup:
    """The whole answer as safe HTML: one sentence, the own gain, who would move, and what would change it."""
    said = [why_not_sentence(proposal, reason, who), *_beside(proposal, reason)]
    if reason.answer is Verdict.FORBIDDEN:
        said += against(proposal, reason.row, reason.column, who)
    lines = each(Markup('<p class="mk-lead">{}</p>'), map(speak, said))
    moves = [move_line(_move(proposal, one), who) for one in reason.passes]
    title = say("Why not {mentor}?", **names(proposal, reason.row, reason.column, who))
    moving = titled_list(_moving(proposal, reason, who), map(speak, moves), speak)
    page = Markup('<section class="mk-card"><h3>{}</h3>{}{}{}</section>')
    return page.format(speak(title), lines, moving, changes)


def why_not_sentence(proposal: Proposal, reason: WhyNot, who: Names) -> Message:
    """The answer in one sentence."""
    called = names(proposal, reason.row, reason.column, who)
    if reason.answer is Verdict.COSTS and reason.price:
        return _cost(proposal, reason, reason.price, called)
    match reason.answer:
        case Verdict.PAIR:
            return say("{mentee} is with {mentor} in this proposal.", **called)
        case Verdict.DECIDED:
            return say("You decided on {mentee} with {other}; take that back first.", **called)
        case Verdict.FORBIDDEN:
            return say("{mentee} with {mentor} is ruled out, so there is no price.", **called)
        case Verdict.FULL:
            return say("All places of {mentor} are taken by pairs you decided on.", **called)
        case _:
            return say("A coin toss: a proposal with {mentee} and {mentor} is exactly as good.", **called)


def alternatives_block(
    proposal: Proposal, reasons: tuple[WhyNot, ...], speak: Speaker, names: Names
) -> Markup:
    """The next best mentors of a mentee, each with the price in one sentence; empty without any."""
    lines = [why_not_sentence(proposal, reason, names) for reason in reasons]
    return titled_list(say("Other good mentors"), map(speak, lines), speak)


def names(proposal: Proposal, row: int, column: int, names: Names) -> dict[str, str]:
    """The names of a mentee, a mentor and the mentor she has now (empty for none)."""
    candidates, own = proposal.pool.candidates, int(proposal.mentor_of[row])
    other = names[candidates.mentors["id"][own]] if own >= 0 else ""
    return names.of_pair(candidates, row, column) | {"other": other}


def points_of(score: float) -> Message:
    """An amount of points; small ones to a tenth, and never a price of nought.

    >>> from mentorkit.text import speaker
    >>> [speaker("en")(points_of(score)) for score in (0.421, 0.0571, 0.0001)]
    ['42 points', '5.7 points', 'less than a tenth of a point']
    """
    shown = round(score * 100, 0 if score >= 0.1 else 1)
    return in_points(shown) if shown else say("less than a tenth of a point")


def _cost(proposal: Proposal, reason: WhyNot, cost: Price, called: dict[str, str]) -> Message:
    """What the programme would lose, in the order of what counts first."""
    pair = say("{mentee} with {mentor}", **called)
    if called["other"]:
        pair = say("{mentee} with {mentor} instead of {other}", **called)
    if cost.placed:
        return say_count(
            "{pair} would leave {n} mentee more without a mentor.",
            "{pair} would leave {n} mentees more without a mentor.",
            cost.placed,
            pair=pair,
        )
    if cost.least:
        return say_count(
            "{pair} would leave {n} place more of a minimum empty.",
            "{pair} would leave {n} places more of a minimum empty.",
            cost.least,
            pair=pair,
        )
    if not proposal.aim.sums_points:
        return _weakest(reason, pair)
    share = round(100 * cost.score / proposal.total, 1) if proposal.total else 0.0
    if not share:
        return say("{pair} would cost the programme {points}.", pair=pair, points=points_of(cost.score))
    return say(
        "{pair} would cost the programme {points} ({share}%).",
        pair=pair,
        points=points_of(cost.score),
        share=share,
    )


def _weakest(reason: WhyNot, pair: Message) -> Message:
    """What the pair would do to the pairs that count first when the weakest are protected."""
    if reason.lowest > 0:
        return say(
            "{pair} would lower the lowest pair of the proposal by {points}.",
            pair=pair,
            points=points_of(reason.lowest),
        )
    return say("{pair} would lower a weaker pair.", pair=pair)


def _beside(proposal: Proposal, reason: WhyNot) -> list[Message]:
    """What else there is to know: the points where something else counts first, and the own gain."""
    found = []
    last = not proposal.aim.sums_points or (reason.price and (reason.price.placed or reason.price.least))
    if reason.price and last and round(reason.price.score, 4):
        found.append(say("Points of the whole proposal: {gain}.", gain=signed(-reason.price.score)))
    if reason.own_gain is not None:
        found.append(say("This pair itself: {gain} against the present one.", gain=signed(reason.own_gain)))
    return found


def _moving(proposal: Proposal, reason: WhyNot, who: Names) -> Message:
    """What stands above the moves: whether a place has to be made first."""
    mentor = names(proposal, reason.row, reason.column, who)["mentor"]
    if any(one.before == reason.column for one in reason.passes):
        return say("{mentor} is full, so somebody makes room. Who would move:", mentor=mentor)
    return say("Who would move:")


def _move(proposal: Proposal, one: Pass) -> Move:
    """A move by the ids of people."""
    candidates = proposal.pool.candidates
    mentors = candidates.mentors["id"]
    before, after = (mentors[place] if place >= 0 else None for place in (one.before, one.after))
    return Move(candidates.mentees["id"][one.row], before, after, one.gain)
