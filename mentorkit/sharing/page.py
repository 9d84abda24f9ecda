"""An extract as one HTML file: opens from disk without a network, prints, and reads without JavaScript."""

from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from mentorkit.sharing.extract import Extract, InLanguage, SharedPart
from mentorkit.sharing.play import Play
from mentorkit.text import Language, say, speaker
from mentorkit.views.evaluation.figures import interval_drawing
from mentorkit.views.printed import whole_page
from mentorkit.views.table import each, plain_list

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
_SLIDER = Markup(
    '<label>{label} <input type="range" min="0" max="{last}" value="2"> <output>{weight:g}</output></label>'
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
    data = Markup(extract.json.replace("<", "\\u003c"))  # noqa: S704 -- no element can begin or end in it
    body = Markup("<header>{}</header><main>{}</main>{}").format(choices, texts, _DATA.format(data))
    return whole_page(extract.texts[codes[0]].title, body, _HERE / "page.css", codes[0], _HERE / "page.js")


def _text(extract: Extract, code: Language, told: InLanguage) -> Markup:
    speak = speaker(code)
    return _TEXT.format(
        code=code,
        title=told.title,
        about=each(Markup("<p>{}</p>"), told.about),
        until=extract.expires_on.isoformat(),
        out=speak(say("This file counts no longer. Ask for a new one.")),
        parts=Markup("").join(_part(one, code) for one in told.parts) + _playing(extract.play, told, code),
        inside=speak(say("What is in this file")),
        lines=plain_list(told.inside),
        print=speak(say("Fingerprint: {sha256}", sha256=extract.fingerprint)),
    )


def _playing(play: Play | None, told: InLanguage, code: Language) -> Markup:
    """The part that follows the sliders, which show once their script runs."""
    if play is None or told.playing is None:
        return Markup("")
    sliders = Markup("").join(
        _SLIDER.format(label=label, last=len(weights) - 1, weight=weights[2])
        for label, weights in zip(told.sliders, play.weights, strict=True)
    )
    return Markup('<div class="play">{}<div class="sliders" hidden>{}</div></div>').format(
        _part(told.playing, code), sliders
    )


def _part(part: SharedPart, code: Language) -> Markup:
    lines = plain_list(part.lines) if part.lines else ""
    return _PART.format(part.title, lines, _table(part, code) if part.rows else "")


def _table(part: SharedPart, code: Language) -> Markup:
    speak = speaker(code)
    heads = [*part.heads, part.measured] if part.intervals else part.heads
    rows = each(Markup("<tr>{}</tr>"), (each(Markup("<td>{}</td>"), cells) for cells in _cells(part)))
    return _TABLE.format(
        title=part.title,
        search=speak(say("Search in this table")),
        sort=speak(say("Sort by {column}", column="§")),
        heads=each(Markup('<th scope="col">{}</th>'), heads),
        rows=rows,
    )


def _cells(part: SharedPart) -> Iterator[list[str]]:
    """The cells of each row, with its drawing behind them where the table has drawings."""
    for place, row in enumerate(part.rows):
        drawn = part.intervals[place : place + 1]
        yield [*row, *(interval_drawing(*one, label=row[-1]) if one else "" for one in drawn)]
