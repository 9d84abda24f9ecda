"""What a view gives, as text that a person can read: sentences, lists, tables in columns."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from typing import Any

import altair as alt
import numpy as np
import polars as pl

from mentorkit.text import Message, Speaker

NOTHING = "(nothing)"
HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### "}
BLOCKS = {**HEADINGS, "title": "", "p": "", "caption": "", "summary": "> ", "li": "- "}
ROUND_OFF = {"div", "ul", "details", "article", "section", "header"}


def as_text(value: Any, speak: Speaker) -> str:
    """Any value that a view gives, in one language."""
    match plain(value):
        case Message() as message:
            return speak(message)
        case None | "":
            return NOTHING
        case str() as text:
            return Reader(str(text)).text if text.startswith("<") else text
        case Mapping() as entries:
            return "\n".join(entry(key, one, speak) for key, one in entries.items()) or NOTHING
        case Iterable() as rows:
            return "\n".join(row(one, speak) for one in rows) or NOTHING
    return number(value)


def plain(value: Any) -> Any:
    """What comes from a library as text, lists and mappings."""
    match value:
        case pl.DataFrame():
            return table([value.columns, *value.rows()])
        case alt.LayerChart():
            return chart(value)
        case bytes():
            return " ".join(map(str, value))
        case np.ndarray():
            return value.tolist()
        case frozenset():
            return ", ".join(sorted(value))
        case _ if is_dataclass(value) and not isinstance(value, Message):
            return {one.name: getattr(value, one.name) for one in fields(value)}
    return value


def entry(key: object, value: Any, speak: Speaker) -> str:
    """One line, or the name with the lines under it."""
    text, several = as_text(value, speak), plain(value)
    if isinstance(several, list | tuple) and not any(isinstance(one, list | tuple) for one in several):
        text = "; ".join(text.split("\n"))
    return f"{key}:\n{indented(text)}" if "\n" in text else f"{key}: {text}"


def row(value: Any, speak: Speaker) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Sequence):
        return " | ".join(as_text(one, speak) for one in value)
    return as_text(value, speak)


def number(value: Any) -> str:
    """A number to six digits, so that the last bits of a processor are not in it."""
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())


def table(rows: Sequence[Sequence[Any]]) -> str:
    """Rows under their headings, in columns; a row of one cell stands by itself."""
    cells = [[number(cell) for cell in one] for one in rows]
    wide = [one for one in cells if len(one) > 1]
    widths = [max(map(len, column)) for column in zip(*wide, strict=True)]
    lines = [
        " | ".join(cell.ljust(width) for cell, width in zip(one, widths, strict=True)).rstrip()
        if len(one) > 1
        else f"    {one[0]}"
        for one in cells
    ]
    return "\n".join([lines[0], "-" * len(" | ".join("x" * width for width in widths)), *lines[1:]])


def chart(value: alt.LayerChart) -> str:
    """The title, the names of the axes, and the numbers behind it."""
    told = value.to_dict()
    sets = [rows for rows in told["datasets"].values() if rows]
    axes = {
        f"{axis}: {encoding['title']}": None
        for layer in told["layer"]
        for axis, encoding in layer["encoding"].items()
        if encoding.get("title")
    }
    numbers = (table([list(rows[0]), *(list(one.values()) for one in rows)]) for rows in sets)
    return "\n".join([told["title"]["text"].replace("\n", " "), *axes, *numbers])


class Reader(HTMLParser):
    """Our own HTML as lines; what is only style is left out."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self.rows: list[list[str]] | None = None
        self.is_style = False
        self.after = ""
        self.feed(page)

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.lines if line.strip())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.lines += [f"language: {told['lang']}", ""]
        elif tag in BLOCKS or tag in ROUND_OFF:
            self.lines.append(BLOCKS.get(tag, ""))
        elif tag == "table":
            self.rows = []
        elif tag == "tr" and self.rows is not None:
            self.rows.append([])
        elif tag in {"td", "th"} and self.rows is not None:
            is_whole_row = "mk-quiet" in told.get("class", "")
            self.rows[-1] += [""] * (1 if is_whole_row else int(told.get("colspan", 1)))
        else:
            self.inline(tag, told)

    def inline(self, tag: str, told: Mapping[str, str]) -> None:
        self.is_style = tag == "style"
        before = {"br": " / ", "i": "☐ ", "strong": "**"}.get(tag, "")
        if tag == "span":
            before = f"[{told['style'].removeprefix('width:')}]" if "style" in told else "  "
        self.after = f" ({told['title']})" if "title" in told else self.after
        self.handle_data(before)

    def handle_endtag(self, tag: str) -> None:
        self.is_style = False
        if tag == "table":
            self.lines += [*table(self.rows).splitlines(), ""]
            self.rows = None
        elif tag == "strong":
            self.handle_data(f"**{self.after}")
            self.after = ""
        elif tag in BLOCKS or tag in ROUND_OFF:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if self.is_style:
            return
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data
        elif self.rows is None or data.strip():
            self.lines[-1] += data
