"""What a rule is said to be worth, beside what it really is worth in simulated programmes."""

from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest
from numpy.random import default_rng

from mentorkit.model import Closure, Pair
from mentorkit.progress.hit_rates import HitRate, hit_rates
from mentorkit.progress.known import KnownPair, NotedPairs
from mentorkit.progress.signals import RULES, silence
from mentorkit.progress.signals.signal import SignalRule, fixed
from mentorkit.text import say
from tests.benchmarks.simulated import DAYS, STARTED, Year, snapshot_of
from tests.progress.programmes import meeting, pair, programme

pytestmark = pytest.mark.no_cover  # the same lines again and again

END = STARTED + timedelta(days=DAYS + 90)


def useless(seed: int) -> SignalRule:
    """Names three of ten pairs on any day, whatever happens to them."""

    def compute(known: KnownPair) -> tuple[float, date]:
        drawn = default_rng([seed, int(known.pair.id[1:]), known.today.toordinal()]).random()
        return float(drawn), known.started_on

    words = say("Useless")
    return SignalRule("useless", words, words, words, words, compute, amber=fixed(0.7))


@pytest.fixture(scope="module")
def measured() -> dict[str, list[HitRate]]:
    """The hit rates of every rule and of a useless one in two dozen programmes."""
    found = defaultdict(list)
    for seed in range(24):
        year = Year(seed)
        noted = NotedPairs(snapshot_of(year.story.rows(END)))
        for one in hit_rates(noted, END, (*RULES, useless(seed))):
            found[one.rule].append(one)
    return found


def pooled(rates: list[HitRate]) -> HitRate:
    counts = Counter()
    for one in rates:
        counts.update(named=one.named, named_ended=one.named_ended, left=one.left, left_ended=one.left_ended)
    return HitRate(rates[0].rule, **counts)


def test_a_useless_rule_is_called_useless(measured):
    verdicts = Counter(one.verdict for one in measured["useless"])
    assert verdicts["tells"] <= 2
    assert verdicts["tells_nothing"] >= 20
    assert sum(one.named for one in measured["useless"]) > 500


def test_a_rule_that_tells_something_is_called_so_more_often_than_not(measured):
    for key in ("silence", "cancelled", "few_talks"):
        verdicts = Counter(one.verdict for one in measured[key])
        assert verdicts["tells"] > verdicts["tells_nothing"], key
        together = pooled(measured[key])
        assert together.share > 2 * together.left_ended / together.left


def test_the_intervals_of_hit_rates_cover_the_truth_in_93_to_97_of_a_hundred(measured):
    """The truth is the share in all programmes together."""
    covered = []
    for rates in measured.values():
        truth = pooled(rates).share
        covered += [one.interval[0] <= truth <= one.interval[1] for one in rates if one.named]
    assert len(covered) > 300
    assert 0.93 <= sum(covered) / len(covered) <= 0.97


def ended(number: int, after: int | None, kind: str = "early") -> tuple[Pair, ...]:
    own = pair(number)
    if after is None:
        return (own,)
    last = own.confirmed_on + timedelta(days=after)
    closing = Closure.model_validate({"id": own.id, "pair_id": own.id, "kind": kind, "ended_on": last})
    return own.model_copy(update={"ended_on": last}), closing


def rate(today: int, *rows) -> HitRate:
    """The hit rate of silence; every pair talked once, ten days after its start, in a rhythm of 30 days."""
    noted = NotedPairs(programme(*rows))
    first = min(one.confirmed_on for one in noted.pairs)
    (found,) = hit_rates(noted, first + timedelta(days=today), [silence.RULE])
    return found


@pytest.mark.parametrize(
    ("after", "today", "expected"),
    [
        (None, 149, (0, 0, 0, 0)),  # three months after the first look are not over
        (None, 150, (0, 0, 1, 0)),  # silent for 50 days: not named
        (None, 240, (1, 0, 1, 0)),  # named on day 150, and together
        (60, 200, (0, 0, 0, 0)),  # ended on the day of the look
        (61, 200, (0, 0, 1, 1)),
        (150, 200, (0, 0, 1, 1)),
        (151, 200, (1, 1, 1, 0)),
    ],
)
def test_what_counts_is_the_three_months_after_a_look(after, today, expected):
    found = rate(today, *ended(1, after), meeting(10))
    assert (found.named, found.named_ended, found.left, found.left_ended) == expected


def test_an_end_as_planned_is_no_early_end():
    assert rate(200, *ended(1, 100, "planned"), meeting(10)).left_ended == 0


def test_what_is_noted_after_a_look_changes_nothing_of_it():
    before = rate(240, *ended(1, None), meeting(10))
    assert rate(240, *ended(1, None), meeting(10), meeting(151)) == before
    assert rate(240, *ended(1, None), meeting(10), meeting(149)) != before


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((14, 5, 46, 4), "too_little"),  # nine early ends
        ((14, 6, 46, 4), "tells"),
        ((14, 3, 46, 10), "tells_nothing"),
        ((0, 0, 60, 20), "too_little"),
        ((60, 20, 0, 0), "too_little"),
    ],
)
def test_a_rule_tells_something_from_ten_early_ends_on_when_chance_seldom_does_it(counts, expected):
    assert HitRate("one", *counts).verdict == expected


def test_a_rule_that_named_nobody_says_nothing():
    assert (HitRate("one").share, HitRate("one").interval) == (None, (0.0, 1.0))
