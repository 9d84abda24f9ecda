"""What was decided: the table, the note to keep, and the check that it can be worked out again."""

import marimo as mo

from mentorkit.frames import Snapshot, rows_of
from mentorkit.matching.decision.replay import replay
from mentorkit.model import Decision
from mentorkit.text import say
from mentorkit.ui.frame.page import Page, side_by_side, together
from mentorkit.views.pairing.decision_note import decision_note
from mentorkit.views.pairing.replay import replay_sentence

_CODE_SHOWN, _CODE_IN_LIST = 12, 6


def newest_first(snapshot: Snapshot) -> list[Decision]:
    """The decisions, the last one first."""
    return sorted(rows_of(snapshot.decisions, Decision), key=lambda one: one.decided_at, reverse=True)


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
    rows = (
        (_when(page, one), one.decided_by, one.pair_count, one.unplaced_count, one.sha256[:_CODE_SHOWN])
        for one in found
    )
    heads = (say("When"), say("Who"), say("Pairs"), say("Not placed"), say("Fingerprint"))
    return together(title, page.table(heads, rows))


def decision_picker(page: Page, snapshot: Snapshot) -> mo.ui.dropdown | None:
    """The decisions, newest first and chosen; nothing before the first one."""
    found = newest_first(snapshot)
    if not found:
        return None
    # The fingerprint tells apart what was decided in the same minute.
    labels = {
        f"{_when(page, one)} – {one.decided_by} ({one.sha256[:_CODE_IN_LIST]})": one.id for one in found
    }
    return mo.ui.dropdown(labels, value=next(iter(labels)), label=page.speak(say("Decision")))


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


def _when(page: Page, decision: Decision) -> str:
    return page.speak.write(decision.decided_at.astimezone())
