"""What people told of themselves for the check of fairness."""

from mentorkit.store.migrations.added import add_tables

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Add the table of the twenty-first version."""
    columns = 'person_id TEXT NOT NULL, kind TEXT NOT NULL, "group" TEXT NOT NULL, agreed_on TEXT NOT NULL'
    add_tables({"trait": columns}, {"person_id": "person"})
