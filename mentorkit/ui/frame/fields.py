"""What can be asked and pressed on a page: each sort of field once, in the reader's language."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias, TypeVar, cast

import marimo as mo
from markupsafe import Markup, escape

from mentorkit.model.row import Frozen
from mentorkit.text import Message, Speaker
from mentorkit.text.terms import capital
from mentorkit.views.table import each
from mentorkit.workflows.intake.kept import Files

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "ics": "text/calendar",
    "json": "application/json",
    "txt": "text/plain",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

FIELD = Markup(
    '<div class="mk-field" data-field="{0}" style="--mk-mark: var(--mk-lacks-{0}, transparent)">{{{0}}}</div>'
)
"""A style reaches into a form, where a class does not: what is lacking marks the field of that name."""

_LARGEST = 100_000_000

Key = TypeVar("Key")

Form: TypeAlias = mo.ui.form[Any, Any]

Label: TypeAlias = Message | str
"""What a field is called: a sentence, or what is said already."""


class BrowserList(mo.ui.dropdown):
    """A list to choose one from that is the browser's own, however long it is.

    Over a thousand lines marimo would take a list of its own that says Select, Search and Nothing found.
    """

    def _initialize(self, initialization_args: Any) -> None:
        initialization_args.args["searchable"] = False
        super()._initialize(initialization_args)


class Fields:
    """Fields, buttons and files to save, in a reader's language."""

    @property
    def speak(self) -> Speaker:
        """The reader's language."""
        raise NotImplementedError

    def options(self, labels: Mapping[Key, Message]) -> dict[str, Key]:
        """What can be chosen, by its name."""
        return {self.speak(label): key for key, label in labels.items()}

    def called(self, model: type[Frozen], name: str) -> str:
        """What a field of a model is called, as the label of a field on the page."""
        return capital(self.speak(model.called_field(name)))

    def day(self, label: Label, hint: Message | str, now: date | None = None) -> mo.ui.text:
        """A day, as it is typed; the hint shows how, or which one it is when nothing is."""
        typed = f"{now.day}-{now.month}-{now.year}" if now else ""
        return mo.ui.text(typed, label=self.speak.write(label), placeholder=self.speak.write(hint))

    def entry(self, label: Label, value: str = "", **how: Any) -> mo.ui.text:
        """A line of text."""
        return mo.ui.text(value=value, label=self.speak.write(label), full_width=True, **how)

    def area(self, label: Label, value: str = "", rows: int = 4, **how: Any) -> mo.ui.text_area:
        """Several lines of text."""
        return mo.ui.text_area(value=value, label=self.speak.write(label), rows=rows, full_width=True, **how)

    def pick(
        self, label: Label, options: Mapping[str, Any], now: object = None, **how: Any
    ) -> mo.ui.dropdown:
        """A list to choose one from, by its name; `now` is chosen, and may be none of them."""
        chosen = next((name for name, key in options.items() if key == now), None)
        return BrowserList(dict(options), value=chosen, label=self.speak.write(label), **how)

    def radio(self, label: Label, options: Mapping[str, Any], now: object = None, **how: Any) -> mo.ui.radio:
        """A few to choose from, all in sight; `now` is chosen, or else the first."""
        chosen = next((name for name, key in options.items() if key == now), next(iter(options)))
        return mo.ui.radio(dict(options), value=chosen, label=self.speak.write(label), **how)

    def tick(self, label: Label, *, is_on: bool = False, **how: Any) -> mo.ui.checkbox:
        """A box to tick."""
        return mo.ui.checkbox(value=is_on, label=self.speak.write(label), **how)

    def button(
        self, label: Label, do: Callable[[], None], kind: str = "neutral", *, is_off: bool = False
    ) -> mo.ui.button:
        """A button that does something."""
        return mo.ui.button(
            label=self.speak.write(label), on_click=lambda _: do(), kind=cast(Any, kind), disabled=is_off
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
        return mo.Html(str(each(FIELD, fields))).batch(**fields)

    def form(
        self, fields: mo.ui.batch | mo.ui.dropdown | mo.ui.text, submit: Message, do: Callable[[Any], None]
    ) -> Form:
        """Fields that do something together, with their value, once they are handed in."""

        def hand_in(value: Any) -> None:
            if value is not None:
                do(value)

        label = self.speak(submit)
        return mo.ui.form(fields, bordered=False, submit_button_label=label, on_change=hand_in)

    def keeps(
        self, fields: mo.ui.batch, submit: Message, do: Callable[[dict[str, Any]], None]
    ) -> mo.ui.button:
        """A button that takes what stands in fields now; unlike in a form, what is typed shows at once."""
        return self.button(submit, lambda: do(fields.value), "success")

    def to_copy(self, title: Message, text: str) -> Markup:
        """A text to copy: a click takes all of it. No field, for that would keep showing its first text."""
        area = Markup(
            '<pre class="mk-copy" role="textbox" aria-readonly="true" aria-multiline="true" tabindex="0"'
            ' aria-label="{}">{}</pre>'
        )
        return area.format(self.speak(title), text)

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


def literal(text: str) -> Markup:
    """A text within the HTML of a form, in which a brace is only a brace.

    >>> str(literal("{day} <b>"))
    '&#123;day&#125; &lt;b&gt;'
    """
    return escape(text).replace("{", Markup("&#123;")).replace("}", Markup("&#125;"))
