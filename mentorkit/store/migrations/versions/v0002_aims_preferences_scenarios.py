"""What counts first, minimum loads, preferences after the talks, and named settings."""

from alembic import op

revision = "0002"
down_revision = "0001"

_STATEMENTS = (
    "ALTER TABLE programme ADD COLUMN aim TEXT NOT NULL DEFAULT 'placed'",
    "ALTER TABLE programme ADD COLUMN unplaced_price REAL",
    "ALTER TABLE programme ADD COLUMN is_blind INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE programme ADD COLUMN other_types TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE pair ADD COLUMN relation_type TEXT",
    "ALTER TABLE application ADD COLUMN least INTEGER",
    """
    CREATE TABLE preference (id TEXT NOT NULL, revision INTEGER NOT NULL, mentee_id TEXT NOT NULL,
        mentor_id TEXT NOT NULL, side TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(mentee_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(mentor_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    "CREATE INDEX ix_preference_mentee_id ON preference (mentee_id)",
    "CREATE INDEX ix_preference_mentor_id ON preference (mentor_id)",
    """
    CREATE TABLE scenario (id TEXT NOT NULL, revision INTEGER NOT NULL, name TEXT NOT NULL,
        weights TEXT NOT NULL, rules_off TEXT NOT NULL, aim TEXT NOT NULL, unplaced_price REAL,
        PRIMARY KEY (id)) STRICT
    """,
)


def upgrade() -> None:
    """Add the columns and tables of the second version."""
    for statement in _STATEMENTS:
        op.execute(statement)
