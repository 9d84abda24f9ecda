"""Columns of the coordinator's own, kept with a sign-up."""

from alembic import op

revision = "0007"
down_revision = "0005"


def upgrade() -> None:
    """Add the column of the seventh version."""
    op.execute("ALTER TABLE application ADD COLUMN own_columns TEXT NOT NULL DEFAULT '[]'")
