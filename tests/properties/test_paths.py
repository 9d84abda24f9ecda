"""No forbidden pair and no overfull mentor, whatever she does and in whatever order."""

import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from mentorkit.errors import NotLawful, RevisionConflict
from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, RULES, Pool, Proposal, propose
from mentorkit.matching.candidates import Candidates
from mentorkit.matching.insight.scenarios import stored_settings
from mentorkit.model import ROWS, AimKey, Changes, OverrideKind, Programme, Role, Side
from mentorkit.store import Store
from mentorkit.workbook.shortlist_answers import Word
from mentorkit.workflows.pairing.pairing import (
    confirm,
    decide_on,
    release,
    set_aim,
    set_rules_off,
    set_weights,
    withdraw,
)
from mentorkit.workflows.pairing.preferences import set_preferences
from mentorkit.workflows.pairing.scenarios import save_scenario
from tests.intake.conftest import delimited
from tests.matching.small import ids
from tests.workflows.cases import SignUpFile, read

NOW = datetime(2026, 9, 14, 8, 30, tzinfo=UTC)
BY = {"author": "Carla", "now": NOW}
PROTECTING = frozenset(one.key for one in RULES if one.is_fixed)
"""What stays on, also when a page claims that it is off."""

MENTORS, MENTEES = range(4), range(3, 9)
"""The fourth person signs up in both roles."""

ANSWERS = {
    "Languages": ("", "Dutch", "Dutch", "Dutch;English", "English"),
    "Availability": ("", "Monday morning", "Monday morning;Friday afternoon", "Friday afternoon"),
    "Department": ("", "Care", "Finance"),
    "Manager's email": (*[""] * 6, "p0@example.org", "p1@example.org", "p5@example.org"),
    "Rather not with": (*[""] * 6, "p2@example.org", "p6@example.org"),
    "Rather with": ("", "p1@example.org", "p7@example.org"),
    "Agrees to the use of data": (*["Yes"] * 8, "", "No"),
    "Paused": (*["", "No"] * 4, "Yes"),
}
OF_MENTORS = {
    "Maximum number of mentees": ("", "1", "1", "2", "2", "3", "0"),
    "Topics I can mentor on": ("", "Presenting", "Presenting;Planning"),
    "Mentor training taken or booked": ("Yes", "Yes", "Yes", "", "No"),
}
OF_MENTEES = {"Topics I want to work on": ("", "Presenting", "Planning", "Presenting;Coaching")}


def exports(role: Role) -> st.SearchStrategy[SignUpFile]:
    """A form with some of the people and some of the questions, as it is sent in again and again."""
    people, own = (MENTORS, OF_MENTORS) if role == "mentor" else (MENTEES, OF_MENTEES)
    questions = ANSWERS | own
    row = st.fixed_dictionaries({name: st.sampled_from(answers) for name, answers in questions.items()})
    rows = st.dictionaries(st.sampled_from(people), row, min_size=3)
    asked = st.lists(st.sampled_from(list(questions)), min_size=4, unique=True)
    return st.builds(lambda rows, asked: export(role, rows, asked), rows, asked)


def export(role: Role, rows: dict[int, dict[str, str]], asked: list[str]) -> SignUpFile:
    lines = [[f"Sem {who}", f"p{who}@example.org", *map(row.get, asked)] for who, row in rows.items()]
    return SignUpFile(f"{role}s.csv", delimited([["Full name", "E-mail address", *asked], *lines], ","), role)


def tables(snapshot: Snapshot) -> dict[str, list[dict[str, object]]]:
    """Every row of every table, revisions included."""
    return {model.table: [row.model_dump() for row in snapshot.rows(model)] for model in ROWS}


def active(snapshot: Snapshot) -> dict[str, tuple[str, str]]:
    """Pairs of people by the id of the confirmed pair."""
    running = snapshot.pairs.filter(pl.col("ended_on").is_null())
    return {
        pair: (mentee, mentor)
        for pair, mentee, mentor in running.select("id", "mentee_id", "mentor_id").rows()
    }


def forbidden(snapshot: Snapshot, pairs: Iterable[tuple[str, str]], off: Collection[str]) -> list[str]:
    """What stands against pairs: rules that are on and her bans, read from the tables themselves."""
    candidates = Candidates.of(snapshot)
    rows, columns = (side["id"].to_list() for side in (candidates.mentees, candidates.mentors))
    lawful = {one.key: one.compute(candidates) for one in RULES if one.is_fixed or one.key not in off}
    bans = snapshot.overrides.filter(pl.col("kind") == "forbid").select("mentee_id", "mentor_id").rows()
    places = {pair: (rows.index(pair[0]), columns.index(pair[1])) for pair in pairs}
    ruled_out = [key for place in places.values() for key, mask in lawful.items() if not mask[place]]
    return ruled_out + ["ban" for pair in places if pair in bans]


