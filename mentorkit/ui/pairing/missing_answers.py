"""Which missing answers matter most, and the mails that ask for them."""

from collections.abc import Sequence

import marimo as mo
from markupsafe import Markup

from mentorkit.matching.insight.missing_answers import missing_answers
from mentorkit.text import Speaker, say, say_count
from mentorkit.ui.frame.page import html, paragraph
from mentorkit.ui.pairing.opened import Opened, plan_for
from mentorkit.views.pairing.missing_answers import (
    LONGEST_LINK,
    Mail,
    draft,
    mails,
    missing_answer_lines,
    missing_answers_table,
    worth_asking,
)

_SHOWN = 20


def repairs_panel(opened: Opened | None, speak: Speaker) -> mo.Html | None:
    """What to ask first, when she asks, with a mail per person; no mails while names are hidden."""
    proposal = plan_for("repairs", opened)
    if opened is None or proposal is None:
        return None
    found, snapshot, who = missing_answers(proposal), opened.snapshot, opened.who
    worth, lines = worth_asking(found), missing_answer_lines(found)
    parts = [paragraph(line, speak, "quiet" if place else "lead") for place, line in enumerate(lines)]
    if worth:
        parts.append(html(missing_answers_table(worth[:_SHOWN], who, speak)))
        if len(worth) > _SHOWN:
            parts.append(paragraph(say("and {n} more", n=len(worth) - _SHOWN), speak, "quiet"))
        if who.hidden:
            parts.append(
                paragraph(say("Show the names first; then you can write to people."), speak, "quiet")
            )
        else:
            parts.append(_mail_part(mails(worth, snapshot, who, speak), speak))
    return mo.vstack([part for part in parts if part is not None], gap=0.4)


def _mail_part(letters: Sequence[Mail], speak: Speaker) -> mo.Html:
    """A link that opens each mail, the whole text to copy, and a file of it when it is long."""
    text = draft(letters, speak)
    links = Markup("").join(
        Markup('<li><a href="{}">{}</a></li>').format(one.link, speak(say("Write to {name}", name=one.name)))
        for one in letters[:_SHOWN]
        if one.link
    )
    area = Markup('<textarea class="mk-copy" readonly rows="14" cols="80" aria-label="{}">{}</textarea>')
    title = say_count("The mail to send", "The {n} mails to send", len(letters))
    page = Markup('<details><summary>{}</summary><ul class="mk-plain">{}</ul>{}</details>').format(
        speak(title), links, area.format(speak(title), text)
    )
    download = mo.download(
        data=text.encode("utf-8-sig"),
        filename=speak(say("questions.txt")),
        mimetype="text/plain",
        label=speak(say("Save the mails as text")),
    )
    return mo.vstack([html(page), download] if len(text) > LONGEST_LINK else [html(page)], gap=0.4)
