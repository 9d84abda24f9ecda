"""Agreed actions, what mentors opened, own stages of pairs, and the minutes of the coordinator."""

from mentorkit.store.migrations.added import add_tables

revision = "0014"
down_revision = "0013"

_TABLES = {
    "promise": "pair_id TEXT NOT NULL, kind TEXT NOT NULL, owner TEXT NOT NULL, agreed_on TEXT NOT NULL,"
    " due_on TEXT NOT NULL, done_on TEXT",
    "opening": "pair_id TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL",
    "own_stage": "name TEXT NOT NULL, rank INTEGER NOT NULL",
    "pair_stage": "pair_id TEXT NOT NULL, stage_id TEXT NOT NULL",
    "work_log": "day TEXT NOT NULL, kind TEXT NOT NULL, minutes INTEGER NOT NULL",
}
_POINTERS = {"pair_id": "pair", "stage_id": "own_stage"}


def upgrade() -> None:
    """Add the tables of the fourteenth version."""
    add_tables(_TABLES, _POINTERS)
