"""The board as a part of the page: when it sends what, and which pair is chosen."""

from types import SimpleNamespace

import pytest

from mentorkit.frames import Snapshot
from mentorkit.matching import Pool, Proposal, Settings, plan_change, propose
from mentorkit.matching.insight.stability import at_once
from mentorkit.model import Decline, Pair
from mentorkit.text import speaker
from mentorkit.ui.pairing.board import Board, chosen_pair, empty_board, fill_board, pair_card, show_sureness
from mentorkit.views.names import Names
from mentorkit.views.pairing.board import heat
from mentorkit.views.pairing.pairs import Status
from mentorkit.views.pairing.stability import sureness
from tests.matching.small import START, blind, earlier, mentee, mentor, snapshot
from tests.ui.pages import page_with, words
from tests.workflows.cases import only

READ = speaker("en")
PROGRAMME = snapshot(
    mentee("ann", full_name="Ann Vos", city="Gent", goals=["planning"]),
    mentee("bea", full_name="Bea Smit", city="Luik", goals=["coaching"]),
    mentee("cas", full_name="Cas Mulder", is_paused=True),
    mentor("kim", full_name="Kim Boer", city="Gent", topics=["coaching"]),
    mentor("lou", full_name="Lou Smit", city="Luik", topics=["planning"]),
)
POOL = Pool.of(PROGRAMME)
BY_CITY = propose(POOL, Settings(only(proximity=10)))
BY_GOALS = propose(POOL, Settings(only(goal_coverage=10)))


@pytest.fixture
def board() -> Board:
    return empty_board(READ)


def sent(board: Board, proposal: Proposal, programme: Snapshot = PROGRAMME) -> set[str]:
    """The traits that a filling changes, which are what the page gets."""
    changed: set[str] = set()

    def hear(change: dict[str, object]) -> None:
        changed.add(str(change["name"]))

    board.observe(hear)
    fill_board(board, proposal, None, Names.of(programme), READ)
    board.unobserve(hear)
    return changed


def pick(board: Board, mentee_id: str, mentor_id: str = "") -> SimpleNamespace:
    """What the page does when she chooses; the element of marimo holds the board as `widget`."""
    board.chosen = [mentee_id, mentor_id]
    return SimpleNamespace(widget=board)


def test_a_move_of_a_weight_sends_only_what_changed(board: Board):
    assert sent(board, BY_CITY) == {"people", "plan", "sure", "chosen"}
    assert sent(board, BY_CITY) == set()
    assert sent(board, BY_GOALS) == {"plan"}


def test_the_points_of_all_pairs_are_sent_only_while_the_map_is_looked_at(board: Board):
    """Three megabytes for 1,500 people on either side stood before the card in the queue, at every step."""
    sent(board, BY_CITY)
    assert board.heat == b""
    board.set_state({"view": "map"})  # what the page does
    assert board.heat == heat(BY_CITY)
    assert sent(board, BY_GOALS) == {"plan", "heat"}
    board.view = "list"
    assert board.heat == b""


def test_how_sure_comes_after_the_plan_and_is_taken_back_by_the_next(board: Board):
    """The list and the card waited for the prices of all pairs: 46 seconds with 1,500 pairs."""
    fill_board(board, BY_CITY, None, Names.of(PROGRAMME), READ)
    assert board.sure["words"] == ["…", "…", ""]
    told = sureness(BY_CITY, at_once(BY_CITY).margins)
    show_sureness(board, BY_CITY, told, READ)
    fill_board(board, BY_CITY, None, Names.of(PROGRAMME), READ)
    assert board.sure["words"] == [READ(word) for word in told.words]
    fill_board(board, BY_GOALS, None, Names.of(PROGRAMME), READ)
    assert board.sure["words"] == ["…", "…", ""]
    show_sureness(board, BY_GOALS, None, READ)
    assert board.sure["words"] == []


def test_hiding_names_sends_the_people_again(board: Board):
    sent(board, BY_CITY)
    assert sent(board, BY_CITY, blind(PROGRAMME)) == {"people"}
    assert "Ann Vos" not in str(board.people)


def test_who_changed_mentor_is_marked(board: Board):
    fill_board(board, BY_GOALS, plan_change(BY_CITY, BY_GOALS), Names.of(PROGRAMME), READ)
    assert board.plan["filters"]["changed"] == [0, 1]


