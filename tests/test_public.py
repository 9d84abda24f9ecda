"""What others import from us is really there."""

import re

import pytest

import mentorkit
from tests.sources import ROOT, imported_modules


def test_every_public_name_can_be_imported():
    missing = [
        f"{module.__name__}.{name}"
        for module in imported_modules()
        for name in getattr(module, "__all__", ())
        if not hasattr(module, name)
    ]
    assert missing == []


def test_no_public_name_is_listed_twice():
    twice = [
        module.__name__
        for module in imported_modules()
        if len(set(getattr(module, "__all__", ()))) < len(getattr(module, "__all__", ()))
    ]
    assert twice == []


def test_the_package_itself_stays_small_enough_to_learn():
    assert 10 <= len(mentorkit.__all__) <= 25


def test_whoever_asks_the_package_for_something_else_is_told():
    with pytest.raises(AttributeError):
        _ = mentorkit.match_everybody


def test_the_version_has_three_numbers():
    assert re.fullmatch(r"\d+\.\d+\.\d+", mentorkit.__version__)


def test_the_changelog_knows_the_version():
    headings = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert mentorkit.__version__ in headings
