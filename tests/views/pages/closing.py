"""What is said of endings, new pairs, support and mentors, case by case."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta

from mentorkit.frames import Snapshot
from mentorkit.matching import Pool, Settings
from mentorkit.matching.rematch import rematches
from mentorkit.model import (
    Closure,
    FitCheck,
    Framework,
    Intervision,
    Issue,
    Lesson,
    Pair,
    Pause,
    SelfCheck,
    ThirdParty,
    Training,
)
from mentorkit.model.support import ISSUE_KINDS
from mentorkit.progress.mentors import loads
from mentorkit.views.names import Names
from mentorkit.views.progress import closing, mentors, support
from tests.matching.small import earlier, mentee, mentor, snapshot
from tests.views.pages.page import Page
from tests.workflows.started import TODAY, pair, started
from tests.workflows.test_rematch import lines

ANN = "ann-bo"
NAMES = {ANN: "Ann – Bo", "cas-dee": "Cas – Dee"}
END = TODAY + timedelta(weeks=26)
DAY = timedelta(days=1)


def show_closing(page: Page) -> None:
    fits = [FitCheck(id="1", pair_id=ANN, side="mentee", day=TODAY, fit="another")]
    page.words("WORDINGS", [one.filled(mentee="Ann", mentor="Bo") for one in closing.WORDINGS.values()])
    listed(page, "Nothing is due", closing.closing_lines, started(), TODAY, NAMES)
    both = started().with_table(FitCheck, fits)
    listed(page, "Two end soon, one wants another", closing.closing_lines, both, END, NAMES)
    page.show("No pair yet", closing.closing_headline, started().with_table(Pair, []), TODAY, NAMES)
    page.show("Two together", closing.closing_headline, started(), TODAY, NAMES)
    one = started().with_table(Pair, [pair("ann", "bo"), pair("cas", "dee", ended_on=TODAY)])
    page.show("One together, one ended", closing.closing_headline, one, TODAY, NAMES)
    gone = [pair("ann", "bo", ended_on=TODAY), pair("cas", "dee", ended_on=TODAY)]
    page.show("None together", closing.closing_headline, started().with_table(Pair, gone), TODAY, NAMES)
    page.show("Nobody waits", closing.waiting_people, started())
    own = started().with_table(Pair, [pair("ann", "bo")])
    listed(page, "One ends soon", closing.closing_lines, own, END, NAMES)
    others = [*fits, fits[0].model_copy(update={"id": "2", "pair_id": "cas-dee"})]
    two = started().with_table(FitCheck, others)
    listed(page, "Two want another", closing.closing_lines, two, TODAY, NAMES)
    _about(page, "Together", started())
    _about(page, "No end was agreed", started(framework=Framework()))
    prepared = Closure(id="1", pair_id=ANN, talk_planned_on=END - 7 * DAY)
    _about(page, "A talk is planned, and they rest", resting(prepared, TODAY + 7 * DAY))
    held = prepared.model_copy(update={"talk_held_on": END - 5 * DAY})
    _about(
        page, "It was held, they rest until further notice", resting(held, None).with_table(FitCheck, fits)
    )
    for step in rematches(Pool.of(lines()), Settings({})):
        case = f"{step.moves} moves"
        page.show(case, closing.step_called, step, 1)
        listed(page, case, closing.step_rows, step, Names.of(lines()), page.speak)
        page.show(case, closing.left_waiting, step, ["bea"], Names.of(lines()))
    _two_move(page)
    none = rematches(Pool.of(snapshot(mentee("ann"), mentor("kim", capacity=0))), Settings({}))
    page.show("Nobody has a pair", closing.step_called, none[0], 1)
    told = {"kind": "early", "ended_on": END, "asked_by": "both", "reason": "moved"}
    over = started().with_table(Closure, [Closure(id="1", pair_id=ANN, **told)])
    ended = over.with_table(Pair, [pair("ann", "bo", ended_on=END)])
    listed(page, "One ended", closing.ended_rows, ended, Names.of(ended), page.speak)
    lessons = [Lesson(id="1", theme="start", text="Earlier", noted_on=TODAY)]
    listed(page, "One lesson", closing.lesson_lines, lessons, page.speak)


def _two_move(page: Page) -> None:
    """Twice the same three people, so that two pairs move for two who wait."""
    again = [
        *(
            mentee(f"{one}2", goals=("law",), languages=said)
            for one, said in (("ann", ("nl", "fr")), ("bea", ("nl",)))
        ),
        mentor("kim2", topics=("law",), capacity=1, languages=("nl",)),
        mentor("lou2", topics=("law",), capacity=1, languages=("fr",)),
    ]
    first = [
        *(
            mentee(one, goals=("law",), languages=said)
            for one, said in (("ann", ("nl", "fr")), ("bea", ("nl",)))
        ),
        mentor("kim", topics=("law",), capacity=1, languages=("nl",)),
        mentor("lou", topics=("law",), capacity=1, languages=("fr",)),
    ]
    now = snapshot(*first, *again, pairs=[earlier("ann", "kim"), earlier("ann2", "kim2")])
    menu = rematches(Pool.of(now), Settings({}))
    page.show("Two move", closing.step_called, menu[-1], 2)
    page.show("None moves", closing.left_waiting, menu[0], ["bea", "bea2"], Names.of(now))


def show_support(page: Page) -> None:
    told = {"pair_id": ANN, "noted_on": TODAY, "owner": "Carla", "next_on": TODAY}
    one = Issue(id="1", kind="needs", third_party_id="h", second_mentor_id="dee", **told)
    outside = ThirdParty(id="h", name="Huis", helps_with="language", reached_at="02")
    now = started().with_table(Issue, [one]).with_table(ThirdParty, [outside])
    page.show("Nothing is open", support.support_headline, started(), TODAY)
    page.show("One is open", support.open_issues, now)
    page.show("One is open", support.support_headline, now, TODAY)
    page.show("One is open", support.issue_called, one, NAMES, page.speak)
    listed(page, "One is open", support.issue_rows, now, NAMES, page.speak)
    page.show("Who helps", support.contact_rows, now, page.speak)
    more = [one, one.model_copy(update={"id": "2", "next_on": None, "third_party_id": None})]
    page.show("Two are open", support.support_headline, now.with_table(Issue, more), TODAY)
    for kind in ISSUE_KINDS:
        page.words("cards_against", ", ".join(card.key for card in support.cards_against(kind)), kind)
    joins = snapshot(
        mentee("ann", goals=("law", "care")),
        mentor("kim", topics=("law",)),
        mentor("lou", topics=("care",)),
        mentor("max", topics=("law",)),
        pairs=[earlier("ann", "kim")],
    )
    page.show("Who may join", support.second_mentor_rows, joins, "ann", Names.of(joins), page.speak)
    checks = [SelfCheck(id="1", pair_id=ANN, given_on=TODAY, done_on=TODAY)]
    page.show("None was given", support.self_check_line, [])
    page.show("One was given", support.self_check_line, checks)
    page.show(
        "Two were given", support.self_check_line, [*checks, checks[0].model_copy(update={"done_on": None})]
    )


def show_mentors(page: Page) -> None:
    now = started()
    found, names = loads(now, TODAY, [now]), Names.of(now)
    page.show("Two mentors", mentors.load_headline, found)
    page.show("One mentor", mentors.load_headline, found[:1])
    many = [replace(one, mentees=9, room=2) for one in found]
    page.show("One with more than offered", mentors.load_headline, many[:1])
    page.show("Two with more than offered", mentors.load_headline, many)
    listed(page, "Two mentors", mentors.load_rows, found, names, page.speak)
    busy = [replace(one, offered=0.5) for one in found]
    listed(page, "They offered less", mentors.load_rows, busy, names, page.speak)
    trained = [
        Training(id="1", person_id="bo", name="Start", is_done=True),
        Training(id="2", person_id="bo", name="More", held_on=TODAY + DAY),
    ]
    met = [
        Intervision(id="1", person_id="bo", day=TODAY, was_there=True),
        Intervision(id="2", person_id="bo", day=TODAY + 7 * DAY),
    ]
    kept = now.with_table(Training, trained).with_table(Intervision, met)
    listed(page, "Two mentors", mentors.learning_rows, kept, ["bo", "dee"], TODAY, names, page.speak)


def resting(closes: Closure, until: object) -> Snapshot:
    pause = Pause(id="1", pair_id=ANN, starts_on=TODAY, ends_on=until)
    return started().with_table(Closure, [closes]).with_table(Pause, [pause])


def _about(page: Page, case: str, now: Snapshot) -> None:
    listed(page, case, closing.about_pair, now, pair("ann", "bo"), TODAY)


def listed(page: Page, case: str, view: Callable[..., Iterable[object]], *given: object) -> None:
    page.words(view.__qualname__, list(view(*given)), case)