def test_a_mentee_stands_for_her_own_pair_also_after_a_move(board: Board):
    element = pick(board, "ann")
    assert chosen_pair(element, BY_CITY).mentor_id == "kim"
    assert chosen_pair(element, BY_GOALS).mentor_id == "lou"
    assert chosen_pair(element, BY_CITY).status == Status.PROPOSED


def test_the_lowest_pair_is_chosen_at_first_sight(board: Board):
    """The page opened with nobody chosen: no reason for any pair was seen without a click."""
    fill_board(board, BY_GOALS, None, Names.of(PROGRAMME), READ)
    assert board.chosen == ["ann", ""]
    board.chosen = ["bea", ""]
    fill_board(board, BY_CITY, None, Names.of(PROGRAMME), READ)
    assert board.chosen == ["bea", ""]


def test_who_is_not_placed_is_told_why_and_which_mentors_come_closest(board: Board):
    """Beside the reason stood nothing but that there was no mentor."""
    programme = snapshot(
        mentee("ann", full_name="Ann Vos", languages=["fr"]),
        mentor("kim", full_name="Kim Boer", languages=["nl"]),
    )
    proposal = propose(Pool.of(programme), Settings(only(proximity=10)))
    told = pair_card(page_with(programme), pick(board, "ann"), None, proposal, Names.of(programme)).text
    assert "These mentors come closest:" in told
    assert "Ann Vos and Kim Boer have no language in common." in words(told)
    assert 'data-person="kim" data-beside="ann"' in told


def test_any_pair_can_be_chosen(board: Board):
    pair = chosen_pair(pick(board, "ann", "lou"), BY_CITY)
    assert (pair.row, pair.column, pair.status, pair.is_settled) == (0, 1, None, False)
    card = pair_card(page_with(PROGRAMME), pick(board, "ann", "lou"), pair, BY_CITY, Names.of(PROGRAMME)).text
    assert 'href="/history/?lang=en&amp;who=lou">' in card
    assert "This pair is not in the proposal." in card
    assert "Ann Vos with Lou Smit" in card


def test_a_pair_that_is_not_allowed_says_why(board: Board):
    element = pick(board, "cas", "kim")
    pair = chosen_pair(element, BY_CITY)
    card = pair_card(page_with(PROGRAMME), element, pair, BY_CITY, Names.of(PROGRAMME)).text
    assert "mk-against" in card
    assert "This pair is not in the proposal." not in card


@pytest.mark.parametrize(
    ("mentee_id", "mentor_id"), [("", ""), ("gone", ""), ("gone", "kim"), ("ann", "gone")]
)
def test_who_is_not_there_is_no_pair(board: Board, mentee_id: str, mentor_id: str):
    assert chosen_pair(pick(board, mentee_id, mentor_id), BY_CITY) is None


def test_a_mentee_without_a_mentor_is_told_so(board: Board):
    element = pick(board, "cas")
    assert chosen_pair(element, BY_CITY) is None
    told = pair_card(page_with(PROGRAMME), element, None, BY_CITY, Names.of(PROGRAMME))
    assert "Cas Mulder takes no part" in told.text
    assert pair_card(page_with(PROGRAMME), pick(board, ""), None, BY_CITY, Names.of(PROGRAMME)) is None


def test_a_confirmed_mentee_is_settled_also_beside_another_mentor(board: Board):
    people = (mentee("ann"), mentor("kim"), mentor("lou"))
    proposal = propose(Pool.of(snapshot(*people, pairs=[earlier("ann", "kim")])), Settings({}))
    own, other = (chosen_pair(pick(board, "ann", mentor_id), proposal) for mentor_id in ("", "lou"))
    assert (own.status, own.is_settled) == (Status.CONFIRMED, True)
    assert (other.status, other.is_settled) == (None, True)


def test_who_said_no_before_is_told_under_the_card_of_the_pair_and_of_who_waits():
    no = Decline(id="1", pair_id="ann-kim", side="mentor", declined_on=START, reason="time", remark="Later")
    known = PROGRAMME.with_table(Pair, [earlier("ann", "kim", START, True)]).with_table(Decline, [no])
    names, page, element = Names.of(known), page_with(known), pick(empty_board(READ), "ann", "lou")
    told = "Kim Boer said no to Ann Vos on 1 March 2026: no time now. You noted: Later"
    assert told in pair_card(page, element, chosen_pair(element, BY_CITY), BY_CITY, names).text
    assert told in pair_card(page, pick(empty_board(READ), "ann"), None, BY_CITY, names).text
    assert "said no" not in pair_card(page, pick(empty_board(READ), "bea"), None, BY_CITY, names).text
