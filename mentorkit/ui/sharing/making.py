"""A file for one kind of reader: chosen, seen as the reader will see it, and only then made."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random, SystemRandom

import marimo as mo
from markupsafe import Markup

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import READERS, AudienceKey, Changes, Shared
from mentorkit.sharing.audiences import ABOUT, AUDIENCES
from mentorkit.text import say
from mentorkit.text.terms import capital
from mentorkit.ui.frame.page import Page, html, side_by_side, stacked
from mentorkit.ui.frame.progress import progress_bar
from mentorkit.workflows.sharing.share import Sharing, made_to_share, preview_of

_PREVIEW = Markup('<iframe class="mk-preview" sandbox title="{}" srcdoc="{}"></iframe>')
_AS_SEEN = say("The reader will see this. In the file itself tables also sort, and can be searched.")
_OF_ONE = say("This is the sheet of the first pair. The file holds a sheet for each pair, and only its own.")


@dataclass(frozen=True)
class Seen:
    """What is looked at for a reader; the file is made from the same chance as the page that is shown."""

    snapshot: Snapshot
    key: AudienceKey
    seed: int = field(default_factory=lambda: SystemRandom().getrandbits(64))


def reader_asked(page: Page) -> mo.ui.dropdown:
    """For whom a file is."""
    options = {capital(page.speak(READERS[key])): key for key in AUDIENCES}
    return page.pick(say("For whom?"), options, "board")


def make_button(page: Page, seen: Seen, keep: Callable[[tuple[str, bytes]], None]) -> mo.ui.button:
    """Makes the file that was seen and notes it; `keep` gets the id of its line, and the file."""
    by = Sharing(page.desk.author, page.desk.today())

    def make(now: Snapshot) -> Changes:
        with progress_bar(page.speak, say("The files are made")) as tell:
            content, changes = made_to_share(now, seen.key, by, Random(seen.seed), tell)  # noqa: S311
        keep((changes.items[0].row.id, content))
        return changes

    done = say("The file is made, and it is noted here. Save it, and give it to its reader.")
    return page.acts(say("Make the file"), make, done)


def making_panel(
    page: Page, asked: mo.ui.dropdown, seen: Seen, make: mo.ui.button, made: tuple[str, bytes] | None
) -> mo.Html:
    """For whom, what for and what is in it; and the file made last, as long as the programme knows of it."""
    audience, reader = AUDIENCES[seen.key], page.speak(READERS[seen.key]).replace(" ", "-")
    about, save = ABOUT[audience.about].filled(k=audience.k), None
    holds = say("In it: {holds}. About whom: {about}.", holds=audience.holds, about=about)
    if made and any(one.id == made[0] and one.audience == seen.key for one in seen.snapshot.rows(Shared)):
        one, many = say("for-{reader}.html", reader=reader), say("for-{reader}.zip", reader=reader)
        name = many if audience.about == "own pair" else one
        save = page.download(say("Save the file"), name, lambda: made[1])
    told = page.text(audience.purpose), page.quiet(holds)
    return stacked(page.title(say("Make a file")), asked, *told, side_by_side(make, save))


def seen_panel(page: Page, seen: Seen) -> mo.Html | None:
    """The very page that the reader will open, in which nothing runs here; or why there is none."""
    try:
        shown = preview_of(seen.snapshot, seen.key, page.desk.today(), Random(seen.seed))  # noqa: S311
    except NotLawful as refusal:
        return page.notice(refusal.message)
    hint = _OF_ONE if AUDIENCES[seen.key].about == "own pair" else _AS_SEEN
    return stacked(
        page.quiet(hint), html(_PREVIEW.format(page.speak(say("What the reader will see")), shown))
    )
