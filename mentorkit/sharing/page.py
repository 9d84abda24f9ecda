"""An extract as one HTML file: opens from disk without a network, prints, and reads without JavaScript."""

from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from mentorkit.sharing.extract import Extract, InLanguage, SharedPart
from mentorkit.text import Language, say, speaker
from mentorkit.views.evaluation.figures import interval_drawing
from mentorkit.views.printed import whole_page
from mentorkit.views.table import plain_list

_HERE = Path(__file__).parent
NAMES: dict[Language, str] = {"nl": "Nederlands", "en": "English"}
_CHOICE = Markup(
    '<input type="radio" name="language" id="in-{code}"{checked}><label for="in-{code}">{name}</label>'
)
_TEXT = Markup(
    '<article lang="{code}"><h1>{title}</h1>{about}'
    '<p class="out" data-until="{until}" hidden>{out}</p>{parts}'
    "<section><h2>{inside}</h2>{lines}<p>{print}</p></section></article>"
)
_PART = Markup("<section><h2>{}</h2>{}{}</section>")
_TABLE = Markup(
    '<div class="table" tabindex="0" role="group" aria-label="{title}" data-search="{search}"'
    ' data-sort="{sort}"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
)
_DATA = Markup('<script type="application/json" id="extract">{}</script>')


def shared_page(extract: Extract) -> str:
    """The whole file. What people wrote in it is text everywhere; no script runs but ours."""
    codes = extract.in_order
    choices = Markup("").join(
        _CHOICE.format(code=code, name=NAMES[code], checked=Markup(" checked") if code == codes[0] else "")
        for code in codes
    )
    texts = Markup("").join(_text(extract, code, extract.texts[code]) for code in codes)
    body = Markup("<header>{}</header><main>{}</main>{}").format(choices, texts, _data(extract))
    return whole_page(extract.texts[codes[0]].title, body, _HERE / "page.css", codes[0], _HERE / "page.js")


def _data(extract: Extract) -> Markup:
    """The extract as plain JSON, in which no sign can end the element."""
    text = extract.json.replace("<", "\\u003c")
    return _DATA.format(Markup(text))  # noqa: S704 -- no element can begin or end in it


def _text(extract: Extract, code: Language, told: InLanguage) -> Markup:
    speak = speaker(code)
    return _TEXT.format(
        code=code,
        title=told.title,
        about=Markup("").join(Markup("<p>{}</p>").format(line) for line in told.about),
        until=extract.expires_on.isoformat(),
        out=speak(say("This file counts no longer. Ask for a new one.")),
        parts=Markup("").join(_part(one, code) for one in told.parts),
        inside=speak(say("What is in this file")),
        lines=plain_list(told.inside),
        print=speak(say("Fingerprint: {sha256}", sha256=extract.fingerprint)),
    )


def _part(part: SharedPart, code: Language) -> Markup:
    lines = plain_list(part.lines) if part.lines else ""
    return _PART.format(part.title, lines, _table(part, code) if part.rows else "")


def _table(part: SharedPart, code: Language) -> Markup:
    speak = speaker(code)
    heads = [*part.heads, part.measured] if part.intervals else part.heads
    rows = Markup("").join(
        Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells))
        for cells in _cells(part)
    )
    return _TABLE.format(
        title=part.title,
        search=speak(say("Search in this table")),
        sort=speak(say("Sort by {column}", column="§")),
        heads=Markup("").join(Markup('<th scope="col">{}</th>').format(head) for head in heads),
        rows=rows,
    )


def _cells(part: SharedPart) -> Iterator[list[str]]:
    """The cells of each row, with its drawing behind them where the table has drawings."""
    for place, row in enumerate(part.rows):
        drawn = part.intervals[place : place + 1]
        yield [*row, *(interval_drawing(*one, label=row[-1]) if one else "" for one in drawn)]
