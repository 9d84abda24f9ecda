"""Short lists in words: findings, people not placed, what changed, what a condition costs."""

import re

import pytest

from mentorkit.matching import RULES, plan_change, unplaced
from mentorkit.matching.insight.rule_costs import rule_costs
from mentorkit.model import Finding
from mentorkit.text import LANGUAGES, Language, say, speaker
from mentorkit.views.intake.findings import finding_lines, finding_table, summed_up
from mentorkit.views.names import Names
from mentorkit.views.pairing.plan_change import move_line, plan_change_sentence
from mentorkit.views.pairing.rules import cost_line
from mentorkit.views.pairing.unplaced import unplaced_table
from tests.matching.small import mentee, mentor, plan, snapshot
from tests.workflows.cases import sample_plan


def cells(page: str) -> list[list[str]]:
    page = re.sub("</?button.*?>", "", page)
    return [re.findall(r"<td>(.*?)</td>", row) for row in re.findall(r"<tr>(.*?)</tr>", page)][1:]


def test_a_long_value_is_cut_and_a_missing_one_is_empty():
    found = [
        Finding("a.csv", 1, "Goals", "x" * 5000, say("No.")),
        Finding("a.csv", 2, None, None, say("No.")),
    ]
    long, missing = cells(finding_table(found, speaker("en")))
    assert (long[3], long[4]) == ("Goals", "x" * 200)
    assert missing[3:5] == ["", ""]


def test_findings_stand_by_how_serious_they_are_then_by_file_and_row_and_the_whole_file_first():
    read, no = speaker("en"), say("No.")
    of_a = [Finding("a.csv", row, None, None, no, "warning") for row in (10, None, 9)]
    found = [Finding("a.csv", 1, None, None, no, "notice"), *of_a, Finding("b.csv", 2, None, None, no)]
    expected = [("b.csv", "2"), ("a.csv", ""), ("a.csv", "9"), ("a.csv", "10"), ("a.csv", "1")]
    assert [(line[1], line[2]) for line in cells(finding_table(found, read))] == expected
    assert [tuple(line[:11].split()) for line in list(finding_lines(found, read))[2:]] == [
        tuple(filter(None, place)) for place in expected
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_findings_of_the_sample_are_all_listed(language: Language):
    findings = sample_plan(language).findings
    assert len(cells(finding_table(findings, speaker(language)))) == len(summed_up(findings)) > 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["mentee", "mentor"])
def test_everybody_who_is_not_placed_stands_in_the_list_of_the_role_by_name(language: Language, role: str):
    result = sample_plan(language)
    people = unplaced(result.proposal)
    shown = cells(unplaced_table(people, role, result.snapshot, speaker(language)))
    assert [name for name, _ in shown] == sorted(
        Names.of(result.snapshot)[one.person] for one in people if one.role == role
    )
    assert all(why for _, why in shown)


def test_without_anybody_there_is_no_list():
    programme = snapshot(mentee("ann"), mentor("kim"))
    assert unplaced_table(unplaced(plan(programme)), "mentee", programme, speaker("en")) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_steps_and_costs_of_the_sample_can_be_said(language: Language):
    result, read = sample_plan(language), speaker(language)
    change = plan_change(result.proposal, plan(result.snapshot, goal_coverage=0, preferences=100))
    assert change.moves
    said = [read(move_line(one, Names.of(result.snapshot))) for one in change.moves]
    costs = [read(cost_line(cost)) for cost in rule_costs(result.proposal)]
    assert len(costs) == sum(rule.is_priced for rule in RULES)
    assert all("{" not in line for line in [*said, *costs, read(plan_change_sentence(change))])
