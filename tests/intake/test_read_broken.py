"""A few of the broken files that `tests/benchmarks/fuzz_reader.py` makes by the thousand."""

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.intake.tables.oddities import Oddity
from mentorkit.reading.refusals import Refusal
from tests.benchmarks.fuzz_reader import mutant, outcome

CODES = {"OK", *Refusal.__members__, *get_args(Oddity)}


@settings(max_examples=150, deadline=5_000)
@given(st.integers(0, 2**32))
def test_a_broken_file_is_read_or_refused_and_soon(seed):
    assert outcome(*mutant(seed)) in CODES


@settings(max_examples=150, deadline=5_000)
@given(
    st.lists(st.sampled_from('Naam;,\t|"\n\r=@-+\0\u202e\ufeff é2026'), max_size=60),
    st.sampled_from(["utf-8", "utf-16", "cp1252"]),
)
def test_any_text_is_read_or_refused(letters, encoding):
    assert outcome("a.csv", "".join(letters).encode(encoding, "replace")) in CODES
