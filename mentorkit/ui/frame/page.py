"""A page: the programme on the desk, the reader's language, and each thing that pages repeat, once.

The functions here are the only ways for text to reach a page.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast

import marimo as mo
from markupsafe import Markup

from mentorkit.errors import MentorkitError
from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal
from mentorkit.model import Changes
from mentorkit.serving.visit import SAMPLE
from mentorkit.text import Message, Speaker, say
from mentorkit.ui.frame.desk import Desk, Told
from mentorkit.views.names import linked
from mentorkit.views.table import each, html_table, plain_list
from mentorkit.workflows.intake.kept import Files

PAGES: Mapping[str, tuple[str, Message]] = {
    "programme": ("/", say("Programme")),
    "framework": ("/framework/", say("Framework")),
    "intake": ("/intake/", say("Sign-ups")),
    "pairing": ("/pairing/", say("Pairing")),
    "start": ("/start/", say("Start")),
}
"""The pages, by the name of their notebook: where each stands, and what its link says."""

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "txt": "text/plain",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

_ASKED = Markup(
    '<div data-lacks="{0}" style="--mk-lacks-{0}: var(--mk-attention)">{1}'
    '<div class="mk-outcome" role="status">{2}</div></div>'
)
_FIELD = Markup(
    '<div class="mk-field" data-field="{0}" style="--mk-mark: var(--mk-lacks-{0}, transparent)">{{{0}}}</div>'
)
"""A style reaches into a form, where a class does not: what is lacking marks the field of that name."""

_LARGEST = 100_000_000

Key = TypeVar("Key")


def html(text: Markup) -> mo.Html:
    """Safe HTML on the page, in which names may lead to a card; what is not Markup was escaped before."""
    return mo.Html(str(linked(text)))


def markup_of(*parts: Markup | mo.Html | None) -> Markup:
    """Elements and safe HTML as part of other safe HTML; None is left out."""
    return Markup("").join(
        part if isinstance(part, Markup) else Markup(part.text)  # noqa: S704 -- made by marimo from our labels
        for part in parts
        if part is not None
    )


def marked(name: str, element: mo.Html) -> Markup:
    """A field by itself, which is marked when it is the one that an outcome is about."""
    return _FIELD.format(name).format(**{name: markup_of(element)})


def together(*parts: Markup | mo.Html | None) -> mo.Html:
    """Elements and safe HTML as one block; None is left out."""
    return html(markup_of(*parts))


def side_by_side(*elements: mo.Html | None) -> mo.Html:
    """Elements in one row, each as wide as it needs; None is left out."""
    return html(Markup('<div class="mk-row">{}</div>').format(markup_of(*elements)))


def unseen(label: str) -> str:
    """A label for a field of marimo's that only a screen reader says; no sign in it means anything."""
    plain = "".join(sign if sign.isalnum() else f"&#{ord(sign)};" for sign in label)
    return f'<span class="mk-unseen">{plain}</span>'


def stacked(*elements: mo.Html | None, gap: float = 0.4) -> mo.Html:
    """Elements one under the other; None is left out."""
    return mo.vstack([element for element in elements if element is not None], gap=gap)


def paragraph(message: Message | None, speak: Speaker, kind: str = "text") -> mo.Html | None:
    """One sentence; `kind` is a class of the stylesheet such as lead, quiet or notice."""
    if message is None:
        return None
    return html(Markup('<p class="mk-{}">{}</p>').format(kind, speak(message)))


