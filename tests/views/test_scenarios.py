"""Plans side by side: the best of each row marked, unbeaten plans on the chart, names as text."""

from dataclasses import replace
from math import nan

import numpy as np
import pytest

from mentorkit.matching import Pool
from mentorkit.matching.insight.scenarios import CURRENT, STABLE, Measures, Plan, compare_plans
from mentorkit.model import Scenario
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.views.pairing.scenarios import finding, plan_names, plans_chart, plans_table
from tests.matching.small import mentee, mentor, plan, snapshot
from tests.views.test_safe import HOSTILE, OURS, Tags
from tests.workflows.cases import sample_plan, spoken

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
    cells = str(table).split('<th scope="row">')
    line = {row.split("<")[0]: row for row in cells[1:]}
    bold = '<strong title="best of this row">'
    assert f"<td>{bold}6,000</strong></td><td>5,000</td>" in line["Total of the points"]
    assert f"<td>3</td><td>{bold}0</strong>" in line["Mentees and mentors who would rather have each other"]
    assert bold not in line["Mentees placed"]
    assert "Pairs that break a condition that is on now" not in line
    assert "90 mentees." in table


def test_what_is_not_known_is_a_dash_and_unlawful_pairs_are_shown_when_there_are_any():
    plans = [of(CURRENT, worst=nan, mean=nan, fairness=nan), of("s", unlawful=2)]
    table = plans_table(plans, {CURRENT: "A", "s": "B"}, EN)
    assert "<td>–</td>" in table
    assert "Pairs that break a condition that is on now" in table


def test_a_beaten_plan_is_not_on_the_chart_and_equal_ones_share_a_dot():
    plans = [of(CURRENT), of("placed"), of("total", total=61.0, changed=4), of("x", changed=9)]
    names = {CURRENT: "Now", "placed": "Most", "total": "Points", "x": "Beaten"}
    labels = [row["label"] for row in rows(plans_chart(plans, names, EN))]
    assert labels == ["Now and Most: 80 placed", "Points: 80 placed"]


def test_one_dot_is_no_chart():
    assert plans_chart([of(CURRENT), of("placed")], {CURRENT: "A", "placed": "B"}, EN) is None


def test_the_title_states_the_finding():
    plans = [of("total"), of("leximin", total=58.0, worst=0.35)]
    names = {"total": "P", "leximin": "L"}
    assert spoken(finding(plans, names)) == (
        "P has the most points; L lifts the lowest pair from 20 to 35 points.",
        "‘P’ heeft de meeste punten; ‘L’ tilt het laagste koppel van 20 naar 35 punten.",
    )
    assert spoken(finding([of("total", worst=nan)], names))[0].startswith("P has the most points, and no")


def test_a_name_she_gave_is_text():
    programme = snapshot(mentee("ann"), mentor("kim")).with_table(Scenario, [Scenario(id="s", name=HOSTILE)])
    proposal = plan(programme)
    plans = compare_plans(Pool.of(programme), {"s": proposal.settings}, proposal)
    table = plans_table(plans, plan_names(plans, programme, EN), EN)
    tags = Tags(str(table))
    assert tags.names <= OURS | {"caption", "strong"}
    assert tags.text.count(HOSTILE) == 1
