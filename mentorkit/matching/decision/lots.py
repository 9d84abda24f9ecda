"""Who goes first when there are too few mentors: by lot, so that anybody can draw again and see the same."""

import hashlib
from collections.abc import Iterable


def order_by_lot(seed: str, people: Iterable[str]) -> tuple[str, ...]:
    """The ids of people in the order of a draw with this seed; the same on every computer.

    Each gets the SHA-256 of the seed and the id, and the lowest goes first: without knowing the seed every
    order is as likely, and who stands where in the list counts for nothing. Hash-sorted lottery; compare the
    verifiable draws of RFC 3797 (doi:10.17487/RFC3797).

    >>> order_by_lot("7", ["ann", "bea", "cas"]) == order_by_lot("7", ["cas", "ann", "bea"])
    True
    """
    return tuple(sorted(set(people), key=lambda person: hashlib.sha256(f"{seed}|{person}".encode()).digest()))
