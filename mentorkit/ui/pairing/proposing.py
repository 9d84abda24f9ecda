"""From sign-ups to the first proposal, which tells how far it is where there are many people."""

from collections.abc import Mapping
from typing import Any

from mentorkit.frames import Snapshot
from mentorkit.matching import Pool, Proposal, Settings, propose
from mentorkit.matching.solvers.blocks import Watch
from mentorkit.matching.solvers.exact import LARGE
from mentorkit.text import reader, say
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import Page
from mentorkit.ui.frame.progress import progress_bar


def pool_of(desk: Desk, snapshot: Snapshot, query: Mapping[str, Any]) -> Pool:
    """Everybody with everybody. It does not wait for the page, whose language can change."""
    if not _takes_long(desk):
        return Pool.of(snapshot)
    with progress_bar(reader(query, desk.language), say("Everybody is compared with everybody")) as tell:
        return Pool.of(snapshot, Watch(tell))


def proposal_of(page: Page, pool: Pool, settings: Settings) -> Proposal:
    """The best proposal; after a step the one before stays on the page until this one is there."""
    page.desk.sought = settings
    if not _takes_long(page.desk):
        return propose(pool, settings)
    with progress_bar(page.speak, say("Looking for the best proposal")) as tell:
        return propose(pool, settings, Watch(tell))


def _takes_long(desk: Desk) -> bool:
    """Whether there is no proposal yet and so many pairs are possible that it is worth a bar."""
    if desk.latest is not None:
        return False
    mentees = desk.snapshot.applications.filter(role="mentee").height
    return mentees * (desk.snapshot.applications.height - mentees) >= LARGE