def room(snapshot: Snapshot) -> dict[str, int]:
    """Places per mentor, by her sign-up."""
    offered = snapshot.participants("mentor").select("id", pl.col("capacity").fill_null(1)).rows()
    return {mentor: capacity for mentor, capacity in offered}


class Coordinating(RuleBasedStateMachine):
    """Anything she can do, in any order; beside it what the tables were before each step."""

    @initialize(mentors=exports("mentor"), mentees=exports("mentee"))
    def sign_up(self, mentors: SignUpFile, mentees: SignUpFile) -> None:
        self.folder = tempfile.TemporaryDirectory()
        file = Path(self.folder.name) / "p.mentorkit"
        self.store = Store.create(file, Programme(id="programme", name="Samen verder"), **BY)
        self.look()
        self.before: list[dict[str, list[dict[str, object]]]] = []
        self.seen: list[tuple[Snapshot, Proposal]] = []
        self.take(read(self.snapshot, mentors, mentees).changes)

    @rule(file=st.one_of(exports("mentor"), exports("mentee")))
    def import_again(self, file: SignUpFile) -> None:
        self.take(read(self.snapshot, file).changes)

    @precondition(lambda self: self.wished())
    @rule(data=st.data(), places=st.sampled_from(("0", "1")))
    def offer_less(self, data: st.DataObject, places: str) -> None:
        """After a wish that counted on more."""
        mentor = data.draw(st.sampled_from(self.wished()))
        (email,) = self.snapshot.people.filter(id=mentor)["email"]
        row = {"Maximum number of mentees": places}
        number = int(email.removeprefix("p").removesuffix("@example.org"))
        self.take(read(self.snapshot, export("mentor", {number: row}, list(row))).changes)

    @rule(keys=st.dictionaries(st.sampled_from([c.key for c in CRITERIA]), st.integers(0, 100).map(float)))
    def weigh(self, keys: dict[str, float]) -> None:
        self.take(set_weights(self.snapshot, keys))

    @rule(off=st.sets(st.sampled_from([one.key for one in RULES])))
    def switch(self, off: set[str]) -> None:
        self.take(set_rules_off(self.snapshot, frozenset(off)))

    @rule(aim=st.sampled_from(("placed", "total", "leximin")), price=st.sampled_from((0.0, 0.4, 1.0)))
    def aim(self, aim: AimKey, price: float) -> None:
        self.take(set_aim(self.snapshot, aim, price))

    @precondition(lambda self: all(self.proposal.pool.candidates.shape))
    @rule(data=st.data(), side=st.sampled_from(("mentee", "mentor")))
    def hear(self, data: st.DataObject, side: Side) -> None:
        """After a talk one of the two would rather not; the pair is planned no more, unless it stands."""
        pair = self.anybody(data)
        self.take(set_preferences(self.snapshot, [Word(*pair, side, "avoid")]))
        assert pair not in ids(self.proposal).items() or pair in active(self.snapshot).values()

    @rule(name=st.sampled_from(("As it is", "Otherwise")))
    def keep_settings(self, name: str) -> None:
        self.is_done(lambda: save_scenario(self.snapshot, name))

    @precondition(lambda self: all(self.proposal.pool.candidates.shape))
    @rule(data=st.data(), kind=st.sampled_from(("lock", "choose")))
    def wish(self, data: st.DataObject, kind: OverrideKind) -> None:
        """It stands in the next plan, or it is refused."""
        mentee, mentor = self.anybody(data)
        if self.is_done(
            lambda: decide_on(self.snapshot, self.proposal, (mentee, mentor), kind, "Her reason")
        ):
            assert ids(self.proposal)[mentee] == mentor

    @precondition(lambda self: all(self.proposal.pool.candidates.shape))
    @rule(data=st.data())
    def ban(self, data: st.DataObject) -> None:
        pair = self.anybody(data)
        if self.is_done(lambda: decide_on(self.snapshot, self.proposal, pair, "forbid", "Her reason")):
            assert pair not in ids(self.proposal).items()

    @precondition(lambda self: self.snapshot.overrides.height)
    @rule(data=st.data())
    def take_a_word_back(self, data: st.DataObject) -> None:
        word = data.draw(st.sampled_from(sorted(self.snapshot.overrides["id"])))
        self.take(withdraw(self.snapshot, word))

    @rule()
    def confirm(self) -> None:
        self.confirm_as_seen(self.snapshot, self.proposal)

    @precondition(lambda self: self.seen)
    @rule(data=st.data())
    def confirm_what_she_saw_before(self, data: st.DataObject) -> None:
        """A click too many, or on a page that did not keep up."""
        _, proposal = data.draw(st.sampled_from(self.seen))
        self.confirm_as_seen(self.snapshot, proposal)

    @precondition(lambda self: self.seen)
    @rule(data=st.data())
    def confirm_in_an_old_window(self, data: st.DataObject) -> None:
        """Another window still shows the programme as it was, and its plan."""
        self.confirm_as_seen(*data.draw(st.sampled_from(self.seen)))

    @precondition(lambda self: active(self.snapshot))
    @rule(data=st.data())
    def release(self, data: st.DataObject) -> None:
        mentee, _ = data.draw(st.sampled_from(sorted(active(self.snapshot).values())))
        self.take(release(self.snapshot, mentee))
        assert mentee not in dict(active(self.snapshot).values())

    @rule()
    def undo(self) -> None:
        """Exactly the rows of before, revisions included."""
        undone = self.store.undo(**BY)
        assert (undone is None) == (not self.before)
        self.look()
        if self.before:
            assert tables(self.snapshot) == self.before.pop()

    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.store = Store.open(self.store.path, now=NOW)
        self.look()

    @invariant()
    def the_plan_is_lawful(self) -> None:
        self.seen.append((self.snapshot, self.proposal))
        plan, standing = ids(self.proposal), set(active(self.snapshot).values())
        fresh = set(plan.items()) - standing
        assert forbidden(self.snapshot, fresh, self.snapshot.programme.rules_off) == []
        self.assert_room(self.snapshot, Counter(plan.values()))

    @invariant()
    def nobody_has_two_mentors(self) -> None:
        mentees = [mentee for mentee, _ in active(self.snapshot).values()]
        assert len(mentees) == len(set(mentees))

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.store.close()
            self.folder.cleanup()

    def look(self) -> None:
        self.snapshot = self.store.load()
        programme = self.snapshot.programme
        wanted = stored_settings(programme)
        wanted = replace(wanted, rules_off=PROTECTING.union(wanted.rules_off))
        self.proposal = propose(Pool.of(self.snapshot), wanted)

    def wished(self) -> list[str]:
        """Mentors whom she locked or chose for somebody."""
        return sorted(set(self.snapshot.overrides.filter(pl.col("kind") != "forbid")["mentor_id"]))

    def anybody(self, data: st.DataObject) -> tuple[str, str]:
        """A mentee and a mentor; twice as often a pair of the plan as any other."""
        candidates = self.proposal.pool.candidates
        sides = (candidates.mentees["id"].to_list(), candidates.mentors["id"].to_list())
        any_two = st.tuples(*map(st.sampled_from, sides))
        planned = sorted(ids(self.proposal).items())
        return data.draw(st.one_of(any_two, *[st.sampled_from(planned)] * 2) if planned else any_two)

    def take(self, changes: Changes, seen: Snapshot | None = None) -> None:
        old = self.snapshot
        number = self.store.apply(changes, **BY, expected=(seen or old).number)
        if number != old.number:
            self.before.append(tables(old))
        self.look()

    def is_done(self, action: Callable[[], Changes], seen: Snapshot | None = None) -> bool:
        """Do it, or be refused: then no row changed, and the journal has no entry more."""
        before, entries = tables(self.snapshot), self.store.history()
        try:
            self.take(action(), seen)
        except (NotLawful, RevisionConflict):
            assert tables(self.store.load()) == before
            assert self.store.history() == entries
            return False
        return True

    def confirm_as_seen(self, snapshot: Snapshot, proposal: Proposal) -> None:
        """Every pair that comes in is looked at as the programme was just before."""
        old = self.snapshot
        if self.is_done(lambda: confirm(snapshot, proposal, "Carla", NOW), seen=snapshot):
            fresh = [pair for key, pair in active(self.snapshot).items() if key not in active(old)]
            assert fresh
            assert forbidden(old, fresh, proposal.settings.rules_off) == []
            self.assert_room(old, Counter(mentor for _, mentor in active(self.snapshot).values()))

    def assert_room(self, snapshot: Snapshot, load: Counter[str]) -> None:
        places, standing = room(snapshot), Counter(mentor for _, mentor in active(snapshot).values())
        assert all(load[mentor] <= max(places[mentor], standing[mentor]) for mentor in load)


TestCoordinating = Coordinating.TestCase
TestCoordinating.settings = settings(max_examples=12, stateful_step_count=20)


@pytest.mark.parametrize(("places", "kept"), [("2", 2), ("1", 1), ("0", 0)])
def test_a_mentor_who_offers_less_after_two_wishes_gets_no_more_than_that(places: str, kept: int):
    question, yes = "Maximum number of mentees", {"Agrees to the use of data": "Yes"}
    walk = Coordinating()
    walk.sign_up(
        mentors=export("mentor", {0: {question: "2"}}, [question]),
        mentees=export("mentee", {4: yes, 5: yes}, list(yes)),
    )
    (mentor,) = walk.proposal.pool.candidates.mentors["id"]
    for mentee in walk.proposal.pool.candidates.mentees["id"]:
        pair = (mentee, mentor)
        assert walk.is_done(lambda pair=pair: decide_on(walk.snapshot, walk.proposal, pair, "lock", "Both"))
    walk.import_again(file=export("mentor", {0: {question: places}}, [question]))
    walk.the_plan_is_lawful()
    walk.confirm()
    assert (len(active(walk.snapshot)), len(walk.proposal.refused)) == (kept, 2 - kept)
    walk.teardown()
