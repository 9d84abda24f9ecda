"""Plans side by side: the best of each row marked, unbeaten plans on the chart, names as text."""

from dataclasses import replace
from math import nan

import numpy as np
import pytest

from mentorkit.matching import Pool
from mentorkit.matching.insight.scenarios import CURRENT, STABLE, Measures, Plan, compare_plans
from mentorkit.model import Scenario
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.views.pairing.scenarios import plan_names, plans_chart, plans_table
from tests.matching.small import mentee, mentor, plan, snapshot
from tests.views.test_safe import HOSTILE, OURS, Tags
from tests.workflows.cases import sample_plan

EN = speaker("en")
EVEN = Measures(90, 80, 60.0, 0.75, 0.2, 3, 0.5, 0, 0)


def of(key: str, **other: float) -> Plan:
    return Plan(key, np.array([-1]), replace(EVEN, **other))


def rows(chart) -> list[dict[str, object]]:
    (found,) = chart.to_dict()["datasets"].values()
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_is_compared_in_both_languages(language: Language):
    result = sample_plan(language)
    plans = compare_plans(result.proposal.pool, {}, result.proposal)
    names = plan_names(plans, result.snapshot, speaker(language))
    table = plans_table(plans, names, speaker(language))
    assert all(name in table for name in names.values())
    assert len(set(names.values())) == len(plans) == 4
    chart = plans_chart(plans, names, speaker(language))
    assert chart is not None
    people = result.snapshot.people["full_name"].to_list()
    assert not any(name in table + chart.to_json() for name in people)


def test_the_best_of_a_row_is_bold_and_more_is_not_always_better():
    table = plans_table([of(CURRENT), of(STABLE, blocking=0, total=50.0)], {CURRENT: "A", STABLE: "B"}, EN)
    lines = str(table).split('<th scope="row">')[1:]
    bold = [["<strong" in cell for cell in line.split("<td>")[1:]] for line in lines]
    assert bold == [[False, False], [True, False], *[[False, False]] * 3, [False, True], [False, False]]


def test_what_is_not_known_is_a_dash_and_unlawful_pairs_are_shown_when_there_are_any():
    plans = [of(CURRENT, worst=nan, mean=nan, fairness=nan), of("s", unlawful=2)]
    table = plans_table(plans, {CURRENT: "A", "s": "B"}, EN)
    assert table.count("<td>–</td>") == 3
    assert (table.count('scope="row"'), table.count("<strong")) == (8, 1)


def test_a_beaten_plan_is_not_on_the_chart_and_equal_ones_share_a_dot():
    plans = [of(CURRENT), of("placed"), of("total", total=61.0, changed=4), of("x", changed=9)]
    names = {CURRENT: "Now", "placed": "Most", "total": "Points", "x": "Beaten"}
    shown = [(row["total"], row["placed"]) for row in rows(plans_chart(plans, names, EN))]
    assert shown == [(6000, 80), (6100, 80)]


def test_one_dot_is_no_chart():
    assert plans_chart([of(CURRENT), of("placed")], {CURRENT: "A", "placed": "B"}, EN) is None


def test_a_name_she_gave_is_text():
    programme = snapshot(mentee("ann"), mentor("kim")).with_table(Scenario, [Scenario(id="s", name=HOSTILE)])
    proposal = plan(programme)
    plans = compare_plans(Pool.of(programme), {"s": proposal.settings}, proposal)
    table = plans_table(plans, plan_names(plans, programme, EN), EN)
    tags = Tags(str(table))
    assert tags.names <= OURS | {"caption", "strong"}
    assert tags.text.count(HOSTILE) == 1
