"""Closing: a pair that ends or rests, by whoever's wish; what ended; and what the round taught."""

from collections.abc import Mapping
from typing import Any

import marimo as mo

from mentorkit.documents.archive import file_name
from mentorkit.documents.closing_pack import closing_pack
from mentorkit.model import SIDES, Lesson, Pair
from mentorkit.model.closure import ASKED_BY, CLOSING_POINTS, CLOSURE_KINDS, CLOSURE_REASONS, FITS
from mentorkit.model.lesson import LESSON_THEMES
from mentorkit.progress.closing import closings, resting
from mentorkit.questions.guidance import cards_for
from mentorkit.text import Message, say
from mentorkit.text.terms import capital
from mentorkit.ui.frame.desk import Told
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, html, side_by_side, stacked
from mentorkit.ui.progress.followed import Followed
from mentorkit.views.names import Names
from mentorkit.views.programme.guidance import card_list
from mentorkit.views.progress.closing import WORDINGS, about_pair, ended_rows, lesson_lines
from mentorkit.workflows.progress import closing, support, typed

Elements = Mapping[str, Any]

_GOES_ON: Mapping[str, Message] = {
    "mentee": say("The mentee looks for another mentor"),
    "mentor": say("The mentor has room for another mentee"),
}


def ending_picker(page: Page, followed: Followed) -> mo.ui.dropdown:
    """Which pair it is about."""
    return page.pick(say("Pair"), {name: pair for pair, name in followed.names.items()}, full_width=True)


def closing_forms(page: Page, followed: Followed, pair: str | None) -> mo.ui.dictionary:
    """What can be noted of the end of one pair; nothing before one is chosen."""
    if pair is None or pair not in followed.twos:
        return mo.ui.dictionary({})
    today = page.desk.today()
    rests = pair in resting(followed.snapshot, today)
    made: dict[str, Any] = {
        "fit": _fit_form(page.at("fit"), pair),
        "plan": _plan_form(page.at("plan"), followed, pair),
        "end": _end_form(page.at("end"), pair),
        "pause": _resume(page.at("pause"), pair) if rests else _pause_form(page.at("pause"), pair),
    }
    return mo.ui.dictionary(made)


def pair_panel(
    page: Page, followed: Followed, chosen: mo.ui.dropdown, forms: Elements, shown: tuple[Told, mo.Html]
) -> mo.Html:
    """The forms of one pair, each folded under what it is for, with what came of it; and its papers."""
    head = stacked(page.title(say("A pair that closes")), chosen)
    told = [page.at(one).under(*shown) for one in ("fit", "plan", "end", "pause")]
    if chosen.value not in followed.twos:
        return stacked(head, *told)
    two, snapshot, today = followed.twos[chosen.value], followed.snapshot, page.desk.today()
    wording = [page.text(one.filled(**two.first)) for one in WORDINGS.values()]
    cards = html(card_list(cards_for("closing"), page.speak))
    pack = page.download(
        say("Papers for the end"),
        say("closing of {pair}.zip", pair=file_name(two.called)),
        lambda: closing_pack(snapshot, two, today, page.speak),
    )

    def part(key: str, title: Message) -> mo.Html | None:
        return page.at(key).under(*shown, page.fold(title, forms[key]))

    return stacked(
        head,
        *(page.quiet(line) for line in about_pair(snapshot, two.pair, today)),
        part("fit", say("After the first talk: does it fit?")),
        part("plan", say("The closing talk")),
        page.fold(say("How to say it"), *wording, cards),
        side_by_side(pack),
        part("end", say("The pair ends")),
        part("pause", say("A pause")),
    )


def ended_forms(page: Page, followed: Followed) -> mo.ui.dictionary:
    """Taking a pair up again, and lessons for the next round."""
    names, snapshot, today = Names.of(followed.snapshot), followed.snapshot, page.desk.today()
    ended = [one for one in snapshot.rows(Pair) if one.ended_on]
    called = {f"{names[one.mentee_id]} – {names[one.mentor_id]} ({one.ended_on})": one.id for one in ended}
    lessons = {one.text: one.id for one in snapshot.rows(Lesson)}
    made: dict[str, Any] = {"lesson": _lesson_form(page.at("lesson"))}
    if called:
        again = page.at("again")
        made["again"] = again.asks(
            again.pick(say("Pair"), called, full_width=True),
            say("Take it up again"),
            lambda now, pair: closing.reopen_pair(now, pair or "", today),
            say("The pair goes on again."),
        )
    if lessons:
        gone = page.at("lesson")
        made["gone"] = gone.asks(
            gone.pick(say("Lesson"), lessons, full_width=True),
            say("Take it off the list"),
            support.remove_lesson,
            say("The lesson is off the list."),
        )
    return mo.ui.dictionary(made)


