"""What pairs were worth when they were confirmed."""

from mentorkit.store.migrations.added import add_tables

revision = "0018"
down_revision = "0017"

_COLUMNS = "criteria TEXT NOT NULL, best REAL NOT NULL, place INTEGER NOT NULL, spread REAL NOT NULL"


def upgrade() -> None:
    """Add the table of the eighteenth version."""
    add_tables({"frozen_score": f"pair_id TEXT NOT NULL, {_COLUMNS}"}, {"pair_id": "pair"})
