"""Everything about one person, as a page for that person."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from mentorkit.model import Row
from mentorkit.model.conflict import told_fields
from mentorkit.model.entry import JournalEntry
from mentorkit.text import Speaker, say
from mentorkit.views.names import Names
from mentorkit.views.printed import printed_page
from mentorkit.views.programme.history import done_table
from mentorkit.views.programme.visible import visible_table
from mentorkit.views.table import html_table

_BODY = Markup("<main><h1>{}</h1><p>{}</p>{}</main>")
_PART = Markup("<section><h2>{}</h2>{}</section>")


def access_page(
    programme: str,
    names: Names,
    rows: Sequence[Row],
    history: Sequence[JournalEntry],
    today: date,
    speak: Speaker,
) -> str:
    """A whole page: every row with what stands in it, the person's own first; who sees it; what was done."""
    name_of = names.names.get
    title = say("What {programme} knows about {name}", programme=programme, name=name_of(rows[0].id))
    known = ((speak(row.called(name_of)), _fields(row, names, speak)) for row in rows)
    seen = speak(say("Who sees this")), visible_table(speak)
    done = speak(say("What was done with it, and by whom")), done_table(history, speak)
    day = speak(say("As known on {day}.", day=today))
    parts = Markup("").join(_PART.format(*part) for part in (*known, seen, done))
    return printed_page(title, _BODY.format(speak(title), day, parts), speak)


def _fields(row: Row, names: Names, speak: Speaker) -> Markup:
    told = told_fields(row, names.names.get)
    lines = ((speak(label), speak.write(value)) for label, value in told)
    return html_table((say("What"), say("Kept")), lines, speak)
