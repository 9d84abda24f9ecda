"""The coordinator's desk: one programme, open in one browser window."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import cast

from pydantic import ValidationError

from mentorkit.errors import MentorkitError, RevisionConflict
from mentorkit.frames import Snapshot
from mentorkit.matching import PlanChange, Proposal, Settings, plan_change
from mentorkit.model import Changes, Person, Programme, Row, Update
from mentorkit.model.row import too_long
from mentorkit.store import Backup, JournalEntry, Store
from mentorkit.store.restore import put_back
from mentorkit.text import Language, Message, say, speaker
from mentorkit.text.language import who_is_here
from mentorkit.workflows.access import About, about
from mentorkit.workflows.erase import Erased, erase_person
from mentorkit.workflows.pairing.moved_settings import moved_onto

GESTURE = timedelta(seconds=2)
"""Moves of a weight that follow each other this fast are one step, to undo and to compare."""


def _by_the_clock() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Told:
    """What to tell about the last action, and the place on the page where it was asked for.

    `field` is the one to be filled in otherwise; `can_undo` says that undo would take back this action.
    """

    message: Message | None
    place: str = ""
    field: str = ""
    can_undo: bool = False


class Desk:
    """The open programme and what the coordinator sees of it; every session has its own.

    `snapshot` is the programme as last read, `latest` the plan on the page, `sought` the settings
    for which one was last looked for, and `notice`
    what to tell about the last action, at its `place` on the page; `tab` is open there. It
    `is_behind` once it is known that something was saved elsewhere that is not in the snapshot.
    `now` tells the time, with its zone. `language` is the one to start in: that of the programme
    when none is given. The addresses of its pages begin with `root`.
    """

    def __init__(
        self,
        path: Path,
        now: Callable[[], datetime] = _by_the_clock,
        language: Language | None = None,
        root: str = "",
    ) -> None:
        self.file, self.root = path, root
        self._now = now
        self._store = Store.open(path, now=now())
        self.snapshot: Snapshot = self._store.load()
        self.language: Language = language or self.snapshot.programme.language
        self.author = who_is_here(speaker(self.language))
        self._last = self._store.undoable()
        self.notice: Message | None = None
        self.is_behind = False
        self.place = self._field = self.tab = ""
        self._done: JournalEntry | None = None
        self._base: Proposal | None = None
        self.erased: Erased | None = None
        self.latest: Proposal | None = None
        self.sought: Settings | None = None
        self._stepped_at = datetime.min.replace(tzinfo=UTC)

    def clock(self) -> datetime:
        """The moment, with its time zone."""
        return self._now()

    def today(self) -> date:
        """The day on the coordinator's calendar."""
        return self._now().astimezone().date()

    def at(self, _turn: int) -> Snapshot:
        """The programme as it is after a turn; the number only makes marimo ask again."""
        return self.snapshot

    @property
    def told(self) -> Told:
        """What to tell about the last action."""
        can_undo = self._done is not None and self._done == self._last
        return Told(self.notice, self.place, self._field, can_undo)

    @property
    def without_backup(self) -> Message | None:
        """What to tell when a backup that was due could not be made."""
        return self._store.without_backup

    def do(self, action: Callable[[Snapshot], Changes], done: Message | None = None, place: str = "") -> bool:
        """Carry out one action on what is seen; a refusal becomes a notice and nothing is changed.

        Tells whether it was carried out.
        """
        seen, is_done = self.snapshot, False
        with self._telling(place):
            self._store.apply(action(seen), author=self.author, now=self._now(), expected=seen.number)
            self.notice, is_done = done, True
        self._look_again()
        self._done = self._last if is_done and self.snapshot.number != seen.number else None
        return is_done

    def make(self, action: Callable[[], Path]) -> Path | None:
        """Make another file; a refusal becomes a notice, and then there is none."""
        made = None
        with self._telling(""):
            self.notice, made = None, action()
        return made

    def take_in(self, action: Callable[[Snapshot], Changes], done: Message, place: str = "") -> Path | None:
        """Carry out one action after a checked copy of the programme as it is now.

        Gives the copy; None when either was refused, and then nothing is saved.
        """
        backup = None
        with self._telling(place):
            backup = self._store.backup(now=self._now())
        return backup if backup and self.do(action, done, place) else None

    def decide(
        self,
        action: Callable[[Snapshot, Proposal], Changes],
        done: Message | None = None,
        place: str = "",
    ) -> None:
        """Carry out one action on the plan on the page; nothing before there is one."""
        plan = self.latest
        if plan is not None:
            self.do(lambda snapshot: action(snapshot, plan), done, place)

    def set(self, changes: Changes) -> bool:
        """Save new settings of the programme, if any; only the programme itself is read again.

        What was set in another window in the meantime stays, and what moved here is saved beside it.
        Tells whether the settings are still as they were seen here.
        """
        if not changes.items:
            return True
        (item,) = changes.items
        ours = cast(Programme, item.row)
        try:
            self._save(changes.action, ours)
        except RevisionConflict:
            self._save_beside(changes.action, ours)
        except MentorkitError as refusal:
            self.tell(refusal.message)
            self._look_again()
        else:
            return True
        return False

    def show_latest(self) -> None:
        """Read the programme anew, with what was saved in another window."""
        self.notice = None
        self._look_again()

    def undo(self, place: str = "") -> None:
        """Take back the last action that was seen; a series of quick moves of a weight counts as one."""
        last, self._done = self._last.number if self._last else None, None
        with self._telling(place):
            undone = self._store.undo(author=self.author, now=self._now(), expected=last)
            while undone and self._is_same_gesture(undone):
                undone = self._store.undo(author=self.author, now=self._now())
            self.notice = say("Undone.") if undone else say("There is nothing to undo.")
        self._look_again()

    def last_action(self) -> JournalEntry | None:
        """What undo would take back, as far as can be seen here."""
        return self._last

    def history(self) -> list[JournalEntry]:
        """What was done, the newest first."""
        return self._store.history()

    def look(self, number: int) -> list[tuple[Row | None, Row | None]]:
        """What an entry did to each row, see `Store.look`."""
        return self._store.look(number)

    def about(self, person: Person) -> About:
        """Everything that the programme knows about somebody."""
        return about(self._store, self.snapshot, person)

    def erase(self, person: Person, place: str = "") -> None:
        """Erase somebody for good; `erased` tells what went."""
        self._done = None
        with self._telling(place):
            self.erased = erase_person(self._store, person.id, self.author, self._now())
            self.notice = say("The person is erased.")
        self._look_again()

    def go_back(self, backup: Backup, place: str = "") -> bool:
        """Put a backup in the place of the programme; tells whether it stands there, for a new desk."""
        with self._telling(place):
            put_back(self.file, backup, author=self.author, now=self._now())
            return True
        return False

    def step(self, proposal: Proposal) -> PlanChange | None:
        """What changed against the plan before the last step; None before the first."""
        now = self._now()
        if self.latest is None:
            self.latest = proposal
        elif proposal is not self.latest:
            if self._base is None or not self._is_one_gesture(proposal, self._base, now):
                self._base = self.latest
            self.latest, self._stepped_at = proposal, now
        return plan_change(self._base, proposal) if self._base else None

    def _is_one_gesture(self, proposal: Proposal, base: Proposal, now: datetime) -> bool:
        """Whether only weights moved since the plan it is compared with, and quickly."""
        return proposal.pool is base.pool and now - self._stepped_at <= GESTURE

    def _is_same_gesture(self, undone: JournalEntry) -> bool:
        earlier = self._store.undoable()
        return (
            earlier is not None
            and undone.action == earlier.action == "weights"
            and undone.at - earlier.at <= GESTURE
        )

    def _save(self, action: str, ours: Programme) -> None:
        number = self._store.apply(Changes(action, (Update(ours),)), author=self.author, now=self._now())
        programme, seen = ours.model_copy(update={"revision": number}), self.snapshot.number
        if number != seen + 1 and not self.is_behind:
            self.is_behind = True
            self.tell(self._who_changed())
        # After what others saved in between, the number stays behind: nobody here has seen that yet.
        self.snapshot = replace(
            self.snapshot.with_table(Programme, [programme]), number=seen if self.is_behind else number
        )
        self._last = self._store.undoable()

    def _save_beside(self, action: str, ours: Programme) -> None:
        """Save only what moved here, on top of what another window set in between, and show both."""
        seen, changed = self.snapshot.programme, self._who_changed()
        self._look_again()
        try:
            both = moved_onto(seen, ours, self.snapshot.programme)
            if both != self.snapshot.programme:
                self._save(action, both)
            then = say("What you set here is saved too, and this page shows the latest state.")
        except MentorkitError as refusal:
            then = refusal.message
        self.tell(say("{changed} {then}", changed=changed, then=then))

    def tell(self, message: Message) -> None:
        """A notice at the top of the page."""
        self.notice, self.place, self._field = message, "", ""

    def leave(self, place: str) -> None:
        """Forget what was refused at a place: another form stands there now."""
        if self._field and self.place == place:
            self.notice, self.place, self._field = None, "", ""

    def _who_changed(self) -> Message:
        """Who saved what is not seen here: somebody else by name, or the coordinator in another tab."""
        since = (entry for entry in self._store.history() if entry.number > self.snapshot.number)
        others = sorted({entry.who for entry in since} - {self.author})
        if others:
            return say("{names} changed this programme in the meantime.", names=others)
        return say("You changed this programme in another tab.")

    def _look_again(self) -> None:
        """Read the programme anew; when the file cannot be read any more, what was seen stays."""
        with self._telling(self.place, self._field):
            self.snapshot, self._last = self._store.load(), self._store.undoable()
            self.is_behind = False

    @contextmanager
    def _telling(self, place: str, field: str = "") -> Iterator[None]:
        """A refusal becomes a notice at a place on the page."""
        self.place, self._field = place, field
        try:
            yield
        except RevisionConflict:
            self.notice = say(
                "{changed} So nothing changed here. This page now shows the latest state: look, and choose "
                "again.",
                changed=self._who_changed(),
            )
        except MentorkitError as refusal:
            self.notice, self._field = refusal.message, refusal.field
        except ValidationError as error:
            refused = too_long(error)
            self.notice, self._field = refused.message, refused.field
