"""Support: what gets in the way of pairs, what helps, who outside helps, and the mentors' own check."""

from collections.abc import Mapping, Sequence
from typing import Any

import marimo as mo

from mentorkit.documents.closing_pack import self_checks
from mentorkit.frames import Snapshot
from mentorkit.model import Changes, Issue, SelfCheck, ThirdParty
from mentorkit.model.support import HELP_KINDS, ISSUE_KINDS, ISSUE_STATES
from mentorkit.questions.guidance import cards_for
from mentorkit.text import say
from mentorkit.ui.frame.desk import Told
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, html, side_by_side, stacked
from mentorkit.ui.progress.followed import Followed
from mentorkit.views.names import Names
from mentorkit.views.programme.guidance import card_list
from mentorkit.views.progress.support import (
    cards_against,
    contact_rows,
    issue_called,
    issue_rows,
    open_issues,
    second_mentor_rows,
    self_check_line,
    support_headline,
)
from mentorkit.workflows.progress import support, typed

Elements = Mapping[str, Any]
Joiners = Sequence[tuple[str, str, int, str]]
"""Mentors who may join a pair: the id, the name, the points, what they add."""

Point = tuple[Issue | None, Joiners]
"""The open point that is followed up, and who may join its pair for what the first mentor cannot give."""


def issue_picker(page: Page, followed: Followed) -> mo.ui.dropdown | None:
    """Which open point is followed up; nothing without one."""
    found = {issue_called(one, followed.names, page.speak): one.id for one in open_issues(followed.snapshot)}
    return page.pick(say("Point"), found, full_width=True) if found else None


def point_of(page: Page, followed: Followed, chosen: mo.ui.dropdown | None) -> Point:
    """The point that is chosen; None without one."""
    own, now = chosen.value if chosen else None, followed.snapshot
    issue = next((one for one in open_issues(now) if one.id == own), None)
    if issue is None or issue.kind != "needs" or issue.pair_id not in followed.twos:
        return issue, ()
    mentee = followed.twos[issue.pair_id].pair.mentee_id
    return issue, second_mentor_rows(now, mentee, Names.of(now), page.speak)


def issue_forms(page: Page, followed: Followed, point: Point) -> mo.ui.dictionary:
    """A new point, and how far the chosen one is."""
    made: dict[str, Any] = {"new": _new_form(page.at("issue"), followed)}
    issue, joiners = point
    if issue:
        made["chosen"] = _follow_up_form(page.at("follow"), followed, issue, joiners)
    return mo.ui.dictionary(made)


def issues_panel(
    page: Page,
    followed: Followed,
    chosen: mo.ui.dropdown | None,
    point: Point,
    forms: Elements,
    shown: tuple[Told, mo.Html],
) -> mo.Html:
    """The register with its remedies, and the form of the chosen point."""
    snapshot, speak, (issue, joiners) = followed.snapshot, page.speak, point
    heads = (
        say("Pair"),
        say("What"),
        say("Since"),
        say("Who"),
        say("Next"),
        say("How far"),
        say("Referred to"),
    )
    rows = [*issue_rows(snapshot, followed.names, speak)]
    cards = cards_against(issue.kind) if issue else cards_for("support")
    return stacked(
        page.title(say("What gets in the way")),
        page.text(support_headline(snapshot, page.desk.today())),
        page.table(heads, rows) if rows else None,
        chosen,
        html(card_list(cards, speak)) if issue else None,
        _joining(page, joiners) if issue and issue.kind == "needs" else None,
        page.at("follow").under(*shown, forms.get("chosen")),
        page.title(say("Note a point"), 3),
        page.at("issue").under(*shown, forms["new"]),
        None if issue else page.fold(say("What helps"), html(card_list(cards, speak))),
    )


def help_forms(page: Page, followed: Followed) -> mo.ui.dictionary:
    """Those who help outside the programme, and the self-checks of mentors."""
    snapshot, at, own = followed.snapshot, page.at("contacts"), page.at("self")
    today, pairs = page.desk.today(), [*followed.twos]
    contacts = {one.name: one.id for one in snapshot.rows(ThirdParty)}
    given = say("The sheets are given; note here who did theirs.")
    made: dict[str, Any] = {
        "contact": _contact_form(at),
        "give": own.acts(
            say("Note that the sheets are given today"),
            lambda now: support.give_self_checks(now, pairs, today),
            given,
        ),
    }
    if contacts:
        made["gone"] = at.asks(
            at.pick(say("Who helps"), contacts, full_width=True),
            say("Take it off the list"),
            lambda now, contact: support.remove_third_party(now, contact or ""),
            say("The contact is off the list."),
        )
    if checks := snapshot.rows(SelfCheck):
        made["done"] = _checks_form(own, followed, checks)
    return mo.ui.dictionary(made)


