"""One file for one kind of reader: made from what that reader may have, and written down in the journal."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial
from random import Random
from uuid import UUID

from mentorkit.documents.archive import zipped
from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import READERS, AudienceKey, Changes, Insert, Pair, Shared, Side, Update
from mentorkit.sharing.audiences import ABOUT, AUDIENCES, Audience, allowed_fields
from mentorkit.sharing.contents import CONTENTS, PLAYS, Matter
from mentorkit.sharing.extract import Extract, InLanguage, spoken_part
from mentorkit.sharing.minimised import minimised
from mentorkit.sharing.page import shared_page
from mentorkit.sharing.play import play_part
from mentorkit.text import LANGUAGES, Message, Speaker, say, speaker
from mentorkit.views.start.two import Two, pairs_at_start
from mentorkit.workflows.evaluation.answered import evaluation_of

_ONLY_MADE_UP = say("A file for everybody holds made-up people only. Use the sample programme for it.")


@dataclass(frozen=True)
class Sharing:
    """Who shares, and on which day."""

    author: str
    today: date


def extract_of(
    snapshot: Snapshot, key: AudienceKey, today: date, rng: Random, pair: Pair | None = None
) -> Extract:
    """What a reader gets of a programme as it is now; `pair` is whose sheet it is.

    Raises NotLawful when the programme is not for this reader.
    """
    audience = AUDIENCES[key]
    if audience.about == "made-up people" and not snapshot.programme.is_sample:
        raise NotLawful(_ONLY_MADE_UP)
    left = minimised(snapshot, audience, rng, pair)
    side: Side = "mentor" if key == "mentor" else "mentee"
    matter = Matter(left, cache(partial(evaluation_of, left, today)), today, side)
    until = today + timedelta(days=audience.days)
    terms = left.programme.terms
    texts = {one: _in(matter, audience, until, speaker(one).of(terms)) for one in LANGUAGES}
    play = matter.played.play if key in PLAYS else None
    return Extract(key, left.programme.language, today, until, texts, play)


def made_to_share(
    snapshot: Snapshot,
    key: AudienceKey,
    by: Sharing,
    rng: Random,
    tell: Callable[[int, int], None],
    *,
    as_json: bool = False,
) -> tuple[bytes, Changes]:
    """The file for a reader, and the change that writes it down; raises as `extract_of`.

    A page, or the extract itself as JSON; of mentors and mentees a zip with one page for each pair that is
    together. `tell` hears how many of how many are made.
    """
    if AUDIENCES[key].about != "own pair":
        extract = extract_of(snapshot, key, by.today, rng)
        content = extract.json if as_json else shared_page(extract)
        return content.encode(), Changes("share", (_written_down(extract, by, rng),))
    twos, pages, lines = _twos_to_share(snapshot), [], []
    for done, two in enumerate(twos, 1):
        extract = extract_of(snapshot, key, by.today, rng, two.pair)
        pages.append((two.called, shared_page(extract).encode()))
        lines.append(_written_down(extract, by, rng, two.pair.id))
        tell(done, len(twos))
    return zipped("html", pages), Changes("share", tuple(lines))


def preview_of(snapshot: Snapshot, key: AudienceKey, today: date, rng: Random) -> str:
    """The page that is made from the same chance; of sheets the first. Raises as `extract_of`."""
    pair = _twos_to_share(snapshot)[0].pair if AUDIENCES[key].about == "own pair" else None
    return shared_page(extract_of(snapshot, key, today, rng, pair))


def _twos_to_share(snapshot: Snapshot) -> tuple[Two, ...]:
    """The pairs that each get a sheet, by name; raises NotLawful when there is none."""
    twos = pairs_at_start(snapshot)
    if not twos:
        raise NotLawful(say("No pair is confirmed yet. Confirm pairs on the page Pairing first."))
    return twos


def withdraw_shared(snapshot: Snapshot, shared: Collection[str], today: date) -> Changes:
    """Shared files count no longer from today on; they cannot be called back from where they were sent."""
    rows = (one for one in snapshot.rows(Shared) if one.id in shared and one.withdrawn_on is None)
    return Changes("withdraw", tuple(Update(one.model_copy(update={"withdrawn_on": today})) for one in rows))


def _written_down(extract: Extract, by: Sharing, rng: Random, pair: str | None = None) -> Insert:
    """The line about a file that stays in the programme."""
    row = Shared(
        id=UUID(int=rng.getrandbits(128)).hex,
        audience=extract.audience,
        pair_id=pair,
        shared_on=extract.made_on,
        shared_by=by.author,
        expires_on=extract.expires_on,
        sha256=extract.fingerprint,
    )
    return Insert(row)


def _in(matter: Matter, audience: Audience, until: date, speak: Speaker) -> InLanguage:
    name, reader = matter.snapshot.programme.name, READERS[audience.key]
    title = say("{programme}: for {reader}", programme=name, reader=reader)
    plays = audience.key in PLAYS
    parts = tuple(spoken_part(one, speak) for one in CONTENTS[audience.key](matter, speak))
    return InLanguage(
        speak(title),
        tuple(map(speak, _about(matter, audience, until))),
        parts,
        tuple(map(speak, _inside(audience, speak))),
        spoken_part(play_part(matter.played, speak), speak) if plays else None,
        tuple(speak(one.label) for one in matter.played.moved) if plays else (),
    )


def _about(matter: Matter, audience: Audience, until: date) -> Iterator[Message]:
    yield audience.purpose
    yield say("Made on {day}; it counts until {until}.", day=matter.today, until=until)


def _inside(audience: Audience, speak: Speaker) -> Iterator[Message]:
    """What the fields in the file are called, and that there is nothing else."""
    yield say("About whom: {about}.", about=ABOUT[audience.about].filled(k=audience.k))
    shown = [*dict.fromkeys(map(speak, allowed_fields(audience, "shown")))]
    counted = [*dict.fromkeys(map(speak, allowed_fields(audience, "counted")))]
    yield say("Shown: {fields}.", fields=shown)
    if counted:
        yield say("Only counted, in groups of {k} or more: {fields}.", k=audience.k, fields=counted)
    yield say("Nothing else of the programme is in this file.")
