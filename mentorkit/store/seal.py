"""The seal of an entry: a hash over what it did and the seal before it, by which a later change shows."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

Ask = Callable[[str, tuple[Any, ...]], Iterable[Any]]
"""Puts a question in SQL to a file and gives its rows."""

_ENTRIES = (
    "SELECT j.number, j.seal, j.mark, j.action, j.who, j.at, j.undoes, j.rewrote, "
    "i.table_name, i.row_id, i.before, i.after "
    "FROM journal j LEFT JOIN journal_item i ON i.number = j.number "
    "WHERE j.number >= ? ORDER BY j.number, i.position"
)


def seal_new(connection: Connection) -> None:
    """Seal every entry from the first without a seal; the newest tells which earlier ones it rewrote."""
    ask = connection.exec_driver_sql
    first = ask("SELECT min(number) FROM journal WHERE seal = ''").scalar_one()
    ask(
        "UPDATE journal SET rewrote = ?1 WHERE number > ?1 AND number IN (SELECT max(number) FROM journal)",
        (first,),
    )
    sealed = [(right, number) for number, _, right in sealed_chain(ask, first)] if first else []
    if sealed:
        ask("UPDATE journal SET seal = ? WHERE number = ?", sealed)


def sealed_chain(ask: Ask, first: int = 0) -> Iterator[tuple[int, str, str]]:
    """Each entry from one on: its number, the seal that it has and the one that is right."""
    before = "SELECT seal FROM journal WHERE number < ? ORDER BY number DESC LIMIT 1"
    previous = next((seal for (seal,) in ask(before, (first,))), "")
    for (number, seal), rows in groupby(ask(_ENTRIES, (first,)), key=itemgetter(0, 1)):
        told = hashlib.sha256(previous.encode())
        for row in rows:
            told.update(repr((number, *row[2:])).encode("utf-8", "surrogatepass"))
        previous = told.hexdigest()
        yield number, seal, previous


def first_wrong(ask: Ask, earlier: Iterable[Ask]) -> int | None:
    """The number of the first entry that is not as it was written; None when all are.

    It does not follow from the one before it, or is other or gone against one of the `earlier` copies of the
    file. Entries that were lawfully written anew, or gone with a backup that was put back, are not compared.
    """
    wrong = [number for number, seal, right in sealed_chain(ask) if seal != right]
    entries = "SELECT number, seal, rewrote, action FROM journal ORDER BY number"
    now = {number: (seal, rewrote, action) for number, seal, rewrote, action in ask(entries, ())}
    for copy in earlier:
        wrong += _other(now, {number: seal for number, seal, *_ in copy(entries, ())})
    return min(wrong, default=None)


def _other(now: dict[int, tuple[str, int | None, str]], then: dict[int, str]) -> list[int]:
    """The first entry of an earlier copy that is not there any more as it was; nothing when all are."""
    anew = [rewrote for number, (_, rewrote, _) in now.items() if rewrote and number > max(then, default=0)]
    for number, seal in then.items():
        if number >= min(anew, default=number + 1):
            break
        if number not in now:
            following = min((one for one in now if one > number), default=None)
            return [] if following and now[following][2] == "restore" else [number]
        if now[number][0] != seal:
            return [number]
    return []