@dataclass(frozen=True)
class Page:
    """What every function of a page is given: the desk, the reader's language, and how to show it anew.

    `refresh` is called after an action, with whether everything is to be made again. `place` names
    the form or button at which an action is asked for; without one its outcome stands in the top bar.
    """

    desk: Desk
    reader: Speaker
    refresh: Callable[..., None]
    place: str = ""

    @property
    def speak(self) -> Speaker:
        """The reader's language, in the words of the programme as they are now."""
        return self.reader.of(self.desk.snapshot.programme.terms)

    @property
    def has_sign_ups(self) -> bool:
        """Whether anybody signed up; before that most of a page is not there."""
        return self.desk.snapshot.applications.height > 0

    @property
    def has_both_sides(self) -> bool:
        """Whether there are sign-ups of mentors and of mentees."""
        return self.desk.snapshot.applications["role"].n_unique() > 1

    def do(self, action: Callable[[Snapshot], Changes], done: Message | None = None) -> None:
        """Carry out one action on what the coordinator sees, and show what came of it."""
        self._show_after(lambda: self.desk.do(action, done, self.place))

    def decide(self, action: Callable[[Snapshot, Proposal], Changes], done: Message | None = None) -> None:
        """Carry out one action on the plan the coordinator sees, and show what came of it."""
        self._show_after(lambda: self.desk.decide(action, done, self.place))

    def undo(self) -> None:
        """Take back the last action, and show what came of it."""
        self._show_after(lambda: self.desk.undo(self.place))

    def refuse(self, refusal: MentorkitError) -> None:
        """Show why something is not done."""

        def refused(_: Snapshot) -> Changes:
            raise refusal

        self.do(refused)

    def at(self, place: str) -> "Page":
        """The same page, for a form or button of which the outcome stands right under it."""
        return replace(self, place=place)

    def under(self, told: Told, undo: mo.Html, *asked: mo.Html | None) -> mo.Html | None:
        """Forms or buttons, with what came of them right under them, and the way back when there is one.

        `undo` is the button of `take_back_button`. The line for the outcome is there from the start,
        so that a screen reader says what comes there, and the browser keeps what was typed.
        """
        here = told if told.place == self.place else Told(None)
        if here.message is None and all(one is None for one in asked):
            return None
        outcome = markup_of(self.text(here.message), undo if here.can_undo else None)
        return html(_ASKED.format(here.field, markup_of(*asked), outcome))

    def _show_after(self, act: Callable[[], object]) -> None:
        """Show what came of an action; a form whose words are refused keeps what was typed in it."""
        before = self.desk.snapshot.number
        act()
        self.refresh(not self.place or self.desk.snapshot.number != before)

    def text(self, message: Message | None, kind: str = "text") -> mo.Html | None:
        """One sentence; nothing for None."""
        return paragraph(message, self.speak, kind)

    def quiet(self, message: Message | None) -> mo.Html | None:
        """One sentence that explains, in grey."""
        return self.text(message, "quiet")

    def notice(self, message: Message | None) -> mo.Html | None:
        """One sentence that asks for attention."""
        return self.text(message, "notice")

    def told(self, message: Message | None) -> mo.Html | None:
        """What came of an action; a screen reader says it at once."""
        if message is None:
            return None
        return html(Markup('<p class="mk-notice" role="status">{}</p>').format(self.speak(message)))

    def more(self, left: int) -> mo.Html | None:
        """How many lines a list does not show; nothing when it shows all."""
        return self.quiet(say("and {n} more", n=left)) if left > 0 else None

    def first(self, lines: Sequence[Message]) -> Markup:
        """The answer of a page as its title, and what stands behind it."""
        title, *rest = lines
        context = markup_of(*(self.text(line, "context") for line in rest))
        return Markup("<h1>{}</h1>{}").format(self.speak(title), context)

    def title(self, message: Message, level: int = 2) -> mo.Html:
        """The heading of a section, or of a part of it."""
        return html(Markup("<h{0}>{1}</h{0}>").format(level, self.speak(message)))

    def table(self, heads: Sequence[Message], rows: Iterable[Sequence[object]]) -> mo.Html:
        """A table to read; cells are escaped unless they are Markup."""
        return html(html_table(heads, rows, self.speak))

    def terms(self, lines: Iterable[tuple[Message, Message]]) -> Markup:
        """What is meant by each of several names."""
        line = Markup("<strong>{}</strong>: {}")
        return plain_list(line.format(self.speak(name), self.speak(meaning)) for name, meaning in lines)

    def fold(self, title: Message, *parts: Markup | mo.Html | None) -> mo.Html:
        """Parts that are folded away under their title."""
        folded = Markup("<details><summary>{}</summary>{}</details>")
        return html(folded.format(self.speak(title), markup_of(*parts)))

    def to_copy(self, title: Message, text: str) -> Markup:
        """A text to copy."""
        area = Markup('<textarea class="mk-copy" readonly rows="14" cols="80" aria-label="{}">{}</textarea>')
        return area.format(self.speak(title), text)

    def address(self, to: str) -> str:
        """Where another page of ours stands, in the reader's language."""
        return f"{self.desk.root}{PAGES[to][0]}?lang={self.speak.language}"

    def way(self, to: str) -> Markup:
        """A link to another page of ours by its name, within a line."""
        return Markup('<a href="{}">{}</a>').format(self.address(to), self.speak(PAGES[to][1]))

    def link(self, to: str, label: Message) -> mo.Html:
        """A link to another page of ours, in the reader's language."""
        return self.link_at(self.desk.root + PAGES[to][0], label)

    def link_at(self, address: str, label: Message) -> mo.Html:
        """A link to an address of this server, in the reader's language."""
        link = Markup('<p class="mk-link"><a href="{}?lang={}">{}</a></p>')
        return html(link.format(address, self.speak.language, self.speak(label)))

    def example_link(self) -> mo.Html | None:
        """The way to the made-up programme, a file of its own, as long as nobody signed up here."""
        if self.has_sign_ups or self.desk.snapshot.programme.is_sample:
            return None
        return self.link_at(f"{SAMPLE}/", say("Try it with made-up people"))

    def options(self, labels: Mapping[Key, Message]) -> dict[str, Key]:
        """What can be chosen, by its name."""
        return {self.speak(label): key for key, label in labels.items()}

    def button(
        self, label: Message, do: Callable[[], None], kind: str = "neutral", *, is_off: bool = False
    ) -> mo.ui.button:
        """A button that does something."""
        return mo.ui.button(
            label=self.speak(label), on_click=lambda _: do(), kind=cast(Any, kind), disabled=is_off
        )

    def drop_area(self, label: Message, take: Callable[[Files], None]) -> mo.ui.file:
        """Where files of any type are dropped: what cannot be read is told in our own words."""

        def add(uploads: Sequence[Any]) -> None:
            take(tuple((upload.name, upload.contents) for upload in uploads))

        return mo.ui.file(
            kind="area", multiple=True, max_size=_LARGEST, label=self.speak(label), on_change=add
        )

    def fields(self, **fields: Any) -> mo.ui.batch:
        """The fields of a form, one under the other; one that is missing is marked by its name."""
        return mo.Html(str(each(_FIELD, fields))).batch(**fields)

    def form(
        self, fields: mo.ui.batch | mo.ui.dropdown | mo.ui.text, submit: Message, do: Callable[[Any], None]
    ) -> mo.ui.form[Any, Any]:
        """Fields that do something together, with their value, once they are handed in."""

        def hand_in(value: Any) -> None:
            if value is not None:
                do(value)

        label = self.speak(submit)
        return mo.ui.form(fields, bordered=False, submit_button_label=label, on_change=hand_in)

    def download(
        self, label: Message, name: Message, data: Callable[[], bytes] | str, *, is_off: bool = False
    ) -> mo.Html:
        """Saves a file under a name: a text, or bytes that are made when they are asked for."""
        called = self.speak(name)
        return mo.download(
            data=data.encode("utf-8-sig") if isinstance(data, str) else data,
            filename=called,
            mimetype=_TYPES[called.rpartition(".")[2]],
            label=self.speak(label),
            disabled=is_off,
        )
