"""A page as the notebook makes it, around any desk."""

import re
from collections.abc import Callable
from types import SimpleNamespace

from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.text import Language, speaker
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import Page
from mentorkit.views.names import linked
from tests.matching.small import snapshot


def nothing(*_: object) -> None:
    """What an action calls when it is done."""


def words(shown: object) -> str:
    """What can be read of HTML, or of a sentence in which names lead to a card."""
    return re.sub("<[^>]*>", "", linked(Markup(shown)))  # noqa: S704 -- only read here


def page_with(programme: Snapshot, language: Language = "en", desk: object = None) -> Page:
    """A page of a programme that is not in a file."""
    return Page(
        desk or SimpleNamespace(snapshot=programme, tab="", latest=None, root=""), speaker(language), nothing
    )


def page_of(
    desk: Desk | None = None, language: Language = "en", refresh: Callable[[], None] = nothing
) -> Page:
    """A page in a language; without a desk for what asks nothing of the programme."""
    return Page(desk or SimpleNamespace(snapshot=snapshot()), speaker(language), refresh)
