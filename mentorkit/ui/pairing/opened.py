"""The sections that open when they are asked for: what they look at, so that closed ones cost nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal
from mentorkit.text import Message, say
from mentorkit.ui.frame.page import Page
from mentorkit.views.names import Names

SECTIONS: Mapping[str, Message] = {
    "shortage": say("Why nobody else can be placed, and what would help"),
    "repairs": say("Which missing answers matter most, and a mail to ask for them"),
    "more": say("Show how the points are spread and what each condition costs"),
    "plans": say("Compare this proposal with others"),
    "talks": say("Let people talk first, and decide after that"),
}
"""What the switch of each section says."""


@dataclass(frozen=True, eq=False)
class Opened:
    """The plan as the opened sections show it; one is never equal to another."""

    proposal: Proposal
    snapshot: Snapshot
    who: Names
    sections: frozenset[str]


def section_switches(page: Page) -> mo.ui.dictionary:
    """A switch for every section, all off."""
    return mo.ui.dictionary({key: mo.ui.switch(label=page.speak(label)) for key, label in SECTIONS.items()})


def opened_sections(
    asks: mo.ui.dictionary, proposal: Proposal, snapshot: Snapshot, names: Names
) -> Opened | None:
    """What the opened sections show; None while all are closed or nobody can be paired."""
    sections = frozenset(key for key, is_on in asks.value.items() if is_on)
    if not sections or not all(proposal.pool.candidates.shape):
        return None
    return Opened(proposal, snapshot, names, sections)


def section_head(asks: mo.ui.dictionary, section: str, snapshot: Snapshot) -> mo.ui.switch | None:
    """The switch of a section; nothing without sign-ups."""
    return cast(mo.ui.switch, asks[section]) if snapshot.applications.height else None


def at_section(section: str, opened: Opened | None) -> Opened | None:
    """What is shown, when a section is open."""
    return opened if opened is not None and section in opened.sections else None
