"""Kill a process that saves, again and again, and count what is missing afterwards.

Run as a script: python tests/crash/kill.py --kills 200
"""

import argparse
import multiprocessing
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from mentorkit.errors import MentorkitError
from mentorkit.model import Changes, Insert, Person, Programme
from mentorkit.store import Store

ROWS = 5
LONGEST_WAIT = 0.03
NOW = datetime(2026, 9, 14, tzinfo=UTC)


@dataclass
class Count:
    """What was found after so many kills; all but the first three must be 0."""

    kills: int = 0
    acknowledged: int = 0
    killed_while_saving: int = 0
    lost: int = 0
    torn: int = 0
    corrupt: int = 0


def save_for_ever(path: Path, run: int, pipe: Connection) -> None:
    """Save a few people at a time and tell the number of each entry once it is saved."""
    store = Store.open(path, now=NOW)
    count = 0
    while True:
        people = [Person(id=f"{run}-{count}-{row}", full_name="x" * 50) for row in range(ROWS)]
        pipe.send(store.apply(Changes("import", tuple(map(Insert, people))), author="kill", now=NOW))
        count += 1


def kill_once(path: Path, run: int, wait: float) -> list[int]:
    """Start a process that saves, kill it some time after its first answer, and give its answers."""
    # A server that has everything imported forks much faster than a new interpreter starts.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["mentorkit.store"])
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=save_for_ever, args=(path, run, theirs), daemon=True)
    child.start()
    theirs.close()
    answers = [ours.recv()]
    time.sleep(wait)
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    try:
        while True:
            answers.append(ours.recv())
    except EOFError:
        return answers


def missing(path: Path, acknowledged: list[int]) -> tuple[int, int]:
    """How many acknowledged entries are lost, and how many entries are there by half."""
    with closing(sqlite3.connect(path)) as connection:
        items = dict(connection.execute("SELECT number, count(*) FROM journal_item GROUP BY number"))
        rows = dict(connection.execute("SELECT revision, count(*) FROM person GROUP BY revision"))
        entries = {number for (number,) in connection.execute("SELECT number FROM journal WHERE number > 1")}
    lost = sum(number not in entries for number in acknowledged)
    whole = {number for number in entries if items.get(number) == rows.get(number) == ROWS}
    return lost, len((entries | rows.keys() | items.keys()) - whole - {1})


def kill_many(path: Path, kills: int, seed: int = 0) -> Count:
    """Kill so many processes that save in one file, and look after each."""
    chance = random.Random(seed)  # noqa: S311
    count = Count()
    Store.create(path, Programme(id="g", name="Kill"), author="kill", now=NOW)
    journal = path.with_name(path.name + "-journal")
    acknowledged: list[int] = []
    for run in range(kills):
        acknowledged += kill_once(path, run, chance.uniform(0, LONGEST_WAIT))
        count.kills += 1
        count.killed_while_saving += journal.stat().st_size > 0
        try:
            Store.open(path, now=NOW).history()
        except MentorkitError:
            count.corrupt += 1
    count.acknowledged = len(acknowledged)
    count.lost, count.torn = missing(path, acknowledged)
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        count = kill_many(Path(folder) / "kill.mentorkit", arguments.kills, arguments.seed)
    sys.stdout.write(" ".join(f"{name}={value}" for name, value in asdict(count).items()) + "\n")
    sys.exit(1 if count.lost or count.torn or count.corrupt else 0)


if __name__ == "__main__":
    main()
