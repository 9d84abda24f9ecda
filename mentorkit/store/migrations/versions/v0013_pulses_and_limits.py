"""What pairs answer to short questions, signals that rest, and the programme's own limits for signals."""

from alembic import op

revision = "0013"
down_revision = "0012"

_TABLES = {
    "pulse": "side TEXT NOT NULL, occasion TEXT NOT NULL, number INTEGER NOT NULL, code TEXT NOT NULL,"
    " asked_on TEXT NOT NULL, answered_on TEXT, going INTEGER, clear_goals INTEGER, kept INTEGER,"
    " wants_contact INTEGER",
    "snooze": "rule TEXT NOT NULL, reason TEXT NOT NULL, snoozed_on TEXT NOT NULL, until TEXT NOT NULL",
}
_TABLE = """
    CREATE TABLE {name} (id TEXT NOT NULL, revision INTEGER NOT NULL, pair_id TEXT NOT NULL, {fields},
        PRIMARY KEY (id), FOREIGN KEY(pair_id) REFERENCES pair (id) DEFERRABLE INITIALLY DEFERRED) STRICT
"""


def upgrade() -> None:
    """Add the tables and the column of the thirteenth version."""
    for name, fields in _TABLES.items():
        op.execute(_TABLE.format(name=name, fields=fields))
        op.execute(f"CREATE INDEX ix_{name}_pair_id ON {name} (pair_id)")
    op.execute("ALTER TABLE programme ADD COLUMN limits TEXT NOT NULL DEFAULT '{}'")
