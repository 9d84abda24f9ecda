"""What pairs answer to short questions, signals that rest, and the programme's own limits for signals."""

from alembic import op

from mentorkit.store.migrations.added import add_tables

revision = "0013"
down_revision = "0012"

_TABLES = {
    "pulse": "pair_id TEXT NOT NULL, side TEXT NOT NULL, occasion TEXT NOT NULL, number INTEGER NOT NULL,"
    " code TEXT NOT NULL, asked_on TEXT NOT NULL, answered_on TEXT,"
    " going INTEGER, clear_goals INTEGER, kept INTEGER, wants_contact INTEGER",
    "snooze": "pair_id TEXT NOT NULL, rule TEXT NOT NULL, reason TEXT NOT NULL, snoozed_on TEXT NOT NULL,"
    " until TEXT NOT NULL",
}


def upgrade() -> None:
    """Add the tables and the column of the thirteenth version."""
    add_tables(_TABLES, {"pair_id": "pair"})
    op.execute("ALTER TABLE programme ADD COLUMN limits TEXT NOT NULL DEFAULT '{}'")
