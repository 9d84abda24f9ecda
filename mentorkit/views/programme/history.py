"""What was done in a programme: a line for each action, and what one of them changed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

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
    what, last = next(_called_and_done(entries))
    return [
        say("Last done: {what}, {when}.", what=what, when=_moment(last)),
        say("Everything that was saved stands here, newest first. What you undo stands here too."),
    ]


def done_table(entries: Sequence[JournalEntry], speak: Speaker) -> Markup:
    """A line for each action: when, what and by whom."""
    heads = say("When"), say("What was done"), say("By")
    rows = ((speak(_moment(one)), speak(what), one.who) for what, one in _called_and_done(entries))
    return html_table(heads, rows, speak)


def choices_to_look_at(entries: Sequence[JournalEntry], speak: Speaker) -> Mapping[str, int]:
    """The number of each action that wrote rows, by what it is called in a list."""
    line = say("{number}: {what}, {when}")
    return {
        speak(line.filled(number=one.number, what=what, when=_moment(one))): one.number
        for what, one in _called_and_done(entries)
        if one.rows
    }


def _called_and_done(entries: Sequence[JournalEntry]) -> Iterator[tuple[Message, JournalEntry]]:
    """What each entry did; for an undo what it took back, and of what was taken back that it was."""
    words, by_number = action_words(), {one.number: one for one in entries}
    taken_back = {one.undoes for one in entries}
    for entry in entries:
        what, undone = words[entry.action], by_number.get(entry.undoes or 0)
        if undone:
            what = say("undone: {what}", what=words[undone.action])
        elif entry.number in taken_back:
            what = say("{what} (undone later)", what=what)
        yield what, entry


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
