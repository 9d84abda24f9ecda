"""Starting a programme, and what it offers."""

import pytest

from mentorkit.errors import NotLawful
from mentorkit.model import Programme, Update
from mentorkit.workflows.set_up import set_kinds
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
