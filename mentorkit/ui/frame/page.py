"""A page: the programme on the desk, the reader's language, and each thing that pages repeat, once.

The functions here are the only ways for text to reach a page.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import marimo as mo
from markupsafe import Markup

from mentorkit.errors import MentorkitError
from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal
from mentorkit.model import Changes
from mentorkit.serving.visit import SAMPLE
from mentorkit.text import Message, Speaker, say
from mentorkit.ui.frame.desk import Desk, Told
from mentorkit.ui.frame.fields import FIELD, Fields, Form, Label
from mentorkit.views.mail import Mail, draft, mail_links
from mentorkit.views.names import Names, linked
from mentorkit.views.table import folded_away, html_table, plain_list

PAGES: Mapping[str, tuple[str, Message]] = {
    "programme": ("/", say("Programme")),
    "framework": ("/framework/", say("Framework")),
    "intake": ("/intake/", say("Sign-ups")),
    "pairing": ("/pairing/", say("Pairing")),
    "start": ("/start/", say("Start")),
    "progress": ("/progress/", say("Progress")),
    "pulses": ("/pulses/", say("Pulses")),
    "closing": ("/closing/", say("Closing")),
    "evaluation": ("/evaluation/", say("Evaluation")),
    "sharing": ("/sharing/", say("Sharing")),
    "history": ("/history/", say("History")),
}
"""The pages, by the name of their notebook: where each stands, and what its link says."""

_ASKED = Markup(
    '<div data-lacks="{0}" style="--mk-lacks-{0}: var(--mk-attention)">{1}'
    '<div class="mk-outcome" role="status">{2}</div></div>'
)


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
    return FIELD.format(name).format(**{name: markup_of(element)})


def together(*parts: Markup | mo.Html | None) -> mo.Html:
    """Elements and safe HTML as one block; None is left out."""
    return html(markup_of(*parts))


def side_by_side(*elements: mo.Html | None) -> mo.Html:
    """Elements in one row, each as wide as it needs; None is left out."""
    return boxed("row", *elements)


def boxed(kind: str, *parts: Markup | mo.Html | None) -> mo.Html:
    """Elements and safe HTML in a box of the stylesheet."""
    return html(Markup('<div class="mk-{}">{}</div>').format(kind, markup_of(*parts)))


def unseen(label: str) -> str:
    """A label for a field of marimo's that only a screen reader says; no sign in it means anything."""
    return f'<span class="mk-unseen">{plain_label(label)}</span>'


def plain_label(label: str) -> str:
    """A label for a field of marimo's in which no sign means anything."""
    return "".join(sign if sign.isalnum() else f"&#{ord(sign)};" for sign in label)


def stacked(*elements: mo.Html | None, gap: float = 0.4) -> mo.Html:
    """Elements one under the other; None is left out."""
    return mo.vstack([element for element in elements if element is not None], gap=gap)


def paragraph(message: Message | None, speak: Speaker, kind: str = "text") -> mo.Html | None:
    """One sentence; `kind` is a class of the stylesheet such as lead, quiet or notice."""
    if message is None:
        return None
    return html(Markup('<p class="mk-{}">{}</p>').format(kind, speak(message)))


@dataclass(frozen=True)
class Page(Fields):
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

    @property
    def names(self) -> Names:
        """What to call everybody in the programme."""
        return Names.of(self.desk.snapshot)

    def do(self, action: Callable[[Snapshot], Changes], done: Message | None = None) -> None:
        """Carry out one action on what the coordinator sees, and show what came of it."""
        self._show_after(lambda: self.desk.do(action, done, self.place))

    def decide(self, action: Callable[[Snapshot, Proposal], Changes], done: Message | None = None) -> None:
        """Carry out one action on the plan the coordinator sees, and show what came of it."""
        self._show_after(lambda: self.desk.decide(action, done, self.place))

    def acts(self, label: Label, action: Callable[[Snapshot], Changes], done: Message) -> mo.ui.button:
        """A button for one action."""
        return self.button(label, lambda: self.do(action, done))

    def asks(
        self, fields: Any, submit: Message, action: Callable[[Snapshot, Any], Changes], done: Message
    ) -> Form:
        """A form for one action, which takes what was filled in."""
        return self.form(fields, submit, lambda given: self.do(lambda now: action(now, given), done))

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
        here = told if told.place == self.place == self.desk.place else Told(None)
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
        return html(folded_away(title, markup_of(*parts), self.speak))

    def mails(self, title: Message, mails: Sequence[Mail], most: int | None = None) -> mo.Html:
        """Mails folded away: a link that opens each of the first, and the text of all to copy."""
        text = self.to_copy(title, draft(mails, self.speak))
        return self.fold(title, mail_links(mails[:most], self.speak), text)

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
