"""What the coordinator does beside pairs: points of support, self-checks, meetings of mentors, lessons."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.matching.decision.lots import order_by_lot
from mentorkit.model import Changes, Delete, Draw, Insert, Intervision, Issue, Lesson, SelfCheck, ThirdParty
from mentorkit.model.change import kept
from mentorkit.model.lesson import LessonTheme
from mentorkit.model.row import id_of, refusing_too_long
from mentorkit.model.support import HelpKind, IssueKind
from mentorkit.text import say


def note_issue(
    snapshot: Snapshot, pair: str | None, kind: IssueKind, owner: str, next_on: date | None, today: date
) -> Changes:
    """Note that something gets in the way of a pair, who takes it up and when next.

    The same kind on the same day of the same pair is changed, not doubled. Raises NotLawful without a pair
    or a name.
    """
    if not pair:
        raise NotLawful(say("Choose the pair that it is about first."), "pair")
    told: Any = {"kind": kind, "noted_on": today, "owner": _named(owner, "owner"), "next_on": next_on}
    with refusing_too_long():
        row = Issue(id=id_of(pair, kind, today.isoformat()), pair_id=pair, **told)
    return Changes("issue", kept(snapshot.rows(Issue), [row]))


def follow_up_issue(snapshot: Snapshot, issue: str, **changed: Any) -> Changes:
    """Note how far a point of support is: its `state`, `next_on`, `owner`, and to whom it was referred."""
    known = snapshot.rows(Issue)
    (row,) = (one for one in known if one.id == issue)
    if "owner" in changed:
        changed["owner"] = _named(changed["owner"], "owner")
    with refusing_too_long():
        now = Issue.model_validate(row.model_dump() | changed)
    return Changes("issue", kept(known, [now]))


def keep_third_party(snapshot: Snapshot, name: str, helps_with: HelpKind, reached_at: str) -> Changes:
    """Keep somebody outside the programme to whom people can be referred; the same name is changed."""
    own = _named(name, "name")
    told: Any = {"name": own, "helps_with": helps_with, "reached_at": reached_at.strip()}
    with refusing_too_long():
        row = ThirdParty(id=id_of("third_party", own.casefold()), **told)
    return Changes("third_party", kept(snapshot.rows(ThirdParty), [row]))


def remove_third_party(snapshot: Snapshot, contact: str) -> Changes:
    """Take a contact off the list; raises NotLawful while a point of support is referred to it."""
    if any(one.third_party_id == contact for one in snapshot.rows(Issue)):
        raise NotLawful(say("A point of support is referred to this contact, so it stays on the list."))
    rows = snapshot.rows(ThirdParty)
    return Changes("third_party", tuple(Delete(one) for one in rows if one.id == contact))


def give_self_checks(snapshot: Snapshot, pairs: Iterable[str], today: date) -> Changes:
    """Note that the mentors of these pairs were given the sheet today."""
    rows = [SelfCheck(id=id_of(pair, today.isoformat()), pair_id=pair, given_on=today) for pair in pairs]
    known = {one.id for one in snapshot.rows(SelfCheck)}
    return Changes("self_check", tuple(Insert(row) for row in rows if row.id not in known))


def set_self_checks_done(snapshot: Snapshot, done: Collection[str], today: date) -> Changes:
    """These self-checks (by id) are done, the others are not; a day that was noted stays."""
    known = snapshot.rows(SelfCheck)
    changed = (one for one in known if (one.id in done) != (one.done_on is not None))
    rows = (one.model_copy(update={"done_on": today if one.id in done else None}) for one in changed)
    return Changes("self_check", kept(known, rows))


def set_intervision(
    snapshot: Snapshot, mentors: Collection[str], day: date | None, was_there: bool | None
) -> Changes:
    """These mentors (by id) are expected at a meeting of mentors on a day, were there or were not.

    Raises NotLawful without a mentor or a day.
    """
    if not mentors:
        raise NotLawful(say("Choose the mentors first."), "mentors")
    if day is None:
        raise NotLawful(say("Give the day of the meeting."), "day")
    rows = (
        Intervision(id=id_of(one, day.isoformat()), person_id=one, day=day, was_there=was_there)
        for one in sorted(mentors)
    )
    return Changes("intervision", kept(snapshot.rows(Intervision), rows))


def keep_lesson(snapshot: Snapshot, theme: LessonTheme, text: str, today: date) -> Changes:
    """Keep one lesson about the programme for the next round. Raises NotLawful without words."""
    told: Any = {"theme": theme, "text": _named(text, "text"), "noted_on": today}
    with refusing_too_long():
        row = Lesson(id=id_of(theme, told["text"]), **told)
    return Changes("lesson", kept(snapshot.rows(Lesson), [row]))


def remove_lesson(snapshot: Snapshot, lesson: str) -> Changes:
    """Take a lesson off the list."""
    return Changes("lesson", tuple(Delete(one) for one in snapshot.rows(Lesson) if one.id == lesson))


def draw_waiting(people: Collection[str], places: int, by: Mapping[str, str], today: date) -> Changes:
    """Draw who of the waiting mentees (by id) goes first; `by` are the `author` and the `seed`.

    Raises NotLawful when there is nobody to draw among, or a place for everybody.
    """
    if not 0 < places < len(set(people)):
        raise NotLawful(say("There is nothing to draw: there is a place for everybody, or for nobody."))
    order = order_by_lot(by["seed"], people)
    told: Any = {"drawn_on": today, "drawn_by": by["author"], "seed": by["seed"], "places": places}
    own = id_of(by["seed"], today.isoformat(), *order)
    return Changes("draw", (Insert(Draw(id=own, people=tuple(sorted(order)), **told)),))


def drawn(draw: Draw) -> tuple[str, ...]:
    """Who was drawn, in order: worked out again from the seed."""
    return order_by_lot(draw.seed, draw.people)[: draw.places]


def _named(text: str, field: str) -> str:
    if not text.strip():
        raise NotLawful(say("Say in a few words what it is."), field)
    return text.strip()
