"""The first tables."""

from alembic import op

revision = "0001"
down_revision = None

_STATEMENTS = (
    """
    CREATE TABLE programme (id TEXT NOT NULL, revision INTEGER NOT NULL, name TEXT NOT NULL,
        language TEXT NOT NULL, relation_type TEXT NOT NULL, framework TEXT NOT NULL, weights TEXT NOT NULL,
        rules_off TEXT NOT NULL, is_sample INTEGER NOT NULL, PRIMARY KEY (id)) STRICT
    """,
    """
    CREATE TABLE person (id TEXT NOT NULL, revision INTEGER NOT NULL, full_name TEXT NOT NULL,
        first_name TEXT, infix TEXT, last_name TEXT, email TEXT, employee_id TEXT, phone TEXT,
        job_title TEXT, department TEXT, organisation TEXT, city TEXT, level REAL, level_name TEXT,
        years_experience REAL,
        languages TEXT NOT NULL, manager_email TEXT, manager_id TEXT, manager_name TEXT,
        other_managers TEXT NOT NULL, PRIMARY KEY (id)) STRICT
    """,
    """
    CREATE TABLE application (id TEXT NOT NULL, revision INTEGER NOT NULL, person_id TEXT NOT NULL,
        role TEXT NOT NULL, submitted_at TEXT, topics TEXT NOT NULL, goals TEXT NOT NULL, goal_text TEXT,
        biography TEXT, "values" TEXT NOT NULL, interests TEXT NOT NULL, working_style INTEGER,
        learning_style TEXT, feedback_style INTEGER, channels TEXT NOT NULL, availability TEXT NOT NULL,
        available_from TEXT, hours_per_month REAL, capacity INTEGER, relation_types TEXT NOT NULL,
        prefers TEXT NOT NULL, avoids TEXT NOT NULL, has_consented INTEGER, is_paused INTEGER,
        is_trained INTEGER, source_file TEXT, source_row INTEGER, PRIMARY KEY (id),
        FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    "CREATE INDEX ix_application_person_id ON application (person_id)",
    """
    CREATE TABLE override (id TEXT NOT NULL, revision INTEGER NOT NULL, kind TEXT NOT NULL,
        mentee_id TEXT NOT NULL, mentor_id TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(mentee_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(mentor_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    "CREATE INDEX ix_override_mentee_id ON override (mentee_id)",
    "CREATE INDEX ix_override_mentor_id ON override (mentor_id)",
    """
    CREATE TABLE pair (id TEXT NOT NULL, revision INTEGER NOT NULL, mentee_id TEXT NOT NULL,
        mentor_id TEXT NOT NULL, score REAL NOT NULL, decision_id TEXT NOT NULL, confirmed_on TEXT NOT NULL,
        ended_on TEXT, has_failed INTEGER NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(mentee_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(mentor_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    "CREATE INDEX ix_pair_decision_id ON pair (decision_id)",
    "CREATE INDEX ix_pair_mentee_id ON pair (mentee_id)",
    "CREATE INDEX ix_pair_mentor_id ON pair (mentor_id)",
    """
    CREATE TABLE decision (id TEXT NOT NULL, revision INTEGER NOT NULL, decided_at TEXT NOT NULL,
        decided_by TEXT NOT NULL, pair_count INTEGER NOT NULL, unplaced_count INTEGER NOT NULL,
        record TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (id)) STRICT
    """,
    """
    CREATE TABLE journal (number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, action TEXT NOT NULL,
        who TEXT NOT NULL, at TEXT NOT NULL, undoes INTEGER, UNIQUE (undoes),
        FOREIGN KEY(undoes) REFERENCES journal (number)) STRICT
    """,
    """
    CREATE TABLE journal_item (number INTEGER NOT NULL, position INTEGER NOT NULL, table_name TEXT NOT NULL,
        row_id TEXT NOT NULL, "before" TEXT, "after" TEXT, PRIMARY KEY (number, position),
        FOREIGN KEY(number) REFERENCES journal (number)) STRICT
    """,
)


def upgrade() -> None:
    """Make the tables of the first version."""
    for statement in _STATEMENTS:
        op.execute(statement)
