"""Tables and lists that are read, not worked in: plain HTML that prints and that screen readers know."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from mentorkit.text import Message, Speaker
from mentorkit.views.names import linked

_TABLE = Markup('<table class="mk-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>')


def html_table(headings: Sequence[Message], rows: Iterable[Sequence[object]], speak: Speaker) -> Markup:
    """A table with headings in the reader's language; every cell is escaped text.

    >>> from mentorkit.text import say, speaker
    >>> str(html_table([say("Why")], [["<b>"]], speaker("en")))[-43:]
    '<tr><td>&lt;b&gt;</td></tr></tbody></table>'
    """
    heads = each(Markup('<th scope="col">{}</th>'), map(speak, headings))
    cells = (each(Markup("<td>{}</td>"), row) for row in rows)
    return _TABLE.format(heads=heads, rows=each(Markup("<tr>{}</tr>"), cells))


def plain_list(items: Iterable[object]) -> Markup:
    """Lines one under the other, each escaped unless it is Markup."""
    return Markup('<ul class="mk-plain">{}</ul>').format(each(Markup("<li>{}</li>"), items))


def titled_list(title: Message, items: Iterable[object], speak: Speaker) -> Markup:
    """Lines one under the other below a quiet title, as in `plain_list`; nothing without any."""
    listed = [*items]
    told = Markup('<p class="mk-quiet">{}</p>{}').format(speak(title), plain_list(listed))
    return told if listed else Markup("")


def paragraphs(lines: Iterable[Message], speak: Speaker) -> Markup:
    """Every line in a paragraph of its own."""
    return each(Markup("<p>{}</p>"), map(speak, lines))


def folded_away(title: Message, inner: object, speak: Speaker) -> Markup:
    """What is folded away under its title.

    >>> from mentorkit.text import say, speaker
    >>> str(folded_away(say("Why"), "<b>", speaker("en")))
    '<details><summary>Why</summary>&lt;b&gt;</details>'
    """
    return Markup("<details><summary>{}</summary>{}</details>").format(speak(title), inner)


def each(template: Markup, values: Iterable[object]) -> Markup:
    """Every value in its own copy of a template, escaped unless it is Markup; names may lead to a card."""
    return Markup("").join(template.format(linked(value)) for value in values)
