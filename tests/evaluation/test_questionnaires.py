"""Questionnaires say what is asked of whom and when; answers become scores by their missing rules."""

from datetime import date

import pytest

from mentorkit.evaluation.questionnaires import CORE, instruments, questionnaires
from mentorkit.evaluation.responses import long, scale_scores
from mentorkit.frames import frame_of
from mentorkit.model import RESPONDENTS, WAVES, Respondent, Response
from mentorkit.text import LANGUAGES

CORE_ONE = questionnaires()[CORE]
SCALES = {one.key: one for one in CORE_ONE.scales}
ITEMS = {one.key: one for one in CORE_ONE.items}


def response(**more: object) -> Response:
    given = {"id": "u1", "person_id": "p1", "pair_id": "k1", "role": "mentee", "wave": "closing"}
    told = {**given, "questionnaire": CORE, "code": "K7MQ2XFH", "asked_on": date(2027, 3, 1), **more}
    return Response.model_validate(told)


def scores(*responses: Response) -> dict[str, tuple[float | None, bool]]:
    found = scale_scores(long(frame_of(responses, Response)), CORE_ONE)
    return {row["scale"]: (row["score"], row["is_incomplete"]) for row in found.to_dicts()}


@pytest.mark.parametrize("one", questionnaires().values(), ids=lambda one: one.key)
def test_a_questionnaire_says_where_it_comes_from_and_whether_it_was_validated(one):
    assert one.source
    assert one.licence
    assert one.title.keys() == set(LANGUAGES)
    assert one.validated is False


@pytest.mark.parametrize("one", CORE_ONE.items, ids=lambda one: one.key)
def test_an_item_is_asked_in_both_languages_of_known_people_in_known_waves(one):
    assert all(of.keys() == set(LANGUAGES) for of in (one.text, one.seen, one.choices))
    assert set(one.roles) <= RESPONDENTS.keys()
    assert set(one.waves) <= WAVES.keys()
    assert one.scale[0] < one.scale[1]
    assert (one.seen != one.text) == ("observer" in one.roles)


def test_a_scale_has_items_of_its_own_level_and_needs_no_more_than_it_has():
    for scale in CORE_ONE.scales:
        assert {ITEMS[key].level for key in scale.items} == {scale.level}
        assert 0 < scale.needs <= len(scale.items)
        asked = {(ITEMS[key].waves, ITEMS[key].roles) for key in scale.items}
        assert len(asked) == 1, "all of a scale is asked at once"


def test_looking_back_asks_what_was_asked_at_the_start_of_learning():
    for role in ("mentee", "mentor"):
        then, start = (CORE_ONE.asked(role, wave) for wave in ("then", "baseline"))
        assert then == tuple(one for one in start if one.level == "learning")
    assert CORE_ONE.asked("observer", "baseline") == ()
    assert [one.key for one in CORE_ONE.asked("observer", "closing")] == ["B1", "B2", "B3", "B4"]


@pytest.mark.parametrize(
    ("key", "role", "word"),
    [
        ("L4", "mentee", "confident"),  # R155, and R157: difficult situations are solved
        ("L4", "mentee", "solve"),
        ("L3", "mentee", "customs"),  # R159
        ("M2", "mentor", "find a solution of their own"),  # R166
        ("M3", "mentor", "somebody else's eyes"),  # R167
        ("W1", "mentee", "skills that my job asks"),  # R154
        ("W2", "mentee", "motivated"),  # R156
        ("W3", "mentee", "network"),  # R158
        ("W4", "mentee", "satisfied with this organisation"),  # R160
        ("W5", "mentee", "values of our organisation"),  # R163
        ("W6", "mentee", "my team"),  # R164
        ("V1", "mentor", "lead in a way"),  # R161 and R165
        ("V2", "mentor", "get on with people"),  # R165
        ("V3", "mentor", "pass on"),  # R177
    ],
)
def test_what_the_guides_hope_for_is_asked_at_the_start_and_at_the_end(key: str, role: Respondent, word: str):
    for wave in ("baseline", "closing"):
        assert ITEMS[key] in CORE_ONE.asked(role, wave)
    assert word in ITEMS[key].text["en"]


def test_a_bond_that_lasts_is_asked_of_mentors_at_the_end():  # R165
    assert ITEMS["V4"] in CORE_ONE.asked("mentor", "closing")
    assert ITEMS["V4"] not in CORE_ONE.asked("mentor", "baseline")


@pytest.mark.parametrize(
    ("answers", "scale", "expected"),
    [
        ({"L1": 1, "L2": 2, "L3": 4, "L4": 5}, "learning", (3.0, False)),
        ({"L1": 1, "L2": 2, "L3": 3}, "learning", (2.0, False)),
        ({"L1": 1, "L2": 2}, "learning", (None, True)),
        ({"R1": 4, "R2": 5, "R3": 3}, "reaction", (4.0, False)),
        ({"R1": 4, "R3": 5}, "reaction", (4.5, True)),
        ({"B1": 4, "B4": 1}, "behaviour", (None, True)),
        ({"B1": 4, "B2": 2, "B3": 3, "B4": 1}, "behaviour", (3.0, False)),
    ],
)
def test_a_score_is_the_mean_of_enough_answers(answers, scale, expected):
    assert scores(response(answers=answers))[scale] == expected


def test_who_answered_nothing_has_no_score_and_an_observer_one_for_each_pair():
    assert scores(response()) == {}
    seen = [
        response(id=pair, person_id="m1", pair_id=pair, role="observer", answers={"B1": n, "B2": n, "B3": n})
        for n, pair in enumerate(("k1", "k2"), 1)
    ]
    found = scale_scores(long(frame_of(seen, Response)), CORE_ONE)
    assert found.select("pair_id", "score").rows() == [("k1", 1.0), ("k2", 2.0)]


def test_a_reverse_item_is_turned_round_within_its_own_range(monkeypatch):
    (turned, *others) = CORE_ONE.items
    monkeypatch.setitem(turned.__dict__, "reverse", True)
    assert scores(response(answers={"R1": 1, "R2": 5, "R3": 5}))["reaction"] == (5.0, False)
    assert others


def test_published_instruments_name_their_source_and_licence_and_no_items():
    for one in instruments().values():
        assert one.keys() == {"name", "structure", "scoring", "source", "licence"}
        assert all(one[part].keys() == set(LANGUAGES) for part in ("structure", "scoring", "licence"))
