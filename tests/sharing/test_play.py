"""What a weight does: the looked-up states are what the engine proposes, and the example adds up."""

from dataclasses import replace

from mentorkit.matching import propose
from mentorkit.model import Programme
from mentorkit.sharing.play import TIMES, example_part, play_part, played
from mentorkit.text import speaker

FOUND = played(Programme(id="p", name="P", weights={"goal_coverage": 40}))


def test_the_grid_holds_every_combination_and_the_middle_is_as_it_is_now():
    play = FOUND.play
    assert [one.key for one in FOUND.moved] == ["goal_coverage", "values_style", "practical_fit"]
    assert play.weights[0] == (0, 20, 40, 80)
    assert len(play.states) == len(TIMES) ** 3
    assert [place for place, _ in play.states[play.start]] == FOUND.now.mentor_of.tolist()


def test_each_state_is_what_the_engine_proposes_for_its_weights():
    for chosen in ((0, 0, 0), (3, 0, 2), (1, 3, 3)):
        weights = {
            one.key: steps[at] for one, steps, at in zip(FOUND.moved, FOUND.play.weights, chosen, strict=True)
        }
        settings = replace(FOUND.now.settings, weights={**FOUND.now.settings.weights, **weights})
        plan = propose(FOUND.now.pool, settings)
        state = FOUND.play.states[chosen[0] * 16 + chosen[1] * 4 + chosen[2]]
        assert [place for place, _ in state] == plan.mentor_of.tolist()


def test_weights_make_a_difference_to_people_who_all_have_a_mentor():
    states = FOUND.play.states
    assert all(place >= 0 for state in states for place, _ in state)
    assert len({tuple(place for place, _ in state) for state in states}) > 3


def test_the_points_of_the_example_add_up_to_what_the_pair_has():
    *parts, total = example_part(FOUND, speaker("en")).rows
    assert round(sum(float(row[3]) for row in parts), 1) == float(total[3])
    points = {row[0]: int(row[2]) for row in play_part(FOUND, speaker("en")).rows}
    assert abs(float(total[3]) - points["Aya"]) <= 1


def test_the_invented_people_are_paired_under_the_aim_that_the_file_names():
    """They were paired under the usual aim, whatever the programme aims at."""
    found = played(Programme(id="p", name="P", aim="leximin", unplaced_price=0.2))
    assert (found.now.settings.aim, found.now.settings.unplaced_price) == ("leximin", 0.2)
    assert [place for place, _ in found.play.states[found.play.start]] == found.now.mentor_of.tolist()
