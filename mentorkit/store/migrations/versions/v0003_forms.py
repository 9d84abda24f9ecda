"""How forms are read, and what they said when they were last taken in."""

from alembic import op

revision = "0003"
down_revision = "0002"

_STATEMENTS = (
    """
    CREATE TABLE form (id TEXT NOT NULL, revision INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
        columns TEXT NOT NULL, options TEXT NOT NULL, header_row INTEGER, PRIMARY KEY (id)) STRICT
    """,
    """
    CREATE TABLE imported (id TEXT NOT NULL, revision INTEGER NOT NULL, person_id TEXT NOT NULL,
        role TEXT, form TEXT NOT NULL, answers TEXT NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    "CREATE INDEX ix_imported_person_id ON imported (person_id)",
)


def upgrade() -> None:
    """Add the tables of the third version."""
    for statement in _STATEMENTS:
        op.execute(statement)
