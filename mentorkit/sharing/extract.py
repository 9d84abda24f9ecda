"""An extract: what one kind of reader gets, in words and in every language, as plain JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cached_property

from pydantic import TypeAdapter, ValidationError

from mentorkit.errors import FileRefused
from mentorkit.model import AudienceKey
from mentorkit.model.pairing import canonical, sha256_of
from mentorkit.sharing.play import Play
from mentorkit.text import Language, Speaker, say
from mentorkit.views.evaluation.report import UP_OR_DOWN, ReportPart


@dataclass(frozen=True)
class SharedPart:
    """One part as it is read: a title, lines, and perhaps a table.

    `intervals` holds for each row the low end, the value and the high end in points up or down, None
    where there is none; empty when no row has one. `measured` is the heading above them.
    """

    title: str
    lines: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    intervals: tuple[tuple[float, float, float] | None, ...] = ()
    measured: str = ""


def spoken_part(part: ReportPart, speak: Speaker) -> SharedPart:
    """A part in the language of a reader."""
    intervals = tuple(part.intervals) if any(part.intervals) else ()
    return SharedPart(
        speak(part.title),
        tuple(map(speak.write, part.lines)),
        tuple(map(speak, part.heads)),
        tuple(map(tuple, part.rows)),
        intervals,
        speak(UP_OR_DOWN) if intervals else "",
    )


@dataclass(frozen=True)
class InLanguage:
    """A file in one language: its title, what it is for and until when, its parts, and what is in it.

    `playing` is the part that follows the sliders, which are called as in `sliders`.
    """

    title: str
    about: tuple[str, ...]
    parts: tuple[SharedPart, ...]
    inside: tuple[str, ...]
    playing: SharedPart | None = None
    sliders: tuple[str, ...] = ()


@dataclass(frozen=True)
class Extract:
    """What stands in one shared file, and nothing else does: no id, no name of a field, no row of a table."""

    audience: AudienceKey
    language: Language
    made_on: date
    expires_on: date
    texts: Mapping[Language, InLanguage] = field(default_factory=dict)
    play: Play | None = None

    @cached_property
    def json(self) -> str:
        """The extract with one possible spelling (see `canonical`)."""
        return canonical(asdict(self))

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the extract, by which the journal knows it."""
        return sha256_of(self.json)

    @property
    def in_order(self) -> Sequence[Language]:
        """Its languages, that of the programme first."""
        return sorted(self.texts, key=lambda one: one != self.language)


_READ = TypeAdapter(Extract)


def read_extract(content: str) -> Extract:
    """An extract from its JSON; raises FileRefused for anything else."""
    try:
        return _READ.validate_json(content)
    except ValidationError as error:
        message = say("This is no extract of mentorkit, or it was changed. Make it again with share.")
        raise FileRefused("NO_EXTRACT", message) from error
