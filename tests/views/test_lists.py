"""Short lists in words: findings, people not placed, what changed, what a condition costs."""

import re

import pytest

from mentorkit.matching import RULES, Move, PlanChange, plan_change, unplaced
from mentorkit.matching.insight.rule_costs import RuleCost, rule_costs
from mentorkit.model import Finding
from mentorkit.text import LANGUAGES, Language, say, speaker
from mentorkit.views.intake.findings import finding_table
from mentorkit.views.names import Names
from mentorkit.views.pairing.plan_change import move_line, plan_change_sentence, signed
from mentorkit.views.pairing.rules import cost_line
from mentorkit.views.pairing.unplaced import unplaced_table
from tests.matching.small import mentee, mentor, plan, snapshot
from tests.workflows.cases import sample_plan, spoken

RULE = RULES[0]
WHO = Names({"ann": "Ann Vos", "kim": "Kim Boer", "lou": "Lou Mulder"})


def both(message) -> tuple[str, str]:
    """In both languages, also where they are the same."""
    return speaker("en")(message), speaker("nl")(message)


def cells(page: str) -> list[list[str]]:
    return [re.findall(r"<td>(.*?)</td>", row) for row in re.findall(r"<tr>(.*?)</tr>", page)][1:]


@pytest.mark.parametrize(
    ("score", "english", "dutch"),
    [
        (0.06, "+6", "+6"),
        (-0.03, "−3", "−3"),
        (0.0, "±0", "±0"),
        (-0.0, "±0", "±0"),
        (0.0004, "±0", "±0"),
        (-0.0004, "±0", "±0"),
        (0.004, "+0.4", "+0,4"),
        (-0.004, "−0.4", "−0,4"),
        (0.0612, "+6.1", "+6,1"),
        (0.0999, "+10", "+10"),
        (0.1294, "+13", "+13"),
        (-0.1294, "−13", "−13"),
        (3.106, "+311", "+311"),
        (12.5, "+1,250", "+1.250"),
    ],
)
def test_a_difference_has_its_sign_and_small_ones_a_tenth(score: float, english: str, dutch: str):
    assert both(signed(score)) == (english, dutch)


def move(gain: float | None = 0.06, before: str | None = "kim", after: str | None = "lou") -> Move:
    return Move("ann", before, after, gain)


@pytest.mark.parametrize(
    ("change", "english", "dutch"),
    [
        (
            None,
            "Move a weight or switch a condition: here you see at once which pairs change.",
            "Verschuif een gewicht of zet een voorwaarde om: hier zie je meteen welke koppels veranderen.",
        ),
        (
            PlanChange((), 0.0),
            "Nothing changed: the same pairs are still the best.",
            "Er verandert niets: dezelfde koppels blijven de beste.",
        ),
        (
            PlanChange((move(),), 0.06),
            "Something changes for 1 mentee; with these weights that is +6 points in total.",
            "Voor 1 mentee verandert er iets; met deze gewichten scheelt dat in totaal +6 punten.",
        ),
        (
            PlanChange((move(), move()), -0.004),
            "Something changes for 2 mentees; with these weights that is −0.4 points in total.",
            "Voor 2 mentees verandert er iets; met deze gewichten scheelt dat in totaal −0,4 punten.",
        ),
    ],
)
def test_a_step_is_told_in_one_sentence(change: PlanChange | None, english: str, dutch: str):
    assert spoken(plan_change_sentence(change)) == (english, dutch)


@pytest.mark.parametrize(
    ("moved", "english", "dutch"),
    [
        (move(), "Ann Vos: Kim Boer → Lou Mulder (+6)", "Ann Vos: Kim Boer → Lou Mulder (+6)"),
        (move(None, after=None), "Ann Vos: Kim Boer → not placed", "Ann Vos: Kim Boer → niet gekoppeld"),
        (move(None, before=None), "Ann Vos: not placed → Lou Mulder", "Ann Vos: niet gekoppeld → Lou Mulder"),
    ],
)
def test_a_move_says_from_whom_to_whom(moved: Move, english: str, dutch: str):
    assert both(move_line(moved, WHO)) == (english, dutch)


@pytest.mark.parametrize(
    ("cost", "english", "dutch"),
    [
        (RuleCost(RULE, False, 0, 0, 0.0), "off", "uit"),
        (RuleCost(RULE, True, 0, 0, 0.0), "costs nothing", "kost niets"),
        (
            RuleCost(RULE, True, 3, 1, 0.5),
            "without it 1 more mentee is placed",
            "zonder deze voorwaarde krijgt nog 1 mentee een mentor",
        ),
        (
            RuleCost(RULE, True, 3, 2, 0.5),
            "without it 2 more mentees are placed",
            "zonder deze voorwaarde krijgen nog 2 mentees een mentor",
        ),
        (
            RuleCost(RULE, True, 1, 0, 0.004),
            "rules out 1 pair, costs no points",
            "sluit 1 koppel uit, kost geen punten",
        ),
        (
            RuleCost(RULE, True, 4, 0, 0.0),
            "rules out 4 pairs, costs no points",
            "sluit 4 koppels uit, kost geen punten",
        ),
        (
            RuleCost(RULE, True, 1, 0, 0.31),
            "rules out 1 pair; without it 31 points more in total",
            "sluit 1 koppel uit; zonder deze voorwaarde 31 punten meer in totaal",
        ),
        (
            RuleCost(RULE, True, 1234, 0, 0.31),
            "rules out 1,234 pairs; without it 31 points more in total",
            "sluit 1.234 koppels uit; zonder deze voorwaarde 31 punten meer in totaal",
        ),
    ],
)
def test_what_a_condition_costs_is_said_in_people_first(cost: RuleCost, english: str, dutch: str):
    assert spoken(cost_line(cost)) == (english, dutch)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_serious_findings_stand_first_then_by_file_and_row(language: Language):
    severities = ("notice", "warning", "error", "error")
    places = (("a.csv", 1), ("b.csv", None), ("b.csv", 9), ("b.csv", 3))
    found = [
        Finding(file, row, None, None, say("No."), severity)
        for (file, row), severity in zip(places, severities, strict=True)
    ]
    kinds = {
        "en": ("not taken in", "look at", "for your information"),
        "nl": ("niet ingelezen", "kijk hiernaar", "ter informatie"),
    }
    wrong, doubtful, fine = kinds[language]
    assert [row[:3] for row in cells(finding_table(found, speaker(language)))] == [
        [wrong, "b.csv", "3"],
        [wrong, "b.csv", "9"],
        [doubtful, "b.csv", ""],
        [fine, "a.csv", "1"],
    ]


def test_a_long_value_is_cut_and_a_missing_one_is_empty():
    found = [
        Finding("a.csv", 1, "Goals", "x" * 5000, say("No.")),
        Finding("a.csv", 2, None, None, say("No.")),
    ]
    long, missing = cells(finding_table(found, speaker("en")))
    assert (long[3], long[4]) == ("Goals", "x" * 200)
    assert missing[3:5] == ["", ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_findings_of_the_sample_are_all_listed(language: Language):
    findings = sample_plan(language).findings
    assert len(cells(finding_table(findings, speaker(language)))) == len(findings) > 0


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
    assert len(costs) == len(RULES)
    assert all("{" not in line for line in [*said, *costs, read(plan_change_sentence(change))])
