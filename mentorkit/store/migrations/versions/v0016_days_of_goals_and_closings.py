"""When goals and closing talks became known, so that what is said of an earlier day stays what it was."""

from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Add the columns of the sixteenth version."""
    for column in ("goal ADD COLUMN noted_on", "goal ADD COLUMN agreed_on", "closure ADD COLUMN arranged_on"):
        op.execute(f"ALTER TABLE {column} TEXT")
