"""How older programme files become new ones: all steps in one transaction, or none."""

from pathlib import Path
from threading import Lock

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from mentorkit.store.sqlite.engine import APPLICATION_ID

VERSIONS = Path(__file__).parent / "versions"

# Alembic keeps the step at work in a global; two windows may open a file at the same moment.
_ONE_AT_A_TIME = Lock()


def newest_version(versions: Path = VERSIONS) -> int:
    """The version a file has after all steps; step modules are named v0001_what_it_does.py.

    >>> newest_version() >= 1
    True
    """
    return max(int(step.stem[1:5]) for step in versions.glob("v[0-9][0-9][0-9][0-9]_*.py"))


def upgrade(connection: Connection, versions: Path = VERSIONS) -> None:
    """Take the steps a file still misses, an empty file all of them.

    Works inside the transaction of the connection, so that an error in any step
    leaves the file as it was.
    """
    script = ScriptDirectory(str(versions.parent), version_locations=[str(versions)])
    with (
        _ONE_AT_A_TIME,
        EnvironmentContext(
            Config(), script, fn=lambda revision, _: script._upgrade_revs("head", revision)
        ) as environment,
    ):
        environment.configure(connection=connection.execution_options(compiled_cache=None))  # once a file
        environment.run_migrations()
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {newest_version(versions)}")
