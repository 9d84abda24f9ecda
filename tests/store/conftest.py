from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mentorkit.errors import FileRefused
from mentorkit.store import Store
from mentorkit.text import speaker
from tests.store.cases import BY, PROGRAMME


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "programma's 2026" / "samen verder.mentorkit"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.create(path, PROGRAMME, **BY) as store:
        yield store


@contextmanager
def refused_with(*codes: str) -> Iterator[None]:
    """A block that must be refused for one of these reasons, in a sentence in both languages."""
    with pytest.raises(FileRefused) as caught:
        yield
    assert caught.value.code in codes, caught.value
    english, dutch = (speaker(language)(caught.value.message) for language in ("en", "nl"))
    assert english != dutch
    assert "{" not in english + dutch