def help_panel(page: Page, followed: Followed, forms: Elements, shown: tuple[Told, mo.Html]) -> mo.Html:
    """Who helps outside the programme, and the private sheet of mentors that returns done or not done."""
    snapshot, speak = followed.snapshot, page.speak
    rows = contact_rows(snapshot, speak)
    heads = say("Name"), say("Helps with"), say("Telephone or e-mail")
    private = say(
        "Four questions on paper. What a mentor writes stays with the mentor; you note only that it is done."
    )
    sheets = page.download(
        say("Sheets for the self-check"),
        say("self-checks.zip"),
        lambda: self_checks([*followed.twos.values()], speak),
    )
    return stacked(
        page.title(say("Help from outside")),
        page.table(heads, rows) if rows else page.quiet(say("Note whom you can refer people to.")),
        page.at("contacts").under(*shown, forms["contact"], forms.get("gone")),
        page.title(say("The mentors' own check")),
        page.quiet(private),
        page.text(self_check_line(snapshot.rows(SelfCheck))),
        side_by_side(sheets),
        page.at("self").under(*shown, forms["give"], forms.get("done")),
    )


def _new_form(page: Page, followed: Followed) -> Form:
    owner = followed.snapshot.programme.framework.coordinator or page.desk.author
    fields = page.fields(
        pair=page.pick(say("Pair"), {name: pair for pair, name in followed.names.items()}, full_width=True),
        kind=page.pick(
            say("What gets in the way?"), page.options(ISSUE_KINDS), "communication", full_width=True
        ),
        owner=page.entry(say("Who takes it up?"), owner, max_length=80),
        next_on=page.day(say("When do you look again?"), "14-9-2026"),
    )
    today = page.desk.today()
    done = say("The point is noted.")
    return page.asks(fields, say("Note it"), lambda now, given: typed.typed_issue(now, given, today), done)


def _follow_up_form(page: Page, followed: Followed, issue: Issue, joiners: Joiners) -> Form:
    snapshot, none = followed.snapshot, {page.speak(say("nobody")): None}
    outside = {one.name: one.id for one in snapshot.rows(ThirdParty)}
    joining = {name: mentor for mentor, name, _, _ in joiners}
    fields = page.fields(
        state=page.pick(say("How far is it?"), page.options(ISSUE_STATES), issue.state, full_width=True),
        owner=page.entry(say("Who takes it up?"), issue.owner, max_length=80),
        next_on=page.day(say("When do you look again?"), "14-9-2026", issue.next_on),
        third_party_id=page.pick(say("Referred to"), {**none, **outside}, issue.third_party_id),
        second_mentor_id=page.pick(say("Second mentor"), {**none, **joining}, issue.second_mentor_id),
    )

    def keep(now: Snapshot, given: Mapping[str, Any]) -> Changes:
        return typed.typed_follow_up(now, issue.id, given)

    return page.asks(fields, say("Keep"), keep, say("It is noted how far it is."))


def _joining(page: Page, joiners: Joiners) -> mo.Html:
    if not joiners:
        return page.text(say("No other mentor who may go to this mentee has a free place.")) or mo.Html("")
    heads = say("Could join"), say("Points"), say("Adds what was asked for")
    return page.table(heads, [line[1:] for line in joiners])


def _contact_form(page: Page) -> Form:
    fields = page.fields(
        name=page.entry(say("Name"), max_length=120),
        helps_with=page.pick(say("Helps with"), page.options(HELP_KINDS), "wellbeing"),
        reached_at=page.entry(say("Telephone or e-mail"), max_length=120),
    )

    def keep(now: Snapshot, given: Mapping[str, Any]) -> Changes:
        return support.keep_third_party(now, given["name"], given["helps_with"], given["reached_at"])

    return page.asks(fields, say("Keep"), keep, say("The contact is kept."))


def _checks_form(page: Page, followed: Followed, checks: list[SelfCheck]) -> Form:
    """A box for each self-check of a pair that is together: ticked when it is done."""
    listed = {one.id: one for one in checks if one.pair_id in followed.names}
    days = {own: page.speak.write(one.given_on) for own, one in listed.items()}
    fields = page.fields(
        **{
            own: page.tick(f"{followed.names[one.pair_id]} ({days[own]})", is_on=one.done_on is not None)
            for own, one in listed.items()
        }
    )
    today = page.desk.today()
    kept = {one.id for one in checks if one.id not in listed and one.done_on}

    def keep(now: Snapshot, given: Mapping[str, Any]) -> Changes:
        done = {own for own in listed if given[own]}
        return support.set_self_checks_done(now, {*done, *kept}, today)

    return page.asks(fields, say("Keep"), keep, say("It is noted who did the self-check."))
