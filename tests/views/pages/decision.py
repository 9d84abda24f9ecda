"""What is said about a decision, and of working it out again."""

from mentorkit import __version__
from mentorkit.frames import Snapshot
from mentorkit.matching import RULES, Proposal
from mentorkit.matching.decision.record import record
from mentorkit.matching.decision.replay import Replay, ReplayOutcome
from mentorkit.matching.unplaced import turnout
from mentorkit.model import Decision
from mentorkit.model.pairing import sha256_of
from mentorkit.views.pairing.decision_note import decision_note
from mentorkit.views.pairing.decisions import decided_table, decision_label, newest_first
from mentorkit.views.pairing.headline import to_confirm
from mentorkit.views.pairing.replay import replay_sentence
from tests.matching.small import earlier, mentee, mentor, override, snapshot
from tests.views.pages.page import Page
from tests.views.pages.plan import NOBODY, unproven, with_decisions
from tests.views.pages.programmes import (
    ALL,
    ANN,
    AT,
    BEA,
    DECIDED,
    DEE,
    HIDDEN,
    KIM,
    LOU,
    MO,
    SEVEN,
    called,
    planned,
)


def decided(programme: Snapshot, plan: Proposal) -> Decision:
    """A decision at a fixed moment, whatever the version of the package."""
    text = record(programme, plan, "Carla", AT, "the id of the decision")
    text = text.replace(f'"mentorkit":"{__version__}"', '"mentorkit":"1.2.3"')
    return Decision(
        id="the id of the decision",
        decided_at=AT,
        decided_by="Carla",
        pair_count=to_confirm(plan),
        unplaced_count=turnout(plan).waiting,
        record=text,
        sha256=sha256_of(text),
    )


def note(page: Page, case: str, programme: Snapshot, plan: Proposal, **other: object) -> None:
    decision = decided(programme, plan).model_copy(update=other)
    page.show(case, decision_note, programme, decision, page.speak)


def show_decisions(page: Page) -> None:
    programme = with_decisions(SEVEN)
    page.show("Two decisions", newest_first, programme)
    page.show("Two decisions", decided_table, newest_first(programme), page.speak)
    page.show("The last one", decision_label, newest_first(programme)[0], page.speak)


def show_decision_note(page: Page) -> None:
    note(page, "A confirmed pair and one that is kept", DECIDED, planned(DECIDED))
    note(page, "Names are hidden, the weakest are protected", HIDDEN, planned(HIDDEN, "leximin"))
    note(page, "Most points, everything counts, nothing by hand", SEVEN, planned(SEVEN, "total", **ALL))
    by_hand = decided_by_hand()
    plan = planned(by_hand, "total", OFF, 0.3)
    note(page, "Two words by hand, two confirmed pairs, two conditions off, a price", by_hand, plan)
    note(page, "The plan is not proven", SEVEN, unproven(planned(SEVEN)))
    bare = called(snapshot(BEA, mentor("kim", full_name="Kim Kok")))
    note(page, "There was nothing to compare", bare, planned(bare))
    note(page, "Nobody signed up", NOBODY, planned(NOBODY))
    for case, programme in NOT_PLACED.items():
        note(page, case, programme, planned(programme))
    alone = called(snapshot(ANN, KIM), other_types=("peer", "group"))
    note(
        page,
        "One pair, three kinds of mentoring, the record was altered",
        alone,
        planned(alone),
        sha256="0" * 64,
    )
    note(page, "An earlier version made it", SEVEN, planned(SEVEN), record="{}", sha256=sha256_of("{}"))


OFF = [rule.key for rule in RULES if not rule.is_fixed][:2]
NOT_PLACED = {
    "No mentor signed up": called(snapshot(ANN)),
    "All conditions together shut out everybody": called(
        snapshot(
            mentee("fay", full_name="Fay Fens", languages=["fr"]),
            mentor("kim", languages=["nl"]),
            mentor("lou", languages=["fr"]),
            overrides=[override("forbid", "fay", "lou")],
        )
    ),
    "One condition, and two who gave no consent": called(
        snapshot(
            mentee("fay", full_name="Fay Fens", languages=["fr"]),
            *(mentee(name, full_name=name, has_consented=False) for name in ("Gus", "Hal")),
            mentor("kim", full_name="Kim Kok", languages=["nl"]),
        )
    ),
    "Two conditions together, and one that was told in confidence": called(
        snapshot(
            mentee("fay", full_name="Fay Fens", languages=["fr"]),
            mentee("gus", full_name="Gus Gerrits", languages=["nl"], avoids=["Kim Kok", "Lou Lam"]),
            mentor("kim", full_name="Kim Kok", languages=["nl"]),
            mentor("lou", full_name="Lou Lam", languages=["fr"], is_trained=False),
        )
    ),
}


def decided_by_hand() -> Snapshot:
    return called(
        snapshot(
            *(ANN, BEA, DEE, LOU, MO),
            mentor("kim", full_name="Kim Kok", capacity=4),
            pairs=[earlier("dee", "kim"), earlier("ann", "kim")],
            overrides=[override("choose", "bea", "kim", 1), override("forbid", "bea", "lou", 2)],
        )
    )


def show_replay(page: Page) -> None:
    for outcome in ReplayOutcome:
        for moved in range(3):
            if outcome is not ReplayOutcome.CHANGED:
                page.show(f"{outcome}, {moved} moved", replay_sentence, Replay(outcome, (), moved))
    for moved in range(3):
        for tables in (("applications",), ("people", "applications", "preferences", "pairs"), ("other",)):
            case = f"changed: {', '.join(tables)}, {moved} moved"
            page.show(case, replay_sentence, Replay(ReplayOutcome.CHANGED, tables, moved))
