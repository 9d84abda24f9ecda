"""What the framework hands out: the manual and the announcement, to be changed before they go out."""

import marimo as mo

from mentorkit.documents.programme_papers import announcement, programme_manual
from mentorkit.frames import Snapshot
from mentorkit.text import say
from mentorkit.ui.frame.page import Page, side_by_side, stacked


def papers_panel(page: Page, snapshot: Snapshot) -> mo.Html:
    """Both documents, made when they are asked for."""
    speak = page.speak
    hint = say("Both are made from the framework. Change in them what you like; what is open shows as dots.")
    manual = page.download(
        say("Programme manual"), say("programme-manual.docx"), lambda: programme_manual(snapshot, speak)
    )
    text = page.download(say("Announcement"), say("announcement.docx"), lambda: announcement(snapshot, speak))
    return stacked(page.title(say("To hand out")), page.quiet(hint), side_by_side(manual, text))
