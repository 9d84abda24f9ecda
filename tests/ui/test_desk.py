"""Her desk: one action after another on a real file, with a clock that the test moves."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from marimo import MarimoStopError

from mentorkit.frames import Snapshot
from mentorkit.matching import DEFAULT_WEIGHTS, Pool, Proposal, Settings, propose
from mentorkit.model import Changes, Insert, Programme
from mentorkit.serving.visit import Visit
from mentorkit.store import Store
from mentorkit.text import Language, reader, say, speaker
from mentorkit.ui.frame.desk import GESTURE, Desk
from mentorkit.ui.frame.opening import desk_of, open_desk
from mentorkit.workflows.pairing.pairing import confirm, decide_on, set_rules_off, set_weights
from mentorkit.workflows.set_up import new_programme
from tests.matching.small import mentee, mentor
from tests.workflows.cases import only, spoken

START = datetime(2026, 9, 14, 8, 30, tzinfo=UTC)
BY = {"author": "Carla", "now": START}
QUICK, SLOW = timedelta(seconds=1), timedelta(seconds=3)
UNDONE = ("Undone.", "Ongedaan gemaakt.")
NOTHING = ("There is nothing to undo.", "Er valt niets ongedaan te maken.")
MEANWHILE = (
    "You changed this programme in another tab. So nothing changed here. "
    "This page now shows the latest state: look, and choose again.",
    "Je hebt dit programma in een ander tabblad veranderd. Daarom is hier niets gewijzigd. "
    "Deze pagina toont nu de laatste stand: kijk, en kies opnieuw.",
)


class Clock:
    """The time, as far as the desk knows."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def after(self, pause: timedelta) -> None:
        self.at += pause


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A programme with two mentees, and room for both."""
    people = (
        mentee("ann", city="Gent", goals=["planning"]),
        mentee("bea", city="Luik", goals=["coaching"]),
        mentor("kim", city="Gent", topics=["coaching"]),
        mentor("lou", city="Luik", topics=["planning"]),
    )
    rows = [row for one in people for row in (one.person, one.application)]
    with Store.create(tmp_path / "p.mentorkit", Programme(id="programme", name="P"), **BY) as store:
        store.apply(Changes("import", tuple(map(Insert, rows))), **BY)
        return store.path


@pytest.fixture
def desk(path: Path, clock: Clock) -> Desk:
    return Desk(path, clock)


@pytest.fixture
def other(path: Path, clock: Clock) -> Desk:
    """A second window on the same file."""
    return Desk(path, clock)


def weigh(desk: Desk, weight: float) -> None:
    desk.set(set_weights(desk.snapshot, {**DEFAULT_WEIGHTS, "proximity": weight}))


def weight(snapshot: Snapshot) -> float | None:
    return snapshot.programme.weights.get("proximity")


def plan(snapshot: Snapshot) -> Proposal:
    return propose(Pool.of(snapshot), Settings(snapshot.programme.weights))


def ban(mentee_id: str, mentor_id: str, reason: str = "Neighbours") -> Callable[[Snapshot], Changes]:
    return lambda snapshot: decide_on(snapshot, plan(snapshot), (mentee_id, mentor_id), "forbid", reason)


def confirm_all(snapshot: Snapshot) -> Changes:
    return confirm(snapshot, plan(snapshot), "Carla", START)


def in_the_file(path: Path) -> Snapshot:
    with Store.open(path, now=START) as store:
        return store.load()


def actions(path: Path) -> list[str]:
    with Store.open(path, now=START) as store:
        return [entry.action for entry in store.history()]


def told(desk: Desk) -> tuple[str, str]:
    assert desk.notice is not None
    return spoken(desk.notice)


def sees_the_file(desk: Desk, path: Path) -> bool:
    now = in_the_file(path)
    names = ("people", "applications", "overrides", "pairs", "decisions")
    return (desk.snapshot.programme, desk.snapshot.number) == (now.programme, now.number) and all(
        getattr(desk.snapshot, name).equals(getattr(now, name)) for name in names
    )


def test_quick_moves_of_a_weight_are_one_undo(desk: Desk, clock: Clock, path: Path):
    """However long the whole movement takes."""
    for value in (10, 20, 30, 40, 50):
        weigh(desk, value)
        clock.after(QUICK)
    desk.undo()
    assert told(desk) == UNDONE
    assert weight(desk.snapshot) is None
    assert sees_the_file(desk, path)
    desk.undo()
    assert desk.snapshot.people.height == 0


def test_moves_with_a_pause_between_them_are_undone_one_by_one(desk: Desk, clock: Clock):
    for value in (10, 20, 30):
        weigh(desk, value)
        clock.after(SLOW)
    for left in (20, 10, None):
        desk.undo()
        assert weight(desk.snapshot) == left


@pytest.mark.parametrize(("pause", "left"), [(GESTURE, None), (GESTURE + timedelta(milliseconds=1), 10)])
def test_what_is_quick_has_one_border(desk: Desk, clock: Clock, pause: timedelta, left: float | None):
    weigh(desk, 10)
    clock.after(pause)
    weigh(desk, 20)
    desk.undo()
    assert weight(desk.snapshot) == left


def test_other_actions_are_undone_one_by_one_however_quick(desk: Desk):
    desk.do(ban("ann", "kim"))
    desk.do(ban("bea", "lou"))
    desk.undo()
    assert desk.snapshot.overrides["mentee_id"].to_list() == ["ann"]
    desk.undo()
    assert desk.snapshot.overrides.height == 0


def test_a_quick_move_stays_when_the_action_after_it_is_undone(desk: Desk):
    weigh(desk, 10)
    desk.set(set_rules_off(desk.snapshot, frozenset({"language"})))
    desk.undo()
    assert (desk.snapshot.programme.rules_off, weight(desk.snapshot)) == ((), 10)


def test_an_action_between_two_quick_moves_parts_them(desk: Desk):
    weigh(desk, 10)
    desk.do(ban("ann", "kim"))
    weigh(desk, 20)
    desk.undo()
    assert (weight(desk.snapshot), desk.snapshot.overrides.height) == (10, 1)


def test_undo_goes_back_to_the_new_programme_and_no_further(desk: Desk, path: Path):
    assert desk.last_action().action == "import"
    desk.undo()
    assert desk.last_action() is None
    desk.undo()
    assert told(desk) == NOTHING
    assert sees_the_file(desk, path)


def test_the_last_action_is_hers_after_each_step(desk: Desk):
    weigh(desk, 10)
    assert desk.last_action().action == "weights"
    desk.do(ban("ann", "kim"))
    assert desk.last_action().action == "override"
    desk.undo()
    assert desk.last_action().action == "weights"


def test_an_action_that_is_done_gives_its_notice_or_none(desk: Desk, path: Path):
    desk.do(ban("ann", "kim"), done=say("Recorded. Undo takes it back."))
    assert told(desk) == (
        "Recorded. Undo takes it back.",
        "Vastgelegd. Met ‘Ongedaan maken’ draai je het terug.",
    )
    desk.do(ban("bea", "lou"))
    assert desk.notice is None
    assert sees_the_file(desk, path)


@pytest.mark.parametrize(
    "action",
    [
        ban("ann", "kim", reason=" "),
        ban("ann", "kim", reason="x" * 2000),
        lambda snapshot: decide_on(snapshot, plan(snapshot), ("ann", None), "choose", "Please"),
    ],
)
def test_a_refusal_is_a_notice_and_changes_nothing(
    desk: Desk, path: Path, action: Callable[[Snapshot], Changes]
):
    before, entries = in_the_file(path), actions(path)
    desk.do(action, done=say("Recorded. Undo takes it back."))
    assert told(desk)[0] != "Recorded. Undo takes it back."
    assert sees_the_file(desk, path)
    assert (in_the_file(path).number, actions(path)) == (before.number, entries)


def test_every_new_setting_is_saved_on_top_of_the_one_before(desk: Desk, path: Path):
    for value in (10, 20, 30):
        weigh(desk, value)
        assert sees_the_file(desk, path)
    desk.set(set_rules_off(desk.snapshot, frozenset({"language"})))
    assert sees_the_file(desk, path)
    desk.do(ban("ann", "kim"))
    assert desk.notice is None
    weigh(desk, 40)
    assert sees_the_file(desk, path)


def test_saving_a_setting_keeps_what_she_reads(desk: Desk):
    """A notice about her last action stays until the next one."""
    desk.do(ban("ann", "kim"), done=say("Undone."))
    weigh(desk, 10)
    assert told(desk) == UNDONE


def test_the_second_window_to_set_something_is_told_what_differs(desk: Desk, other: Desk, path: Path):
    weigh(desk, 10)
    weigh(other, 90)
    english, dutch = told(other)
    assert "90" in english
    assert "10" in english
    assert "90" in dutch
    assert "10" in dutch
    assert weight(in_the_file(path)) == 10
    assert sees_the_file(other, path)
    weigh(other, 90)
    assert weight(in_the_file(path)) == 90


@pytest.mark.parametrize("action", [ban("bea", "lou"), confirm_all])
def test_the_second_window_to_act_is_told_and_sees_what_came_first(
    desk: Desk, other: Desk, path: Path, action: Callable[[Snapshot], Changes]
):
    """Also when the two touch nothing in common: she acts on what she sees."""
    desk.do(confirm_all)
    entries = actions(path)
    other.do(action)
    assert told(other) == MEANWHILE
    assert actions(path) == entries
    assert sees_the_file(other, path)
    assert other.snapshot.pairs.height == 2


def test_after_a_look_the_second_window_may_act(desk: Desk, other: Desk, path: Path):
    desk.do(ban("ann", "kim"))
    other.do(ban("bea", "lou"))
    other.do(ban("bea", "lou"))
    assert other.notice is None
    assert in_the_file(path).overrides.height == 2


def test_two_windows_never_confirm_the_same_mentee_twice(desk: Desk, other: Desk, path: Path):
    proposals = [plan(one.snapshot) for one in (desk, other)]
    for one, proposal in zip((desk, other, other), (*proposals, proposals[1]), strict=True):
        one.do(lambda snapshot, proposal=proposal: confirm(snapshot, proposal, "Carla", START))
    assert sorted(in_the_file(path).pairs["mentee_id"]) == ["ann", "bea"]
    assert told(other)[0] == "There is no new pair to confirm."


def test_a_setting_saved_beside_the_action_of_another_window_hides_nothing(desk: Desk, other: Desk):
    """The weight is saved; the ban she has not seen yet still stops her next action."""
    desk.do(ban("ann", "kim"))
    weigh(other, 10)
    assert told(other)[0] == "You changed this programme in another tab."
    weigh(other, 20)
    assert (other.is_behind, other.snapshot.overrides.height) == (True, 0)
    other.do(confirm_all)
    assert told(other) == MEANWHILE
    assert other.snapshot.overrides.height == 1
    other.do(confirm_all)
    assert other.notice is None


def test_undo_never_takes_back_what_she_has_not_seen(desk: Desk, other: Desk, path: Path):
    desk.do(ban("ann", "kim"))
    other.undo()
    assert told(other) == MEANWHILE
    assert in_the_file(path).overrides.height == 1
    assert other.last_action().action == "override"
    other.undo()
    assert told(other) == UNDONE
    assert in_the_file(path).overrides.height == 0


def test_a_file_that_is_gone_is_a_notice_and_she_keeps_what_she_saw(desk: Desk, path: Path):
    seen = desk.snapshot
    for file in path.parent.glob("p.mentorkit*"):
        file.unlink()
    for act in (lambda: desk.do(ban("ann", "kim")), lambda: weigh(desk, 10), desk.undo):
        desk.notice = None
        act()
        english, _ = told(desk)
        assert "p.mentorkit" in english
        assert desk.snapshot is seen


def test_nothing_is_compared_before_the_first_step(desk: Desk):
    first = plan(desk.snapshot)
    assert desk.step(first) is None
    assert desk.step(first) is None


def by_goals(pool: Pool) -> Proposal:
    return propose(pool, Settings(only(goal_coverage=10)))


def by_city(pool: Pool) -> Proposal:
    """Both mentees get the other mentor than by their goals."""
    return propose(pool, Settings(only(proximity=10)))


def test_a_series_of_quick_steps_is_compared_with_the_plan_before_it(desk: Desk, clock: Clock):
    """And after a pause with the plan before that pause."""
    pool = Pool.of(desk.snapshot)
    desk.step(by_goals(pool))
    clock.after(SLOW)
    assert len(desk.step(by_city(pool)).moves) == 2
    clock.after(QUICK)
    assert desk.step(by_goals(pool)).moves == ()
    clock.after(QUICK)
    assert len(desk.step(by_city(pool)).moves) == 2
    clock.after(SLOW)
    assert desk.step(by_city(pool)).moves == ()


def test_a_quick_step_after_another_action_is_compared_with_the_plan_in_between(desk: Desk, clock: Clock):
    before, after = (Pool.of(desk.snapshot) for _ in range(2))
    desk.step(by_goals(before))
    clock.after(SLOW)
    desk.step(by_city(before))
    clock.after(QUICK)
    assert desk.step(by_city(after)).moves == ()


def test_showing_the_same_plan_again_is_no_step(desk: Desk, clock: Clock):
    pool = Pool.of(desk.snapshot)
    desk.step(by_goals(pool))
    clock.after(SLOW)
    again = by_city(pool)
    first = desk.step(again)
    clock.after(SLOW)
    assert desk.step(again) == first


def test_each_desk_is_its_own(desk: Desk, other: Desk):
    desk.notice = say("Undone.")
    assert other.notice is None
    assert desk.at(3) is desk.snapshot


def test_the_clock_of_the_computer_is_used_when_none_is_given(path: Path):
    desk = Desk(path)
    desk.do(ban("ann", "kim"))
    assert desk.last_action().at > START - timedelta(days=1)
    assert desk.last_action().at.tzinfo is not None


def test_a_notebook_without_a_programme_shows_made_up_people_and_says_how_to_start():
    desk = open_desk({"lang": "nl"})
    assert desk.snapshot.programme.language == "nl"
    assert desk.snapshot.programme.is_sample
    assert desk.snapshot.people.height > 0
    assert "`mentorkit`" in told(desk)[0]


def test_the_language_is_that_of_the_programme_unless_the_visit_names_another(path: Path, desk: Desk):
    assert desk.language == desk.snapshot.programme.language == "nl"
    assert Desk(path, language="en").language == "en"
    assert (reader({}, "nl").language, reader({"lang": "en"}, "nl").language) == ("nl", "en")
    assert reader({"lang": "xx"}, "nl").language == "nl"


@pytest.mark.parametrize(
    ("language", "title", "why"),
    [
        ("nl", "Dit programma kan niet worden geopend", "is geen programma van mentorkit"),
        ("en", "This programme cannot be opened", "is not a mentorkit programme"),
    ],
)
def test_a_file_that_cannot_be_opened_any_more_is_said_on_the_page(
    tmp_path: Path, language: Language, title: str, why: str
):
    file = tmp_path / "<b>people.csv"
    file.write_text("name")
    with pytest.raises(MarimoStopError) as stopped:
        desk_of(Visit(file, "en"), speaker(language))
    shown = stopped.value.output.text
    assert title in shown
    assert f"&lt;b&gt;people.csv {why}" in shown
    assert f'href="?lang={language}"' in shown


def test_row_18_a_damaged_file_opens_the_choice_of_a_backup_and_one_click_puts_it_back(tmp_path: Path):
    """The advice after damage led her to work inside the folder of the backups."""
    file = tmp_path / "p.mentorkit"
    new_programme(file, "Samen", "nl", "Carla")
    Desk(file)
    file.write_bytes(file.read_bytes()[:4096])

    def page(query: dict[str, str]) -> str:
        with pytest.raises(MarimoStopError) as stopped:
            desk_of(Visit(file, "nl"), speaker("nl"), query)
        return stopped.value.output.text

    (asked,) = re.findall(r"restore=([\w-]+)", page({}))
    file.write_bytes(file.read_bytes() + b"x")
    assert "Terugzetten" in page({"restore": asked}), "meant for another damage"
    (asked,) = re.findall(r"restore=([\w-]+)", page({}))
    assert "De reservekopie is teruggezet" in page({"restore": asked})
    assert Desk(file).snapshot.programme.name == "Samen"


def test_a_computer_without_a_login_name_opens_a_programme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Without a login name the page ended in an error of ours."""
    new_programme(tmp_path / "p.mentorkit", "Samen", "nl", "Carla")

    def nameless() -> str:
        raise KeyError("uid")

    monkeypatch.setattr("getpass.getuser", nameless)
    assert Desk(tmp_path / "p.mentorkit").author == "coördinator"
