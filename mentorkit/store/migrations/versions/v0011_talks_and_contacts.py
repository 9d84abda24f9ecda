"""Talks that took place or not, and the coordinator's contacts."""

from mentorkit.store.migrations.added import add_tables

revision = "0011"
down_revision = "0010"

_TABLES = {
    "meeting": "pair_id TEXT NOT NULL, day TEXT NOT NULL, is_held INTEGER NOT NULL, minutes INTEGER,"
    " medium TEXT, initiative TEXT, is_prepared INTEGER",
    "check_in": "pair_id TEXT NOT NULL, side TEXT NOT NULL, day TEXT NOT NULL, outcome TEXT NOT NULL,"
    " look_again_on TEXT",
}


def upgrade() -> None:
    """Add the tables of the eleventh version."""
    add_tables(_TABLES, {"pair_id": "pair"})
