"""What backups there are, what came after each, and what became of the file that was replaced."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from mentorkit.model import action_words
from mentorkit.text import Message, say, say_count

_MOST = 3


def choice_line(at: datetime, people: int, pairs: int, since: Sequence[str]) -> Message:
    """One backup: of when, what is in it, and what was done after it, most often first."""
    moment = at.astimezone()
    return say(
        "{day}, {time}: {people} {pairs} {since}",
        day=moment.date(),
        time=f"{moment:%H:%M}",
        people=say_count("One person.", "{n} people.", people),
        pairs=say_count("One pair.", "{n} pairs.", pairs),
        since=_since(since),
    )


def put_back_line(kept: Path | None) -> Message:
    """That a backup stands in its place, and where the earlier file is."""
    if kept is None:
        return say("The backup is put back.")
    return say("The backup is put back. The file as it was is kept as {file}.", file=str(kept))


def health_lines(
    refusal: Message | None, sound: Sequence[datetime], damaged: Sequence[str], folder: str
) -> Iterator[Message]:
    """Whether a file is well, how many backups are, and which are not."""
    yield refusal or say("The programme file is well.")
    if sound:
        count = say_count("One sound backup", "{n} sound backups", len(sound))
        yield say(
            "{count} in {folder}, the newest of {when}.",
            count=count,
            folder=folder,
            when=sound[-1].astimezone(),
        )
    else:
        yield say("There is no sound backup in {folder}.", folder=folder)
    for name in damaged:
        yield say("This backup is damaged: {file}", file=name)


def copied_line(service: str) -> Message | None:
    """What to mind when a programme lies in a folder that a service or network drive shares; else nothing."""
    if not service:
        return None
    return say(
        "This programme lies in a folder of {service}, which copies it to other places while you work. "
        "Open it on one computer at a time, or move it to a folder of your own and let only its "
        "backups be copied.",
        service=service,
    )


def verified_line(wrong: int | None) -> Message:
    """Whether the journal is as it was written, or the number of the first entry that is not."""
    if wrong is None:
        return say("Every entry of the journal is as it was written, and agrees with the backups.")
    return say(
        "Entry {n} of the journal is not as it was written: it was changed or removed by another program. "
        "What is older is whole; compare with a backup before you rely on the rest.",
        n=wrong,
    )


def _since(actions: Sequence[str]) -> Message:
    if not actions:
        return say("Nothing was done since.")
    words, known = action_words(), Counter(name for name in actions if name in action_words())
    what = [words[name] for name, _ in known.most_common(_MOST)]
    return say_count(
        "One later action is not in it: {what}.",
        "{n} later actions are not in it, such as: {what}.",
        len(actions),
        what=what,
    )
