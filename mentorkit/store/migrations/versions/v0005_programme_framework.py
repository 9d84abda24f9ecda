"""The framework of a programme: objectives, trainings, the checklist, and its own words."""

from alembic import op

revision = "0005"
down_revision = "0004"

_STATEMENTS = (
    "ALTER TABLE programme ADD COLUMN terms TEXT NOT NULL DEFAULT '{}'",
    """
    CREATE TABLE objective (id TEXT NOT NULL, revision INTEGER NOT NULL, text TEXT NOT NULL,
        measure TEXT NOT NULL, target TEXT NOT NULL, source TEXT NOT NULL, question TEXT,
        PRIMARY KEY (id)) STRICT
    """,
    """
    CREATE TABLE training (id TEXT NOT NULL, revision INTEGER NOT NULL, person_id TEXT NOT NULL,
        name TEXT NOT NULL, held_on TEXT, is_done INTEGER NOT NULL, techniques TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    "CREATE INDEX ix_training_person_id ON training (person_id)",
    """
    CREATE TABLE tick (id TEXT NOT NULL, revision INTEGER NOT NULL, ticked_on TEXT NOT NULL,
        ticked_by TEXT NOT NULL, PRIMARY KEY (id)) STRICT
    """,
    # Objectives have a table of their own, with their measures; nothing could write these two before.
    "UPDATE programme SET framework = json_remove(framework, '$.objectives', '$.measures')",
)

_IN_JOURNAL = """
    UPDATE journal_item SET {side} = json_set({side}, '$.framework',
        json_remove(json_extract({side}, '$.framework'), '$.objectives', '$.measures') || '')
    WHERE table_name = 'programme' AND {side} IS NOT NULL
"""


def upgrade() -> None:
    """Add the tables of the fifth version."""
    for statement in (*_STATEMENTS, *(_IN_JOURNAL.format(side=side) for side in ("before", "after"))):
        op.execute(statement)
