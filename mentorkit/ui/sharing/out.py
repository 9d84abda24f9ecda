"""Which files are out, and withdrawing one; and who may get what."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.model import READERS, Changes, Shared
from mentorkit.sharing.audiences import HEADS, audience_rows
from mentorkit.text import Message, say, say_count
from mentorkit.text.terms import capital
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, boxed, html, stacked
from mentorkit.views.programme.standing import Standing, to_do_next
from mentorkit.workflows.sharing.share import withdraw_shared

_WHEN = attrgetter("shared_on", "revision")
_HEADS = (
    say("For whom"),
    say("Files"),
    say("Made on"),
    say("Still counts"),
    say("Fingerprint"),
)
_ONE_FILE = say("A reader gets one file with only what is theirs. It opens without mentorkit and a network.")
_CALLED_BACK = say(
    "A file that was sent cannot be called back: whoever has it can go on reading it. "
    "Withdrawing notes that it counts no longer; tell its readers, and ask them to delete it."
)
_WITHDRAWN = say("Noted: it counts no longer. Tell its readers, for a file cannot be called back.")


def batches_of(shared: Iterable[Shared]) -> list[list[Shared]]:
    """What was made together, the newest first."""
    return [[*files] for _, files in groupby(sorted(shared, key=_WHEN, reverse=True), _WHEN)]


def sharing_answer(page: Page, batches: Sequence[Sequence[Shared]]) -> mo.Html:
    """How many files are out; before there are pairs, what to do first."""
    today, snapshot = page.desk.today(), page.desk.snapshot
    out = sum(len(one) for one in batches if _counts(one[0], today))
    headline = say_count("{n} shared file still counts.", "{n} shared files still count.", out)
    told = html(page.first([headline if out else say("No file is out that still counts."), _ONE_FILE]))
    if snapshot.pairs.height:
        return told
    first = page.text(say("Most files tell of pairs. Before there are any, there is little to share."))
    return stacked(told, first, boxed("next", page.link(*to_do_next(Standing.of(snapshot, today)))))


def withdraw_form(page: Page, batches: Sequence[Sequence[Shared]]) -> Form | None:
    """Notes that files count no longer; nothing when none does."""
    today = page.desk.today()
    rows = [one for one in batches if _counts(one[0], today)]
    lines = {f"{n}. {', '.join(map(str, _row(page, one)[:3]))}": one for n, one in enumerate(rows, 1)}

    def withdraw(now: Snapshot, given: dict[str, Any]) -> Changes:
        return withdraw_shared(now, [one.id for one in given["batch"]], today)

    fields = page.fields(batch=page.pick(say("Which file?"), lines, rows[0] if rows else None))
    return page.asks(fields, say("Withdraw"), withdraw, _WITHDRAWN) if rows else None


def out_panel(page: Page, batches: Sequence[Sequence[Shared]], withdraw: Form | None) -> mo.Html | None:
    """What was shared, the newest first; nothing before anything was."""
    if not batches:
        return None
    table = boxed("numbers", page.table(_HEADS, (_row(page, one) for one in batches)))
    return stacked(page.title(say("What was shared")), table, page.quiet(_CALLED_BACK), withdraw)


def readers_panel(page: Page) -> mo.Html:
    """Who may get what: the same table as in the README."""
    hint = say("What is not named here is in no file. Which fields a file is made from stands at its end.")
    table = boxed("numbers", page.table(HEADS, audience_rows(page.speak)))
    return stacked(page.title(say("Who gets what")), page.quiet(hint), table)


def _counts(file: Shared, today: date) -> bool:
    return file.withdrawn_on is None and today <= file.expires_on


def _row(page: Page, batch: Sequence[Shared]) -> Sequence[object]:
    """A line of the list; several files have a fingerprint each, so none is shown."""
    file, n, speak = batch[0], len(batch), page.speak
    until: Message = say("until {day}", day=file.expires_on)
    if file.withdrawn_on is not None:
        until = say("no longer: withdrawn on {day}", day=file.withdrawn_on)
    elif not _counts(file, page.desk.today()):
        until = say("no longer: it counted until {day}", day=file.expires_on)
    code = file.sha256[:12] if n == 1 else speak(say("each its own"))
    reader, day = capital(speak(READERS[file.audience])), speak.write(file.shared_on)
    return reader, speak(say_count("{n} file", "{n} files", n)), day, speak(until), code
