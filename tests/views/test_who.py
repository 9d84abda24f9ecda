"""What people are called on screen, by name and while names are hidden."""

from mentorkit.views.names import Names
from tests.matching.small import blind, earlier, mentee, mentor, snapshot

PEOPLE = [mentee(f"mentee-{one}", full_name=f"Ann {one:02}") for one in range(20)] + [
    mentor(f"mentor-{one}", full_name=f"Kim {one:02}") for one in range(20)
]


def test_people_with_one_name_are_told_apart():
    """By e-mail address, else by number, else by the beginning of their id."""
    names = Names.of(
        snapshot(
            mentee("p1-abcdef", full_name="Jan Vos", email="jan@example.org"),
            mentee("p2-abcdef", full_name="Jan Vos", employee_id="7"),
            mentor("p3-abcdef", full_name="Jan Vos"),
            mentor("p4", full_name="Kim Boer", email="kim@example.org"),
        )
    )
    assert [names[one] for one in ("p1-abcdef", "p2-abcdef", "p3-abcdef", "p4", "gone")] == [
        "Jan Vos (jan@example.org)",
        "Jan Vos (7)",
        "Jan Vos (p3-abc)",
        "Kim Boer",
        "gone",
    ]


def test_in_a_blind_programme_people_are_numbers():
    names = Names.of(blind(snapshot(*PEOPLE)))
    stands = {f"Mentee {one}" for one in range(1, 21)} | {f"Mentor {one}" for one in range(1, 21)}
    assert set(names.names.values()) == stands
    assert names.hidden == set(names.names)


def test_the_numbers_tell_nothing_of_names_ids_or_the_order_of_the_file():
    names = Names.of(blind(snapshot(*PEOPLE)))
    numbers = [int(names[f"mentee-{one}"].split()[1]) for one in range(20)]
    assert numbers not in (sorted(numbers), sorted(numbers, reverse=True))
    assert Names.of(blind(snapshot(*reversed(PEOPLE)))) == names


def test_who_is_decided_on_has_a_name_again():
    names = Names.of(blind(snapshot(*PEOPLE, pairs=[earlier("mentee-3", "mentor-4")])))
    assert (names["mentee-3"], names["mentor-4"]) == ("Ann 03", "Kim 04")
    assert names.hidden == {entry.person.id for entry in PEOPLE} - {"mentee-3", "mentor-4"}
    assert {names[one] for one in names.hidden} & {entry.person.full_name for entry in PEOPLE} == set()


def test_somebody_who_is_both_has_one_number():
    names = Names.of(blind(snapshot(mentee("ann"), mentor("ann"), mentor("kim"))))
    assert {names["ann"], names["kim"]} == {"Mentee-mentor 1", "Mentor 1"}


def test_a_programme_that_is_not_blind_hides_nobody():
    assert Names.of(snapshot(*PEOPLE)).hidden == frozenset()
    assert Names.named(blind(snapshot(*PEOPLE)))["mentee-3"] == "Ann 03"
