"""The sample programme some weeks later: pairs on their way, with what is late and what went wrong."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path

from numpy.random import default_rng

from mentorkit.matching import Pool, Settings, propose
from mentorkit.model import Changes, Insert, Pair, Update
from mentorkit.questions.library import expectations
from mentorkit.shipped import shipped
from mentorkit.store import Store
from mentorkit.text import Language
from mentorkit.views.start.two import pairs_at_start
from mentorkit.workflows.pairing.pairing import confirm
from mentorkit.workflows.set_up import sample_programme
from mentorkit.workflows.simulated.employed import employed
from mentorkit.workflows.simulated.life import Phrases, simulated
from mentorkit.workflows.simulated.waves import waves_of

_SEEDS: dict[Language, int] = {"nl": 20260907, "en": 20260919}
"""So that everybody sees the same: each language has pairs of every sort after six weeks and after a year."""


def sample_under_way(path: Path, language: Language, now: datetime, weeks: int) -> None:
    """Make the fictional programme of a language as it is so many weeks after its pairs were confirmed.

    What becomes of the pairs, by the name of the mentee, is simulated; the words are in `under_way.toml`.
    """
    begun = now - timedelta(weeks=weeks)
    sample_programme(path, language, begun)
    with Store.open(path, now=begun) as store:
        before = store.load()
        confirmed = confirm(before, propose(Pool.of(before), Settings({})), "mentorkit", begun)
        store.apply(confirmed, author="mentorkit", now=begun)
        after = store.load()
        pairs = [two.pair for two in pairs_at_start(after)]
        lasts = 7 * (after.programme.framework.duration_weeks or weeks)
        lives = simulated(pairs, lasts, default_rng(_SEEDS[language]), told=_told(language))
        asked, _ = waves_of(pairs, lives.lives, lasts, default_rng(_SEEDS[language] + 2))
        staff, _ = employed(pairs, lasts, default_rng(_SEEDS[language] + 3))
        rows = (row for part in (lives, asked, staff) for row in part.rows(now.date()) if row not in pairs)
        items = [Update(row) if isinstance(row, Pair) else Insert(row) for row in rows]
        store.apply(Changes("step", tuple(items)), author="mentorkit", now=now)


def _told(language: Language) -> Phrases:
    """What the pairs may say."""
    words = tomllib.loads((shipped("sample_data") / language / "under_way.toml").read_text("utf-8"))
    return Phrases(words, {one.key: tuple(one.options) for one in expectations() if one.options})
