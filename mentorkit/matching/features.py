"""Answers as arrays: sets become 0/1 matrices, so that all pairs cost one multiplication."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import polars as pl
from scipy.sparse import csr_array

from mentorkit.matching.candidates import Floats, Mask
from mentorkit.model.fields import NAMED_BY
from mentorkit.text.topics import meaning_of

Texts = tuple[str, ...]
"""All that one person wrote: sentences and the entries of lists."""


def shared_counts(left: pl.Series, right: pl.Series) -> Floats:
    """How many entries two lists have in common, for all pairs; shape `(left, right)`.

    Entries are compared whole and without regard to case: "AI" is not in "retail".
    An empty or missing list shares nothing.
    """
    sides = _entries(left), _entries(right)
    place = {word: column for column, word in enumerate(sorted(set().union(*sides[0], *sides[1])))}
    a, b = (incidence([[place[word] for word in words] for words in side], len(place)) for side in sides)
    shared: Floats = (a @ b.T).toarray()
    return shared


def sizes(lists: pl.Series) -> Floats:
    """Number of different entries in each list; 0 where there is no answer."""
    return np.array([len(entries) for entries in _entries(lists)], dtype=np.float64)


def overlap(left: pl.Series, right: pl.Series, divide_by: Callable[[Floats, Floats], Floats]) -> Floats:
    """Shared entries divided by a size, 0–1; NaN where either side gave no answer.

    `divide_by` gets the sizes as a column and a row and returns what counts as whole.
    """
    a, b = sizes(left)[:, None], sizes(right)[None, :]
    answered = (a > 0) & (b > 0)
    whole = np.where(answered, divide_by(a, b), 1.0)
    return np.where(answered, shared_counts(left, right) / whole, np.nan)


def meanings(answers: pl.Series, own: Mapping[str, str]) -> pl.Series:
    """Lists of answers, each in place of what it means; an answer that is no topic stays as it is.

    `own` are the programme's own topics, see `mentorkit.text.topics.meaning_of`.
    """
    known = {one: meaning_of(one, own) or one for one in answers.explode().drop_nulls().unique().to_list()}
    listed = [None if row is None else [known[one] for one in row] for row in answers.to_list()]
    return pl.Series(answers.name, listed, dtype=answers.dtype)


def may_share(left: pl.Series, right: pl.Series) -> Mask:
    """True where two lists share an entry, or where either side gave no answer."""
    return overlap(left, right, np.minimum) != 0


def numbers(column: pl.Series) -> Floats:
    """A numeric column as floats; NaN where there is no answer."""
    return column.cast(pl.Float64).fill_null(np.nan).to_numpy()


def closeness(left: pl.Series, right: pl.Series, span: float) -> Floats:
    """1 for equal answers on a scale, 0 for answers `span` apart; NaN when one is missing."""
    distance = np.abs(numbers(left)[:, None] - numbers(right)[None, :])
    return np.clip(1 - distance / span, 0, 1)


def same_text(left: pl.Series, right: pl.Series) -> Floats:
    """1 where two texts are equal without regard to case, 0 where not, NaN when missing."""
    a, b = (side.str.to_lowercase().str.strip_chars().to_numpy() for side in (left, right))
    known = left.is_not_null().to_numpy()[:, None] & right.is_not_null().to_numpy()[None, :]
    return np.where(known, (a[:, None] == b[None, :]).astype(np.float64), np.nan)


def mean_of(*layers: Floats) -> Floats:
    """The mean of the layers that apply to each pair; NaN where none does."""
    stack = np.stack(layers)
    known = ~np.isnan(stack)
    count = known.sum(axis=0)
    total = np.where(known, stack, 0.0).sum(axis=0)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def names_someone(named: pl.Series, others: pl.DataFrame) -> Mask:
    """Who names whom, by e-mail, employee number or full name; shape `(named, others)`."""
    known_as = others.select(pl.concat_list(NAMED_BY).list.drop_nulls()).to_series()
    return shared_counts(named, known_as) > 0


def texts_of(frame: pl.DataFrame, columns: Sequence[str]) -> tuple[Texts, ...]:
    """What each person of a frame wrote in columns of text or of lists; empty where nothing."""
    rows = (
        (one if isinstance(one, list) else [one] for one in row) for row in frame.select(columns).iter_rows()
    )
    return tuple(tuple(text for texts in row for text in texts if text is not None) for row in rows)


def incidence(rows: Sequence[Sequence[int]], width: int) -> csr_array:
    """1 at every place a row lists, 0 elsewhere; sparse, because nearly every word is in one row only."""
    ends = np.cumsum([0, *map(len, rows)])
    places = np.fromiter((place for row in rows for place in row), dtype=np.int64, count=int(ends[-1]))
    return csr_array((np.ones(len(places)), places, ends), shape=(len(rows), width))


def _entries(lists: pl.Series) -> list[set[str]]:
    """The different entries of each list, in lower case; none where there is no answer."""
    return [{entry.lower() for entry in entries or ()} for entries in lists.to_list()]
