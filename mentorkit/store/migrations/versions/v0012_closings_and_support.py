"""Closings, pauses and fit checks of pairs; support of pairs and mentors; lessons; draws by lot."""

from mentorkit.store.migrations.added import add_tables

revision = "0012"
down_revision = "0011"

_TABLES = {
    "closure": "pair_id TEXT NOT NULL, kind TEXT NOT NULL, ended_on TEXT, asked_by TEXT, reason TEXT,"
    " talk_planned_on TEXT, talk_held_on TEXT, points TEXT NOT NULL, reopened_on TEXT",
    "pause": "pair_id TEXT NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT",
    "fit_check": "pair_id TEXT NOT NULL, side TEXT NOT NULL, day TEXT NOT NULL, fit TEXT NOT NULL",
    "third_party": "name TEXT NOT NULL, helps_with TEXT NOT NULL, reached_at TEXT NOT NULL",
    "issue": "pair_id TEXT NOT NULL, kind TEXT NOT NULL, noted_on TEXT NOT NULL, owner TEXT NOT NULL,"
    " next_on TEXT, state TEXT NOT NULL, third_party_id TEXT, second_mentor_id TEXT",
    "self_check": "pair_id TEXT NOT NULL, given_on TEXT NOT NULL, done_on TEXT",
    "intervision": "person_id TEXT NOT NULL, day TEXT NOT NULL, was_there INTEGER",
    "lesson": "theme TEXT NOT NULL, text TEXT NOT NULL, noted_on TEXT NOT NULL",
    "draw": "drawn_on TEXT NOT NULL, drawn_by TEXT NOT NULL, seed TEXT NOT NULL, people TEXT NOT NULL,"
    " places INTEGER NOT NULL",
}
_POINTERS = {
    "pair_id": "pair",
    "person_id": "person",
    "third_party_id": "third_party",
    "second_mentor_id": "person",
}


def upgrade() -> None:
    """Add the tables of the twelfth version."""
    add_tables(_TABLES, _POINTERS)
