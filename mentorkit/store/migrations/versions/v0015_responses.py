"""What people answer to questionnaires."""

from mentorkit.store.migrations.added import add_tables

revision = "0015"
down_revision = "0014"

_COLUMNS = (
    "person_id TEXT NOT NULL, pair_id TEXT, role TEXT NOT NULL, questionnaire TEXT NOT NULL,"
    " wave TEXT NOT NULL, code TEXT NOT NULL, asked_on TEXT NOT NULL, answered_on TEXT, answers TEXT NOT NULL"
)


def upgrade() -> None:
    """Add the table of the fifteenth version."""
    add_tables({"response": _COLUMNS}, {"person_id": "person", "pair_id": "pair"})
