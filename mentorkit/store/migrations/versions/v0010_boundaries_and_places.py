"""What to ask somebody else, whom somebody knows, and where and since when somebody works."""

from alembic import op

revision = "0010"
down_revision = "0009"

_COLUMNS = (
    "person ADD COLUMN region TEXT",
    "person ADD COLUMN timezone TEXT",
    "person ADD COLUMN joined TEXT",
    "application ADD COLUMN available_until TEXT",
    "application ADD COLUMN boundaries TEXT NOT NULL DEFAULT '[]'",
    "application ADD COLUMN network TEXT NOT NULL DEFAULT '[]'",
)


def upgrade() -> None:
    """Add the columns of the tenth version."""
    for column in _COLUMNS:
        op.execute(f"ALTER TABLE {column}")
