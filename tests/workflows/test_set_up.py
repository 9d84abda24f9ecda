"""Starting a programme, and what it offers."""

import pytest

from mentorkit.errors import NotLawful
from mentorkit.model import Programme, Update
from mentorkit.workflows.set_up import set_kinds, set_own_topics
from tests.matching.small import snapshot


def offered(*kinds: str) -> Programme:
    (change,) = set_kinds(snapshot(), kinds).items
    assert isinstance(change, Update)
    assert isinstance(change.row, Programme)
    return change.row


def test_the_kind_of_the_programme_stays_first():
    programme = offered("flash", "classic", "reverse")
    assert programme.relation_type == "classic"
    assert programme.other_types == ("reverse", "flash")


def test_without_it_the_first_one_chosen_takes_its_place():
    programme = offered("peer", "buddy")
    assert (programme.relation_type, programme.other_types) == ("peer", ("buddy",))


def test_what_is_offered_already_changes_nothing():
    assert set_kinds(snapshot(), ["classic"]).items == ()


def test_a_programme_offers_something():
    with pytest.raises(NotLawful, match="at least one kind"):
        set_kinds(snapshot(), [])


def listed(*lines: str, before: tuple[str, ...] = ()) -> tuple[str, ...]:
    programme = snapshot().programme.model_copy(update={"own_topics": before})
    now = snapshot().with_table(Programme, [programme])
    for change in set_own_topics(now, lines).items:
        assert isinstance(change, Update)
        assert isinstance(change.row, Programme)
        programme = change.row
    return programme.own_topics


def test_own_topics_are_kept_in_their_order_each_once():
    lines = ("Zorg  in de wijk = wijkzorg", "", "Aanbesteden; Toezicht", "zorg in de wijk", " = ", "…")
    assert listed(*lines) == ("Zorg in de wijk = wijkzorg", "Aanbesteden", "Toezicht")


def test_the_same_topics_again_change_nothing_and_none_clears_the_list():
    known = snapshot().with_table(
        Programme, [snapshot().programme.model_copy(update={"own_topics": ("Zorg",)})]
    )
    assert set_own_topics(known, [" Zorg "]).items == ()
    assert listed(before=("Zorg",)) == ()
