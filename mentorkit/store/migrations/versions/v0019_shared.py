"""Which files were made for whom."""

from mentorkit.store.migrations.added import add_tables

revision = "0019"
down_revision = "0018"

_COLUMNS = (
    "audience TEXT NOT NULL, pair_id TEXT, shared_on TEXT NOT NULL, shared_by TEXT NOT NULL,"
    " expires_on TEXT NOT NULL, sha256 TEXT NOT NULL, withdrawn_on TEXT"
)


def upgrade() -> None:
    """Add the table of the nineteenth version."""
    add_tables({"shared": _COLUMNS}, {"pair_id": "pair"})
