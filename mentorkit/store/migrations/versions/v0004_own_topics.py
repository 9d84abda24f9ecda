"""A programme's own topics."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column of the fourth version."""
    op.execute("ALTER TABLE programme ADD COLUMN own_topics TEXT NOT NULL DEFAULT '[]'")
