"""When people came, left and moved up, and what the programme assumes about costs."""

from alembic import op

from mentorkit.store.migrations.added import add_tables

revision = "0017"
down_revision = "0016"

_COLUMNS = (
    "person_id TEXT, started_on TEXT NOT NULL, left_on TEXT, promoted_on TEXT, independent_on TEXT,"
    " seen_on TEXT NOT NULL"
)


def upgrade() -> None:
    """Add the table and the column of the seventeenth version."""
    add_tables({"employment": _COLUMNS}, {"person_id": "person"})
    op.execute("ALTER TABLE programme ADD COLUMN costs TEXT NOT NULL DEFAULT '{}'")
