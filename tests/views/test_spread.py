"""The chart of the points: every pair counted once, nobody named."""

import pytest

from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.views.pairing.spread import spread_chart, spread_title
from tests.matching.small import mentee, mentor, plan, snapshot
from tests.workflows.cases import only, sample_plan


def bars(chart) -> dict[str, int]:
    (rows,) = chart.to_dict()["datasets"].values()
    return {row["points"]: row["pairs"] for row in rows}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pair_of_the_sample_is_in_one_bar(language: Language):
    result = sample_plan(language)
    chart = spread_chart(result.proposal, speaker(language))
    assert sum(bars(chart).values()) == len(result.proposal.placed)
    bands = [tuple(map(int, label.split("–"))) for label in bars(chart)]
    assert all(low == before + 1 for (_, before), (low, _) in zip(bands, bands[1:], strict=False))
    names = result.snapshot.people["full_name"].to_list()
    assert not any(name in chart.to_json() for name in names)
    # 'Vega visualization' was all that a screen reader said of it
    assert chart.to_dict()["description"] == speaker(language)(spread_title(result.proposal))


def test_none_and_all_points_have_their_bar_and_the_empty_ones_between_too():
    programme = snapshot(
        mentee("ann", city="Gent"), mentee("bea", city="Luik"), mentor("kim", city="Gent", capacity=2)
    )
    proposal = plan(programme, **only(proximity=10))
    shown = bars(spread_chart(proposal, speaker("en")))
    assert len(shown) == 20
    assert {label: count for label, count in shown.items() if count} == {"0–4": 1, "95–100": 1}
    assert spread_title(proposal).values == {"median": 50, "low": 0}


def test_a_plan_of_full_points_has_one_bar():
    programme = snapshot(mentee("ann", city="Gent"), mentor("kim", city="Gent"))
    assert bars(spread_chart(plan(programme, **only(proximity=10)), speaker("en"))) == {"95–100": 1}


def test_without_anything_to_compare_there_is_no_chart():
    assert spread_chart(plan(snapshot(mentee("ann"), mentor("kim"))), speaker("nl")) is None


def test_without_pairs_there_is_no_chart():
    assert spread_chart(plan(snapshot()), speaker("nl")) is None


@pytest.mark.parametrize(("language", "signs"), [("nl", (",", ".")), ("en", (".", ","))])
def test_the_axes_of_a_chart_are_written_as_the_reader_writes_numbers(
    language: Language, signs: tuple[str, str]
):
    people = snapshot(mentee("ann", city="Gent"), mentor("kim", city="Gent"))
    chart = spread_chart(plan(people, **only(proximity=10)), speaker(language))
    assert chart is not None
    number = chart.to_dict()["config"]["locale"]["number"]
    assert (number["decimal"], number["thousands"]) == signs
