"""What is said of a wave that is sent and of who answered, case by case."""

import polars as pl

from mentorkit.evaluation.questionnaires import CORE, questionnaires
from mentorkit.evaluation.reliabilities import Reliability
from mentorkit.evaluation.response_rates import WaveRate
from mentorkit.views.evaluation import response, waves
from tests.views.pages.page import Page

CORE_ONE = questionnaires()[CORE]


def show_waves(page: Page) -> None:
    page.words("LOOK_BACK", waves.LOOK_BACK)
    page.show("At the end", waves.wave_called, "observer", "closing")
    page.show("A mentor", waves.item_lines, CORE_ONE.asked("mentor", "closing")[3:5], "mentor", page.speak)
    page.show(
        "About a mentee", waves.item_lines, CORE_ONE.asked("observer", "closing"), "observer", page.speak
    )
    for wave in ("closing", "then"):
        page.show(wave, waves.wave_forms, CORE_ONE, wave, page.speak)


def show_response(page: Page) -> None:
    rates = [WaveRate("baseline", "mentee", 40, 31), WaveRate("closing", "mentee", 40, 30)]
    few = [*rates, WaveRate("closing", "mentor", 30, 12), WaveRate("then", "mentor", 30, 12)]
    page.words("FACTS", response.FACTS)
    for name in ("RATE_HEADS", "FACT_HEADS", "BOUND_HEADS", "RELIABILITY_HEADS"):
        page.words(name, getattr(response, name))
    page.show("Nobody was asked", response.response_headline, [])
    page.show("Most answered", response.response_headline, rates)
    page.show("Too few mentors did", response.response_headline, few)
    page.show("One person", response.response_headline, [WaveRate("midway", "mentor", 1, 1)])
    page.show("One person", response.wave_of, "midway", 1)
    page.show("Many", response.wave_of, "follow_up", 90)
    page.show("Three waves", response.rate_rows, few, page.speak)
    facts = pl.DataFrame({"fact": ["early", "together"], "answered": [None, 31], "silent": [7, 9]})
    page.show("Some ended early", response.fact_rows, facts, page.speak)
    known = {"wave": "closing", "role": "mentee", "scale": "learning", "answered": 30, "asked": 40}
    bounds = pl.DataFrame([{**known, "mean": 3.84, "worst": 3.13, "best": 4.13}])
    page.show("One scale", response.bound_rows, bounds, CORE_ONE, page.speak)
    ends = {"estimate": 0.812, "ci_low": 0.7, "ci_high": 0.894}
    scale = Reliability("learning", "mentee", 41, ends, None)
    page.show("One scale", response.reliability_rows, [scale], CORE_ONE, page.speak)
    page.show("All of them", response.instrument_lines, page.speak)
