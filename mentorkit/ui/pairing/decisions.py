"""What was decided: the note to keep, and the check that it can be worked out again."""

import marimo as mo
from markupsafe import Markup

from mentorkit.frames import Snapshot, rows_of
from mentorkit.matching.decision.replay import replay
from mentorkit.model import Decision
from mentorkit.text import Speaker, say
from mentorkit.ui.frame.page import html, side_by_side
from mentorkit.views.pairing.decision_note import decision_note
from mentorkit.views.pairing.replay import replay_sentence


def decision_picker(snapshot: Snapshot, speak: Speaker) -> mo.ui.dropdown | None:
    """The decisions, newest first and chosen; nothing before the first one."""
    found = sorted(rows_of(snapshot.decisions, Decision), key=lambda one: one.decided_at, reverse=True)
    if not found:
        return None
    # The fingerprint tells apart what was decided in the same minute.
    labels = {
        f"{speak.write(one.decided_at.astimezone())} – {one.decided_by} ({one.sha256[:6]})": one.id
        for one in found
    }
    return mo.ui.dropdown(labels, value=next(iter(labels)), label=speak(say("Decision")))


def replay_button(speak: Speaker) -> mo.ui.run_button:
    """Asks for a decision to be worked out again."""
    return mo.ui.run_button(label=speak(say("Work it out again")))


def decision_panel(
    snapshot: Snapshot, picker: mo.ui.dropdown | None, again: mo.ui.run_button, speak: Speaker
) -> mo.Html | None:
    """The note and the check of the chosen decision, with what came of it; nothing before the first one."""
    chosen = [
        one for one in rows_of(snapshot.decisions, Decision) if picker is not None and one.id == picker.value
    ]
    if picker is None or not chosen:
        return picker
    note = mo.download(
        data=lambda: decision_note(snapshot, chosen[0], speak).encode(),
        filename=speak(say("decision-note.html")),
        mimetype="text/html",
        label=speak(say("Decision note to print")),
    )
    row = side_by_side(picker, note, again)
    if not again.value:
        return row
    told = Markup('<p class="mk-notice" role="status">{}</p>').format(
        speak(replay_sentence(replay(snapshot, chosen[0])))
    )
    return mo.vstack([row, html(told)])
