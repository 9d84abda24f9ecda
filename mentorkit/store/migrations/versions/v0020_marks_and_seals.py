"""A mark that tells an entry from any other of its number, and a seal that tells when one was changed."""

from alembic import op

from mentorkit.store.seal import seal_new

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Add the columns; earlier entries are told by their moment, and are sealed as they are."""
    for column in ("mark TEXT NOT NULL DEFAULT ''", "seal TEXT NOT NULL DEFAULT ''", "rewrote INTEGER"):
        op.execute(f"ALTER TABLE journal ADD COLUMN {column}")
    op.execute("UPDATE journal SET mark = at")
    seal_new(op.get_bind())
