"""The start of pairs: steps, who said no, expectations, what was said aloud; and texts of her own."""

from alembic import op

revision = "0008"
down_revision = "0007"

_ABOUT_A_PAIR = {
    "start_step": "kind TEXT NOT NULL, day TEXT NOT NULL",
    "decline": "side TEXT NOT NULL, declined_on TEXT NOT NULL, reason TEXT NOT NULL, remark TEXT NOT NULL",
    "expectation": "side TEXT NOT NULL, answered_on TEXT NOT NULL, choices TEXT NOT NULL,"
    " off_limits TEXT NOT NULL",
    "said_aloud": "question TEXT NOT NULL, said_on TEXT NOT NULL",
}
_TABLE = """
    CREATE TABLE {name} (id TEXT NOT NULL, revision INTEGER NOT NULL, pair_id TEXT NOT NULL, {fields},
        PRIMARY KEY (id), FOREIGN KEY(pair_id) REFERENCES pair (id) DEFERRABLE INITIALLY DEFERRED) STRICT
"""
_TEXTS = """
    CREATE TABLE own_text (id TEXT NOT NULL, revision INTEGER NOT NULL, text_key TEXT NOT NULL,
        language TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (id)) STRICT
"""


def upgrade() -> None:
    """Add the tables of the eighth version."""
    for name, fields in _ABOUT_A_PAIR.items():
        op.execute(_TABLE.format(name=name, fields=fields))
        op.execute(f"CREATE INDEX ix_{name}_pair_id ON {name} (pair_id)")
    op.execute(_TEXTS)
