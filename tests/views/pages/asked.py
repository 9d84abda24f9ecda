"""What both are asked, what they answered, and what names a pair: what is said of it, case by case."""

from dataclasses import replace
from datetime import date

from mentorkit.progress.chart_of_talks import MonthOfTalks
from mentorkit.progress.hit_rates import HitRate
from mentorkit.progress.signals import RULES
from mentorkit.views.progress import pulses, signals
from tests.progress.programmes import known, meeting, pair, pulse
from tests.views.pages.page import Page
from tests.views.pages.progress import NAMES, two_called

ANSWERED = {"answered_after": 33, "clear_goals": 4, "kept": 4, "wants_contact": False}
ASKED = (
    pulse(12, occasion="first_talk", number=1, going=5, **ANSWERED),
    pulse(31, occasion="month", number=1, going=5, **ANSWERED),
    pulse(31, "mentor", occasion="month", number=1, going=3, **ANSWERED),
    pulse(31, occasion="month", number=1, pair_id="k02"),
    pulse(91, occasion="rhythm", number=1),
    pulse(173, "mentor", occasion="closing", number=1),
)
USUAL = {"known": 16, "expected": 9.5, "low": 6.25, "high": 12.0}


def show_pulses(page: Page) -> None:
    two = known(32, meeting(10)), known(32, meeting(10), pair=pair(2))
    page.words("QUESTIONS", pulses.QUESTIONS)
    page.words("SCALES", pulses.SCALES)
    page.show("No pair", pulses.pulses_headline, [])
    page.show("Nobody is to be asked", pulses.pulses_headline, [known(5)])
    one_left = known(32, *(one for one in ASKED[1:2]))
    page.show("One person", pulses.pulses_headline, [one_left])
    page.show("One answer is waited for", pulses.pulses_headline, [known(32, *ASKED[1:3], ASKED[4])])
    page.show("Four people, two answers", pulses.pulses_headline, [*two, known(5, *ASKED[3:5])])
    page.words("question_lines", list(pulses.question_lines(page.speak)))
    page.show("To paste", pulses.pulse_form, page.speak)
    reach = {"mentee": ("ann@example.org", "Ann"), "mentor": ("", "Bo")}
    twos = {"k01": replace(two_called(pair(), "Ann Aerts – Bo Bos"), reach=reach)}
    mails = pulses.pulse_mails(ASKED[2:4], twos, page.speak, "Carla, carla@example.org")
    page.words(
        "pulse_mails", [(one.to, one.name, one.subject) for one in mails], "One pair, another one ended"
    )
    page.words("pulse_mails", [one.body for one in mails])
    page.show("Four moments", pulses.response_rows, ASKED, page.speak)
    apart = known(75, *ASKED[1:3])
    alike = known(75, *ASKED[1:2], ASKED[2].model_copy(update={"going": 4}), pair=pair(2))
    page.show("Two pairs, one told nothing", pulses.gap_rows, [alike, apart, known(75, pair=pair(3))], NAMES)


def show_signals(page: Page) -> None:
    silent = known(75, meeting(10))
    rates = [HitRate(rule.key, number, number // 2, 40, 2) for number, rule in enumerate(RULES)]
    one = HitRate("silence", 1, 1, 40, 9)
    page.words("PUBLISHED", signals.PUBLISHED)
    page.show("Our limits", signals.rule_rows, [silent, known(5)], rates, {}, page.speak)
    once = "first_talk", "silence", "cancelled", "falling_pulse", "two_views", "missed_pulses", "not_reached"
    own = {f"{key}.{colour}": 1 for key in once for colour in ("amber", "red")} | {"no_closing_talk.amber": 1}
    twice = "wants_out", "wants_contact", "goals_behind", "reporting_line", "overload"
    own |= {f"{key}.{colour}": 2 for key in twice for colour in ("amber", "red")}
    page.show("Own limits", signals.rule_rows, [silent], rates, own, page.speak)
    silence = next(rule for rule in RULES if rule.key == "silence")
    page.show("One number", signals.limit_words, silence, [1.5], page.speak)
    page.show("Twice the same", signals.limit_words, silence, [1, 1], page.speak)
    page.show("Enough ended early", signals.are_told, rates[-1:])
    page.show("Too few did", signals.are_told, rates[:1])
    for case, rate in {
        "Too little": HitRate("silence"),
        "Tells nothing": HitRate("silence", 20, 5, 40, 10),
        "Tells": HitRate("silence", 20, 18, 40, 2),
        "Named once": one,
        "Left alone once": HitRate("silence", 20, 10, 1, 0),
    }.items():
        page.show(case, signals.hit_words, rate)
    named = signals.limit_names().items()
    page.words("limit_names", [(name, rule.label, colour) for name, (rule, colour) in named])
    page.show("One pair", signals.preview, 1, 1)
    page.show("No pair", signals.preview, 0, 0)
    page.show("Five pairs", signals.preview, 5, 2)
    page.show("All are urgent", signals.load_warning, [silent])
    page.show("Nobody is urgent", signals.load_warning, [known(5)])
    _show_talks(page)


def _show_talks(page: Page) -> None:
    months = [MonthOfTalks(date(2026, number, 1), 10, 12) for number in (6, 7, 8)]
    for case, held in {"Fewer": 1, "Usual": 9, "More": 13}.items():
        judged = [*months, MonthOfTalks(date(2026, 9, 1), held, **USUAL)]
        page.show(case, signals.talks_finding, judged)
        page.show(case, signals.talks_chart, judged, page.speak)
    page.show("No month", signals.talks_finding, [])
    page.show("Three months", signals.talks_finding, months)
