"""Starting a programme: an empty one, or the sample one to try things out."""

import tomllib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args
from uuid import uuid4

from mentorkit.errors import MentorkitError, NotLawful
from mentorkit.frames import Snapshot
from mentorkit.intake import read_file
from mentorkit.model import Changes, Framework, Insert, Objective, Programme, RelationType
from mentorkit.model.programme import LONGEST_NAME
from mentorkit.shipped import shipped
from mentorkit.store import Store
from mentorkit.text import Language, say, speaker
from mentorkit.text.topics import as_compared
from mentorkit.workflows.intake.review import review
from mentorkit.workflows.intake.reviewed import Review

_SAMPLES: dict[Language, tuple[str, str]] = {
    "nl": ("mentoren.xlsx", "mentees.xlsx"),
    "en": ("mentors.csv", "mentees.csv"),
}


def new_programme(path: Path, name: str, language: Language, author: str) -> None:
    """Make a programme file; raises FileRefused when it exists or cannot be written."""
    programme = Programme(id=uuid4().hex, name=name, language=language)
    Store.create(path, programme, author=author, now=datetime.now(UTC)).close()


def open_programme(path: Path | str) -> Snapshot:
    """A programme file as it is now, to read; a backup is made as whenever it is opened.

    Raises FileRefused when it is missing, damaged or not a programme.
    """
    with Store.open(Path(path)) as store:
        return store.load()


def back_up(files: Iterable[Path]) -> None:
    """Back up programmes that were worked in; one that cannot be opened any more is passed over."""
    for file in files:
        with suppress(MentorkitError):
            open_programme(file)


def rename_programme(snapshot: Snapshot, name: str) -> Changes:
    """Give the programme another name; no changes when it is the stored one. Raises NotLawful without one."""
    return Changes.to_settings("name", snapshot.programme, name=checked_name(name))


def checked_name(name: str) -> str:
    """A name for a programme, without spaces around it; raises NotLawful when it is none."""
    kept = " ".join(name.split())
    if not kept or len(kept) > LONGEST_NAME:
        raise NotLawful(say("Give the programme a name, of at most {most} characters.", most=LONGEST_NAME))
    return kept


def set_kinds(snapshot: Snapshot, kinds: Sequence[RelationType]) -> Changes:
    """Offer these kinds of mentoring; no changes when they are offered already.

    The kind of the programme stays first as long as it is one of them. Raises NotLawful
    when none is left.
    """
    if not kinds:
        raise NotLawful(say("Choose at least one kind of mentoring."))
    programme = snapshot.programme
    first = programme.relation_type if programme.relation_type in kinds else kinds[0]
    others = tuple(kind for kind in get_args(RelationType) if kind in kinds and kind != first)
    return Changes.to_settings("kinds", programme, relation_type=first, other_types=others)


def set_own_topics(snapshot: Snapshot, lines: Iterable[str]) -> Changes:
    """Keep these as the programme's own topics; no changes when they are that already.

    Each line is a name, with other ways to say it behind `=`; a semicolon ends a topic too.
    Of topics with one name the first counts, and what is no word is left out.
    """
    kept: dict[str, str] = {}
    for line in (topic for text in lines for topic in text.split(";")):
        if name := as_compared(line.partition("=")[0]):
            kept.setdefault(name, " ".join(line.split()))
    return Changes.to_settings("own_topics", snapshot.programme, own_topics=tuple(kept.values()))


def sample_programme(path: Path, language: Language, now: datetime | None = None) -> None:
    """Make the fictional programme of a language, with its sign-ups taken in, now or at another time."""
    now, name = now or datetime.now(UTC), speaker(language)(say("Sample programme"))
    told = tomllib.loads((shipped("sample_data") / language / "framework.toml").read_text("utf-8"))
    framework = Framework(**told["framework"])
    aims = [Objective(id=f"objective-{n}", **one) for n, one in enumerate(told["objectives"])]
    programme = Programme(id="programme", name=name, language=language, is_sample=True, framework=framework)
    with Store.create(path, programme, author="mentorkit", now=now) as store:
        signed_up = sample_sign_ups(store.load(), language).changes
        items = (*map(Insert, aims), *signed_up.items)
        store.apply(Changes(signed_up.action, items), author="mentorkit", now=now)


def sample_files(language: Language) -> tuple[tuple[str, bytes], ...]:
    """Name and content of the sample exports of mentors and of mentees."""
    folder = shipped("sample_data") / language
    return tuple((name, (folder / name).read_bytes()) for name in _SAMPLES[language])


def sample_sign_ups(snapshot: Snapshot, language: Language) -> Review:
    """The sample exports, read as if the coordinator had opened them."""
    return review(snapshot, [read_file(name, content) for name, content in sample_files(language)])
