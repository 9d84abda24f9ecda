"""Tables that are read, not worked in: plain HTML that prints and that screen readers know."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from mentorkit.text import Message, Speaker

_TABLE = Markup('<table class="mk-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>')


def html_table(headings: Sequence[Message], rows: Iterable[Sequence[object]], speak: Speaker) -> Markup:
    """A table with headings in the reader's language; every cell is escaped text.

    >>> from mentorkit.text import say, speaker
    >>> str(html_table([say("Why")], [["<b>"]], speaker("en")))[-43:]
    '<tr><td>&lt;b&gt;</td></tr></tbody></table>'
    """
    heads = Markup("").join(Markup('<th scope="col">{}</th>').format(speak(head)) for head in headings)
    return _TABLE.format(heads=heads, rows=Markup("").join(_row(row) for row in rows))


def _row(cells: Sequence[object]) -> Markup:
    return Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells))
