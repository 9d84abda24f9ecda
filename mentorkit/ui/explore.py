"""The notebook for analysts: prose, fields, tables and charts around the public names of mentorkit."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

import marimo as mo
from markupsafe import Markup

from mentorkit.errors import MentorkitError
from mentorkit.frames import Snapshot
from mentorkit.matching import Pool, Proposal, Settings
from mentorkit.matching.insight.missing_answers import missing_answers
from mentorkit.matching.insight.scenarios import stored_settings
from mentorkit.text import Message, Speaker, say
from mentorkit.ui.frame.page import html, paragraph, stacked, together
from mentorkit.ui.pairing.controls import sliders
from mentorkit.views.names import Names
from mentorkit.views.pairing.card import card
from mentorkit.views.pairing.explored import criteria_table, heat_chart, pairs_frame, people_frame
from mentorkit.views.pairing.headline import context, pairing_headline
from mentorkit.views.pairing.missing_answers import (
    missing_answer_lines,
    missing_answers_table,
    worth_asking,
)
from mentorkit.views.pairing.spread import spread_chart
from mentorkit.workflows.explored import looked_at

_ROWS_SHOWN = 10


def opening(speak: Speaker) -> mo.Html:
    """What this notebook is for, and what it does not guard."""
    title = say("Explore a programme")
    lead = say(
        "For analysts. Every cell calls a function of mentorkit by its name, and gives a polars frame or a "
        "proposal that you can go on with in a cell of your own. Nothing here changes a programme."
    )
    guard = say(
        "This notebook is not behind the lock of mentorkit: who can reach its address, sees what it shows. "
        "Use it on your own computer."
    )
    heading = Markup("<h1>{}</h1>").format(speak(title))
    return together(heading, paragraph(lead, speak, "lead"), paragraph(guard, speak, "quiet"))


def path_field(speak: Speaker, given: Mapping[str, Any]) -> mo.ui.text:
    """Where the path of a programme or of files of sign-ups is typed; `given` is the command's `--file`."""
    label = say("Path of a programme, or paths of sign-ups with a semicolon between them")
    return mo.ui.text(value=str(given.get("file") or ""), label=speak(label), full_width=True)


def upload_field(speak: Speaker) -> mo.ui.file:
    """Where files of sign-ups are dropped."""
    label = speak(say("Or drop the exports of your sign-up forms here, or choose them."))
    return mo.ui.file(kind="area", multiple=True, label=label)


def opened(paths: mo.ui.text, uploads: mo.ui.file, speak: Speaker) -> tuple[Snapshot, mo.Html]:
    """The programme that was asked for, and what it is; made-up people when it cannot be read."""
    files = [(one.name, one.contents) for one in uploads.value]
    try:
        snapshot, refusal = looked_at(paths.value, files, speak.language), None
    except MentorkitError as refused:
        snapshot, refusal = looked_at("", (), speak.language), refused.message
    roles = snapshot.applications["role"]
    counts = {"mentors": int((roles == "mentor").sum()), "mentees": int((roles == "mentee").sum())}
    read = say("{mentors} sign-ups of mentors and {mentees} of mentees are read.", **counts)
    sample = (
        say("No programme is open, so these are made-up people.") if snapshot.programme.is_sample else None
    )
    told = [paragraph(one, speak, "notice") for one in (refusal, sample)]
    return snapshot, together(*told, paragraph(read, speak))


def people_tables(snapshot: Snapshot, speak: Speaker) -> mo.Html:
    """Mentees and mentors, each as a table."""
    heading = _heading(
        say("The people"),
        say(
            "‘mentees’ and ‘mentors’ hold every answer. These tables leave out contact details and what was "
            "told in confidence."
        ),
        speak,
    )
    tabs = {
        speak(say("Mentees")): table_of(people_frame(snapshot, "mentee", speak)),
        speak(say("Mentors")): table_of(people_frame(snapshot, "mentor", speak)),
    }
    return stacked(heading, mo.ui.tabs(tabs))


def criteria_panel(pool: Pool, speak: Speaker) -> mo.Html:
    """What can count, and how much is known of it."""
    text = say(
        "A criterion gives each pair a value from nothing to full. Where one of the two did not answer it "
        "does not apply, and the others share its weight."
    )
    return stacked(_heading(say("What can count"), text, speak), html(criteria_table(pool, speak)))


def weight_fields(snapshot: Snapshot, speak: Speaker) -> mo.ui.dictionary:
    """A slider per criterion, at the weight that the programme has."""
    return sliders(snapshot.programme.weights, speak)


def weight_panel_of(weights: mo.ui.dictionary, speak: Speaker) -> mo.Html:
    """The sliders under their heading."""
    return stacked(_heading(say("What counts"), None, speak), weights.vstack(gap=0.6))


def settings_with(weights: mo.ui.dictionary, snapshot: Snapshot) -> Settings:
    """The conditions and the aim of the programme, with the weights as they stand here."""
    return replace(stored_settings(snapshot.programme), weights=cast(dict[str, float], weights.value))


def pairs_table(pairs: Any, speak: Speaker) -> mo.ui.table:
    """The pairs, lowest points first; one can be chosen, at first the lowest."""
    first = [0] if pairs.height else None
    return table_of(pairs_frame(pairs, speak), selection="single", initial_selection=first)


def answer_panel(proposal: Proposal, table: mo.ui.table, speak: Speaker) -> mo.Html:
    """What is proposed, in one sentence and as a table."""
    heading = _heading(pairing_headline(proposal), context(proposal), speak)
    choose = say("`pairs` has a row for each pair, the lowest points first. Choose one to see why.")
    return stacked(heading, paragraph(choose, speak, "quiet"), table)


def why(proposal: Proposal, pairs: Any, table: mo.ui.table, who: Names, speak: Speaker) -> mo.Html | None:
    """The points of the chosen pair, taken apart; nothing when none is chosen."""
    chosen = cast(Any, table.value)
    if not chosen.height:
        return None
    pair, candidates = pairs.row(chosen.row(0)[0] - 1, named=True), proposal.pool.candidates
    row, column = candidates.row_of_mentee[pair["mentee_id"]], candidates.column_of_mentor[pair["mentor_id"]]
    return html(card(proposal, row, column, speak, who))


def charts(proposal: Proposal, who: Names, speak: Speaker) -> mo.Html:
    """All possible pairs, and how the points are spread over those of the proposal."""
    drawn = (heat_chart(proposal, who, speak), spread_chart(proposal, speak))
    return mo.vstack([one for one in drawn if one is not None], gap=1.5)


def deciding_answers(proposal: Proposal, who: Names, speak: Speaker) -> mo.Html:
    """The missing answers that can change the proposal, those first that matter most."""
    found = missing_answers(proposal)
    worth, lines = worth_asking(found)[:_ROWS_SHOWN], missing_answer_lines(found)
    told = (paragraph(line, speak) for line in lines)
    table = missing_answers_table(worth, who, speak) if worth else None
    return together(_heading(say("Which answers decide"), None, speak), *told, table)


def table_of(frame: Any, **choice: Any) -> mo.ui.table:
    """A frame to read page by page; it is not saved from here, for it can hold names."""
    choice = {"selection": None, **choice}
    return mo.ui.table(
        frame,
        page_size=_ROWS_SHOWN,
        show_column_summaries=False,
        show_data_types=False,
        show_download=False,
        show_search=False,
        **choice,
    )


def _heading(title: Message, text: Message | None, speak: Speaker) -> mo.Html:
    return together(Markup("<h2>{}</h2>").format(speak(title)), paragraph(text, speak))
