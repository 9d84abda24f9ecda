"""Signals: the rules with their limits and hit rates, what may rest, and whether fewer talks are noise."""

from typing import Any

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.model import SNOOZE_REASONS, Changes
from mentorkit.progress.chart_of_talks import months_of_talks
from mentorkit.progress.hit_rates import hit_rates
from mentorkit.progress.signals import signals_of, would_name
from mentorkit.text import say
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.numbers import Numbers
from mentorkit.ui.frame.page import Page, side_by_side, stacked
from mentorkit.ui.progress.followed import Followed
from mentorkit.views.progress import signals as words
from mentorkit.workflows.progress.signals import set_limits, snooze

_LIMIT = Numbers(0, 1000)
_RESTS = {7: say("a week"), 14: say("two weeks"), 30: say("a month"), 90: say("three months")}


def rules_panel(page: Page, followed: Followed) -> mo.Html:
    """Every rule with its limits, whom it names now, and how often it was right."""
    rates = hit_rates(followed.noted, followed.today)
    limits = followed.snapshot.programme.limits
    heads = [say("Signal"), say("About"), say("Limits"), say("Pairs now"), say("Was it right?")]
    table = page.table(heads, words.rule_rows(followed.pairs, rates, limits, page.speak))
    published = None if words.are_told(rates) else page.quiet(words.PUBLISHED)
    warning = page.notice(words.load_warning(followed.pairs))
    title = page.title(say("What names a pair"))
    return stacked(title, warning, published, table, _talks(page, followed))


def _talks(page: Page, followed: Followed) -> mo.Html:
    """Worse, or noise: the sentence and, once months can be judged, the chart."""
    months = months_of_talks(followed.pairs)
    finding = page.text(words.talks_finding(months))
    is_judged = any(one.verdict != "unknown" for one in months)
    chart = (
        mo.ui.altair_chart(words.talks_chart(months, page.speak), chart_selection=False)
        if is_judged
        else finding
    )
    return stacked(page.title(say("Worse, or noise?")), chart)


def limit_picker(page: Page) -> mo.ui.dropdown:
    """One limit of one rule."""
    named = words.limit_names().items()
    options = {f"{page.speak(rule.label)}: {page.speak(colour)}": name for name, (rule, colour) in named}
    return page.pick(say("Limit"), options, next(iter(options.values())))


def limit_box(page: Page, followed: Followed, name: str) -> mo.ui.text:
    """The number of that limit, as it is now."""
    rule, _ = words.limit_names()[name]
    now = followed.snapshot.programme.limits.get(name, rule.limits[name].usual)
    told = say("Now {limit}", limit=words.limit_words(rule, [now], page.speak))
    return _LIMIT.box(page, now, page.speak(told), lambda _: None)


def limit_buttons(page: Page, name: str, number: mo.ui.text) -> mo.ui.array:
    """Keep the number as the limit of that name, or go back to ours."""
    kept, ours = say("The limit is kept."), say("The limit is ours again.")
    keep = page.acts(
        say("Keep this limit"), lambda now: set_limits(now, {name: _LIMIT.told(number.value)}), kept
    )
    back = page.acts(say("Back to ours"), lambda now: set_limits(now, {name: None}), ours)
    return mo.ui.array([keep, back])


def limit_panel(
    page: Page, followed: Followed, picker: mo.ui.dropdown, number: mo.ui.text, buttons: mo.ui.array
) -> mo.Html:
    """What another limit would do today, with the buttons that keep it or go back."""
    limit = _LIMIT.read(number.value)
    found = None if limit is None else words.preview(*would_name(followed.pairs, picker.value, limit))
    told = page.text(found)
    return page.fold(say("Change a limit"), side_by_side(picker, number), told, side_by_side(*buttons))


def rest_form(page: Page, followed: Followed) -> Form | None:
    """Lets one signal of one pair rest, with a reason from a list; nothing when no signal stands."""
    found = {
        f"{followed.names[one.pair.id]}: {page.speak(signal.rule.label)}": (one.pair.id, signal.rule.key)
        for one in followed.pairs
        for signal in signals_of(one)
        if one.pair.id in followed.names
    }
    if not found:
        return None
    fields = page.fields(
        signal=page.pick(say("Signal"), found),
        reason=page.pick(say("Why"), page.options(SNOOZE_REASONS), "spoken"),
        days=page.pick(say("For how long"), page.options(_RESTS), 14),
    )
    today = page.desk.today()

    def keep(now: Snapshot, given: dict[str, Any]) -> Changes:
        return snooze(now, given["signal"], given["reason"], given["days"], today)

    return page.asks(fields, say("Let it rest"), keep, say("The signal rests."))


def rest_panel(page: Page, form: Form | None) -> mo.Html | None:
    """The form that lets a signal rest, folded away."""
    return page.fold(say("Let a signal rest"), form) if form else None
