"""Talks that took place or not, and the coordinator's contacts."""

from alembic import op

revision = "0011"
down_revision = "0010"

_TABLES = {
    "meeting": "day TEXT NOT NULL, is_held INTEGER NOT NULL, minutes INTEGER, medium TEXT, initiative TEXT,"
    " is_prepared INTEGER",
    "check_in": "side TEXT NOT NULL, day TEXT NOT NULL, outcome TEXT NOT NULL, look_again_on TEXT",
}
_TABLE = """
    CREATE TABLE {name} (id TEXT NOT NULL, revision INTEGER NOT NULL, pair_id TEXT NOT NULL, {fields},
        PRIMARY KEY (id), FOREIGN KEY(pair_id) REFERENCES pair (id) DEFERRABLE INITIALLY DEFERRED) STRICT
"""


def upgrade() -> None:
    """Add the tables of the eleventh version."""
    for name, fields in _TABLES.items():
        op.execute(_TABLE.format(name=name, fields=fields))
        op.execute(f"CREATE INDEX ix_{name}_pair_id ON {name} (pair_id)")
