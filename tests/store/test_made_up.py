"""Made-up people and real ones never stand in one programme."""

from pathlib import Path

import pytest

from mentorkit.errors import NotLawful
from mentorkit.model import Changes, Insert, Person, Programme
from mentorkit.store import Store
from mentorkit.text import LANGUAGES, Language
from mentorkit.workflows.set_up import sample_programme, sample_sign_ups
from tests.store.cases import BY


@pytest.mark.parametrize("language", LANGUAGES)
def test_made_up_people_never_fill_a_programme_of_her_own(tmp_path: Path, language: Language):
    """The button 'Try it with made-up people' did, and paired them with real people afterwards."""
    with Store.create(tmp_path / "own.mentorkit", Programme(id="programme", name="P"), **BY) as store:
        with pytest.raises(NotLawful, match="made-up people"):
            store.apply(sample_sign_ups(store.load(), language).changes, **BY)
        assert store.load().people.is_empty()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_in_the_sample_is_known_to_be_made_up(tmp_path: Path, language: Language):
    sample_programme(tmp_path / "sample.mentorkit", language)
    with Store.open(tmp_path / "sample.mentorkit") as store:
        people = store.load().rows(Person)
        store.apply(Changes("import", (Insert(people[0].model_copy(update={"id": "another"})),)), **BY)
    assert all(one.is_made_up for one in people if one.email)
    assert not Person(id="real", full_name="R", email="real@notlindeveer.example.org").is_made_up
