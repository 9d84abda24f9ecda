"""What was decided: the table, the note to keep, and the check that it can be worked out again."""

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.matching.decision.replay import replay
from mentorkit.model import Decision
from mentorkit.text import say
from mentorkit.ui.frame.page import Page, side_by_side, together
from mentorkit.views.pairing.decision_note import decision_note
from mentorkit.views.pairing.decisions import decided_table, decision_label, newest_first
from mentorkit.views.pairing.replay import replay_sentence


def note_download(page: Page, decision: Decision) -> mo.Html:
    """Saves the note of a decision, made when it is asked for."""
    desk, speak = page.desk, page.speak
    return page.download(
        say("Decision note to print"),
        say("decision-note.html"),
        lambda: decision_note(desk.snapshot, decision, speak).encode(),
    )


def decisions_table(page: Page, snapshot: Snapshot) -> mo.Html | None:
    """What was decided when, newest first; how a decision comes about before the first one."""
    found, title = newest_first(snapshot), page.title(say("Decisions"))
    if not found:
        none = say("Nothing is decided yet. Once you confirm pairs, the decision and its note stand here.")
        return together(title, page.quiet(none)) if page.has_both_sides else None
    return together(title, decided_table(found, page.speak))


def decision_picker(page: Page, snapshot: Snapshot) -> mo.ui.dropdown | None:
    """The decisions, newest first and chosen; nothing before the first one."""
    found = newest_first(snapshot)
    labels = {decision_label(one, page.speak): one.id for one in found}
    return page.pick(say("Decision"), labels, found[0].id) if found else None


def replay_button(page: Page) -> mo.ui.run_button:
    """Asks for a decision to be worked out again."""
    return mo.ui.run_button(label=page.speak(say("Work it out again")))


def decision_panel(
    page: Page, snapshot: Snapshot, picker: mo.ui.dropdown | None, again: mo.ui.run_button
) -> mo.Html | None:
    """The note and the check of the chosen decision, with what came of it; nothing before the first one."""
    chosen = [one for one in newest_first(snapshot) if picker is not None and one.id == picker.value]
    if picker is None or not chosen:
        return picker
    row = side_by_side(picker, note_download(page, chosen[0]), again)
    told = page.told(replay_sentence(replay(snapshot, chosen[0]))) if again.value else None
    return row if told is None else mo.vstack([row, told])
