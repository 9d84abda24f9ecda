"""What was done in a programme, and what one action changed."""

from datetime import UTC, date, datetime

from mentorkit.model import Pair, Person
from mentorkit.model.entry import JournalEntry
from mentorkit.views.names import Names
from mentorkit.views.programme.access import access_page
from mentorkit.views.programme.history import choices_to_look_at, done_table, history_headline, look_list
from tests.views.pages.page import Page

AT = datetime(2026, 9, 14, 8, 30, tzinfo=UTC)
DONE = [
    JournalEntry(4, "undo", "Carla", AT, 1, undoes=3),
    JournalEntry(3, "name", "Carla", AT, 1),
    JournalEntry(2, "erase", "Bo <b>", AT, 0),
    JournalEntry(1, "create", "Carla", AT, 1),
]
NOOR = Person(id="p1", full_name="Noor", languages=("nl",))
SAM = Person(id="p2", full_name="Sam")
PAIR = Pair(id="k1", mentee_id="p1", mentor_id="p3", decision_id="d1", score=0.75, confirmed_on="2026-09-14")


def show_history(page: Page) -> None:
    names = Names({"p1": "Noor", "p2": "nummer 7"}, frozenset({"p2"}))
    page.show("An undo came last", history_headline, DONE)
    page.show("Four actions", done_table, DONE, page.speak)
    page.show("To look at", choices_to_look_at, DONE, page.speak)
    moved = NOOR.model_copy(update={"city": "Gent", "languages": ("nl", "fr"), "revision": 9})
    page.show("Fields of a person", look_list, [(NOOR, moved)], names, page.speak)
    hidden = (SAM, SAM.model_copy(update={"city": "Gent"})), (None, SAM)
    page.show("Somebody whose name is hidden", look_list, hidden, names, page.speak)
    page.show("A pair that is gone", look_list, [(PAIR, None)], names, page.speak)
    same = [(NOOR, NOOR.model_copy(update={"revision": 9}))] * 3
    page.show("Three times the same", look_list, same, names, page.speak)
    many = [(None, Person(id=f"x{n}", full_name=f"P{n:02}")) for n in range(42)]
    page.show("More than fit", look_list, many, names, page.speak)


def show_access(page: Page) -> None:
    names, rows = Names({"p1": "Noor", "p3": "Zoë & Co"}), [NOOR, PAIR]
    day = date(2026, 9, 14)
    page.show("A person and a pair", access_page, "Samen", names, rows, DONE[1:2], day, page.speak)
