"""Who gave the answers in a file about pairs: by name or address, for which pair and on which side."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from mentorkit.frames import Snapshot
from mentorkit.intake import Table
from mentorkit.intake.words.headings import headings
from mentorkit.model import Decline, Finding, Pair, Side
from mentorkit.model.fields import NAMED_BY
from mentorkit.text import LANGUAGES, Message, Speaker, say, speaker
from mentorkit.text.topics import as_compared
from mentorkit.views.names import who_is

OF_WHOM = say("No column tells who gave these answers. Add one with the name or the e-mail address.")
NOBODY = say("Nobody with a pair is called this. Correct the name or the e-mail address in the file.")

Said = Mapping[int, str]
"""What stands in the cells of a row, by column."""


@dataclass(frozen=True)
class Answerers:
    """The people of a programme who can answer about their pairs."""

    snapshot: Snapshot

    @cached_property
    def words(self) -> list[Speaker]:
        """Every way to say our questions: in both languages, in the words of the programme and in ours."""
        own = [one.of(self.snapshot.programme.terms) for one in map(speaker, LANGUAGES)]
        return [*own, *map(speaker, LANGUAGES)]

    @cached_property
    def known(self) -> Mapping[str, set[str]]:
        """Whom a name or an address means, as answers are compared."""
        return who_is(self.snapshot)

    @cached_property
    def pairs(self) -> Mapping[str, list[tuple[Pair, Side]]]:
        """The pairs of each person that have not ended, with the side the person is on."""
        found: dict[str, list[tuple[Pair, Side]]] = {}
        for pair in self.snapshot.rows(Pair):
            if not pair.ended_on:
                found.setdefault(pair.mentee_id, []).append((pair, "mentee"))
                found.setdefault(pair.mentor_id, []).append((pair, "mentor"))
        return found

    @cached_property
    def refusers(self) -> set[str]:
        """Everybody who said no to a pair before."""
        pairs = {pair.id: pair for pair in self.snapshot.rows(Pair)}
        said = [(one.side, pairs[one.pair_id]) for one in self.snapshot.rows(Decline)]
        return {pair.mentee_id if side == "mentee" else pair.mentor_id for side, pair in said}

    def people(self, said: Said, columns: list[int]) -> set[str]:
        """Who is meant in these columns, the surest first; nobody where none tells one person."""
        ways = (self.known.get(as_compared(said[column]), set()) for column in columns)
        return next((who for who in ways if len(who) == 1), set())


def naming_columns(table: Table) -> list[int]:
    """The columns that tell who answers, the surest first."""
    named = {headings().field_of(heading, "mentee"): place for place, heading in enumerate(table.headers)}
    return [named[way] for way in NAMED_BY if way in named]


def finding_in(table: Table, row: int, column: int, said: Said, message: Message) -> Finding:
    """What is wrong with a cell of a row."""
    return Finding(table.file, row, table.headers[column], said[column], message)