def ended_panel(page: Page, followed: Followed, forms: Elements, shown: tuple[Told, mo.Html]) -> mo.Html:
    """Pairs that ended, with why, and the lessons of this round."""
    snapshot, speak = followed.snapshot, page.speak
    rows = [*ended_rows(snapshot, Names.of(snapshot), speak)]
    heads = say("Pair"), say("Ended on"), say("How"), say("Whose wish"), say("Reason")
    table = page.table(heads, rows) if rows else page.quiet(say("No pair has ended yet."))
    lessons = [*lesson_lines(snapshot.rows(Lesson), speak)]
    told = say("Lessons are about the programme, never about people. They go along to the next round.")
    return stacked(
        page.title(say("Pairs that ended")),
        table,
        page.at("again").under(*shown, forms.get("again")),
        page.title(say("Lessons for the next round")),
        page.quiet(told),
        page.table([say("Lesson")], [[one] for one in lessons]) if lessons else None,
        page.at("lesson").under(*shown, forms["lesson"], forms.get("gone")),
    )


def _fit_form(page: Page, pair: str) -> Form:
    fields = page.fields(
        **{side: page.pick(capital(page.speak(SIDES[side])), page.options(FITS)) for side in SIDES}
    )
    done = say("It is noted what they say of the fit.")
    today = page.desk.today()
    return page.asks(
        fields, say("Note it"), lambda now, given: typed.typed_fit(now, pair, given, today), done
    )


def _plan_form(page: Page, followed: Followed, pair: str) -> Form:
    known = closings(followed.snapshot).get(pair)
    planned, held = (known.talk_planned_on, known.talk_held_on) if known else (None, None)
    ticks = {
        key: page.tick(one, is_on=bool(known and key in known.points)) for key, one in CLOSING_POINTS.items()
    }
    fields = page.fields(
        planned=page.day(say("Planned on"), "14-9-2026", planned),
        held=page.day(say("Held on"), "14-9-2026", held),
        **ticks,
    )
    done = say("The closing talk is noted.")
    today = page.desk.today()
    return page.asks(
        fields, say("Keep"), lambda now, given: typed.typed_closing(now, pair, given, today), done
    )


def _end_form(page: Page, pair: str) -> Form:
    by_hand = {key: one for key, one in CLOSURE_REASONS.items() if key != "rematch"}
    fields = page.fields(
        kind=page.radio(say("How does it end?"), page.options(CLOSURE_KINDS), "early"),
        asked_by=page.pick(say("Whose wish is it?"), page.options(ASKED_BY), "both"),
        reason=page.pick(say("Reason"), page.options(by_hand), "untold", full_width=True),
        day=page.day(say("On which day?"), say("today")),
        **{f"{side}_goes_on": page.tick(_GOES_ON[side], is_on=True) for side in SIDES},
    )
    today = page.desk.today()
    done = say("The pair has ended. What was noted of it stays; who looks for somebody is in the pool again.")
    end = say("End this pair")
    return page.asks(fields, end, lambda now, given: typed.typed_end(now, pair, given, today), done)


def _pause_form(page: Page, pair: str) -> Form:
    fields = page.fields(
        starts_on=page.day(say("From"), say("today")),
        ends_on=page.day(say("Until and including"), say("until further notice")),
    )
    today = page.desk.today()
    done = say("The pause is noted.")
    return page.asks(
        fields, say("Pause"), lambda now, given: typed.typed_pause(now, pair, given, today), done
    )


def _resume(page: Page, pair: str) -> mo.ui.button:
    today = page.desk.today()
    return page.acts(
        say("They go on today"), lambda now: closing.resume_pair(now, pair, today), say("They go on again.")
    )


def _lesson_form(page: Page) -> Form:
    fields = page.fields(
        theme=page.pick(say("About"), page.options(LESSON_THEMES), "matching"),
        text=page.area(say("What to keep, or to do otherwise"), rows=2, max_length=300),
    )
    today = page.desk.today()
    done = say("The lesson is kept for the next round.")

    def keep(now: Any, given: Mapping[str, Any]) -> Any:
        return support.keep_lesson(now, given["theme"], given["text"], today)

    return page.asks(fields, say("Keep"), keep, done)
