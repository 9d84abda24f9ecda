"""What is said about the framework of a programme, its trainings, its checklist, and the guidance."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from mentorkit.frames import Snapshot
from mentorkit.model import Framework, Objective, Pair, Preference, Programme, Row, Tick, Training
from mentorkit.questions.guidance import cards, points
from mentorkit.views import framework as needed
from mentorkit.views.names import Names
from mentorkit.views.presets import PRESETS
from mentorkit.views.programme import checklist, erased, framework, guidance, profiles, trainings, visible
from tests.matching.small import decision, mentee, mentor, snapshot
from tests.views.pages.page import Page


def confirmed(one: str, other: str) -> Pair:
    """A pair that was confirmed on the first of September."""
    day = date(2026, 9, 1)
    return Pair(id=one, mentee_id=one, mentor_id=other, score=0.5, decision_id="d", confirmed_on=day)


WHOLE = Framework(
    mission="Iedereen vindt een weg",
    profile="talent",
    duration_weeks=26,
    meeting_interval_days=14,
    talk_minutes=60,
    eligible="Wie een jaar in dienst is",
    coordinator="Carla",
    sponsor="Rik",
    contact_points="Noor",
    stand_in="Bo",
    confidential="Alles",
    limits="Gevaar",
)
STAY = Objective(id="1", text="Mensen blijven", measure="na een jaar", target="90 %", question="results")
GROW = Objective(id="2", text="Mensen groeien")
ONE = snapshot(
    mentee("ann", goals=["a"], manager_email="boss@x.org"),
    mentor("kim", topics=["a"]),
    pairs=[confirmed("ann", "kim")],
)
BOTH = snapshot(
    mentee("ann", goals=["a"], manager_email="kim@x.org"),
    mentee("bea", goals=["b"]),
    mentor("kim", topics=["a"], email="k@x.org"),
    mentor("lou", topics=["b"], email="kim@x.org"),
    pairs=[confirmed("ann", "kim"), confirmed("bea", "lou")],
)
SAID = [
    Preference(id=f"{one}-{side}", mentee_id=one, mentor_id="kim", side=side, kind="prefer")
    for one in ("ann",)
    for side in ("mentee", "mentor")
]
START = [
    Training(id=person, person_id=person, name="Start", held_on=date(2026, 9, 14), is_done=person == "kim")
    for person in ("kim", "lou", "ann", "bea")
]
DECIDED = decision("d", datetime(2026, 9, 14, tzinfo=UTC))


def having(base: Snapshot, *rows: Row, framework: Framework = Framework()) -> Snapshot:  # noqa: B008 -- frozen
    """A programme with more rows, and its framework."""
    programme = base.programme.model_copy(update={"framework": framework})
    base = base.with_table(Programme, [programme])
    for model in {type(row) for row in rows}:
        base = base.with_table(model, of(model, rows))
    return base


def of(model: type[Row], rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if type(row) is model]


OPEN = having(snapshot())
FULL = having(BOTH, STAY, *SAID, *START, DECIDED, framework=WHOLE)
HALF = having(
    ONE,
    STAY,
    GROW,
    *START[:1],
    START[2],
    DECIDED,
    Tick(id="voluntary", ticked_on=date(2026, 9, 1), ticked_by="Carla"),
    framework=WHOLE.model_copy(update={"limits": ""}),
)
ALMOST = having(FULL, framework=WHOLE.model_copy(update={"limits": ""}))
FEW = having(ONE, STAY, *SAID[:1], framework=WHOLE)


def show_needed(page: Page) -> None:
    for case, now in {"Nothing": OPEN, "Half": HALF, "One": ALMOST, "All": FULL}.items():
        for function in (needed.missing_in_framework, needed.framework_warning, needed.undecided_line):
            page.show(case, function, now)


def show_framework(page: Page) -> None:
    two = having(FULL, STAY, GROW.model_copy(update={"measure": "a", "target": "b", "question": "learning"}))
    two = having(two, framework=WHOLE)
    cases = {"Nothing": OPEN, "Half": HALF, "All": FULL, "Two objectives": two}
    cases["One thing"] = ALMOST
    for case, now in cases.items():
        page.show(case, framework.framework_headline, now)
    page.show("Two", framework.objective_table, [STAY, GROW], page.speak)
    page.show("Own", framework.own_words, {"nl.mentor": "gids"}, "nl")
    for name in ("PROFILES", "PLANS", "GROUPS", "IDEAS", "WORD_SETS", "WORDS", "OURS", "ABOUT_WORDS"):
        page.words(name, getattr(framework, name))


def show_checklist(page: Page) -> None:
    for case, now in {"Nothing": OPEN, "Half": HALF, "Few": FEW, "All": FULL}.items():
        found = checklist.checked_points(now)
        page.show(case, checklist.checklist_headline, found)
        for one in found:
            page.show(one.point.key, checklist.standing_of, one)
    page.words("checked_points", [page.speak.wording(one.wording) for one in points()])
    for name in ("STEPS", "NO_AWARD", "PROOFS"):
        page.words(name, list(getattr(checklist, name)) if name == "PROOFS" else getattr(checklist, name))


def show_visible(page: Page) -> None:
    for name in ("SIGHTS", "HEADS", "ABOUT"):
        page.words(name, getattr(visible, name))
    page.show("What one keeps out of the talks", visible.kept_in, "expectation.off_limits")
    page.show("All", visible.visible_rows, page.speak)
    page.show("All", visible.visible_table, page.speak)


def show_erased(page: Page) -> None:
    many = {"person": 1, "application": 2, "pair": 2, "journal_item": 9}
    day, left = date(2026, 12, 1), ["programme.backup-000012", "programme.damaged"]
    page.show("Somebody in two pairs", erased.certificate_lines, many, day, left, 35)
    one = {"person": 1, "pair": 1, "journal_item": 1}
    page.show("One pair", erased.certificate_lines, one, day, [], 35)
    page.show("One row", erased.certificate_lines, {"person": 1}, day, [], 35)


def show_guidance(page: Page) -> None:
    page.show("All", guidance.card_list, cards(), page.speak)


def show_trainings(page: Page) -> None:
    page.show("All", trainings.taking_part, FULL, "mentor")
    for case, now in {"Nobody": OPEN, "All": FULL}.items():
        page.show(case, trainings.training_headline, now)
    page.show("All", trainings.training_names, START)
    rows = [START[0].model_copy(update={"techniques": ("plan", "feedback")}), *START[1:]]
    page.show("All", trainings.training_table, rows, Names.named(FULL), page.speak)


def show_profiles(page: Page) -> None:
    page.words("DEFAULTS", [(name, str(dict(usual))) for name, usual in profiles.DEFAULTS.items()])
    for profile in profiles.DEFAULTS:
        for case, now in {"Nothing": OPEN, "All": FULL}.items():
            settings, told = profiles.sort_settings(now.programme, profile)
            page.words("sort_settings", told, f"{case}: {profile} changes {', '.join(settings)}")


def show_presets(page: Page) -> None:
    page.words("PRESETS", [(preset.label, str(dict(preset.weights))) for preset in PRESETS])
