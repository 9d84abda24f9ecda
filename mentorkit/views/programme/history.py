"""What was done in a programme: a line for each action, and what one of them changed."""

from collections import Counter
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from mentorkit.model import Person, Row, action_words
from mentorkit.model.conflict import told_apart
from mentorkit.model.entry import JournalEntry
from mentorkit.text import Message, Speaker, say
from mentorkit.views.names import Names
from mentorkit.views.table import html_table, plain_list

MOST_LINES = 25


def history_headline(entries: Sequence[JournalEntry]) -> list[Message]:
    """What was done last, and what the page is for."""
    last = entries[0]
    return [
        say("Last done: {what}, {when}.", what=_done_called(last, entries), when=_moment(last)),
        say("Everything that was saved stands here, newest first. What you undo stands here too."),
    ]


def done_table(entries: Sequence[JournalEntry], speak: Speaker) -> Markup:
    """A line for each action: when, what and by whom."""
    heads = say("When"), say("What was done"), say("By")
    rows = ((speak(_moment(one)), speak(_done_called(one, entries)), one.who) for one in entries)
    return html_table(heads, rows, speak)


def choices_to_look_at(entries: Sequence[JournalEntry], speak: Speaker) -> Mapping[str, int]:
    """The number of each action that wrote rows, by what it is called in a list."""
    called = say("{number}: {what}, {when}")
    wrote = [one for one in entries if one.rows]
    lines = (
        called.filled(number=one.number, what=_done_called(one, entries), when=_moment(one)) for one in wrote
    )
    return {speak(line): one.number for line, one in zip(lines, wrote, strict=True)}


def _done_called(entry: JournalEntry, entries: Sequence[JournalEntry]) -> Message:
    """What was done; for an undo what it took back, and of what was taken back that it was."""
    words = action_words()
    undone = next((one for one in entries if one.number == entry.undoes), None)
    if undone:
        return say("undone: {what}", what=words[undone.action])
    if any(one.undoes == entry.number for one in entries):
        return say("{what} (undone later)", what=words[entry.action])
    return words[entry.action]


def look_list(changes: Sequence[tuple[Row | None, Row | None]], names: Names, speak: Speaker) -> Markup:
    """What an action did: what is new, what is gone, and what fields became; the most first.

    Of somebody whose name is hidden for now it is told that something changed, and not what.
    """
    told = Counter(speak(_look(before, after, names)) for before, after in changes)
    lines = [line if n == 1 else f"{line} ({speak.write(n)} ×)" for line, n in told.most_common()]
    more = [speak(say("and {n} more", n=len(lines) - MOST_LINES))] if len(lines) > MOST_LINES else []
    return plain_list([*lines[:MOST_LINES], *more])


def _look(before: Row | None, after: Row | None, names: Names) -> Message:
    what = _called(after or before, names)
    if before is None:
        return say("New: {what}", what=what)
    if after is None:
        return say("Removed: {what}", what=what)
    is_hidden = isinstance(after, Person) and after.id in names.hidden
    told = [] if is_hidden else [*told_apart(before, after, names.names.get)]
    fields = [say("{field}: {before} → {after}", field=f, before=was, after=now) for f, was, now in told]
    return say("{what}: {fields}", what=what, fields=fields) if fields else say("Changed: {what}", what=what)


def _called(row: Row | None, names: Names) -> Message | str:
    assert row is not None  # noqa: S101 -- an item of the journal has at least one of the two
    return names[row.id] if row.id in names.hidden else row.called(names.names.get)


def _moment(entry: JournalEntry) -> Message:
    at = entry.at.astimezone()
    return say("{day}, {time}", day=at.date(), time=f"{at:%H:%M}")
