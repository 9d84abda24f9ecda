"""Goals of pairs with their steps and levels, and when pairs talk."""

from alembic import op

revision = "0009"
down_revision = "0008"

_ABOUT = {
    "goal": (
        "pair",
        "owner TEXT NOT NULL, is_private INTEGER NOT NULL, text TEXT NOT NULL, reason TEXT NOT NULL,"
        " measure TEXT NOT NULL, support TEXT NOT NULL, starts_on TEXT, due_on TEXT, lowest TEXT NOT NULL,"
        " lower TEXT NOT NULL, hoped TEXT NOT NULL, higher TEXT NOT NULL, highest TEXT NOT NULL,"
        " levels_on TEXT, is_agreed_by_mentee INTEGER NOT NULL, is_agreed_by_mentor INTEGER NOT NULL",
    ),
    "goal_step": (
        "goal",
        "kind TEXT NOT NULL, text TEXT NOT NULL, owner TEXT NOT NULL, support TEXT NOT NULL, due_on TEXT,"
        " done_on TEXT",
    ),
    "goal_level": ("goal", "noted_on TEXT NOT NULL, reached INTEGER NOT NULL"),
    "rhythm": (
        "pair",
        "starts_on TEXT NOT NULL, ends_on TEXT NOT NULL, interval_days INTEGER NOT NULL,"
        " starts_at TEXT NOT NULL, country TEXT NOT NULL",
    ),
}
_TABLE = """
    CREATE TABLE {name} (id TEXT NOT NULL, revision INTEGER NOT NULL, {of}_id TEXT NOT NULL, {fields},
        PRIMARY KEY (id), FOREIGN KEY({of}_id) REFERENCES {of} (id) DEFERRABLE INITIALLY DEFERRED) STRICT
"""


def upgrade() -> None:
    """Add the tables of the ninth version."""
    for name, (of, fields) in _ABOUT.items():
        op.execute(_TABLE.format(name=name, of=of, fields=fields))
        op.execute(f"CREATE INDEX ix_{name}_{of}_id ON {name} ({of}_id)")
    op.execute(
        "CREATE TABLE school_break (id TEXT NOT NULL, revision INTEGER NOT NULL, starts_on TEXT NOT NULL,"
        " ends_on TEXT NOT NULL, PRIMARY KEY (id)) STRICT"
    )
