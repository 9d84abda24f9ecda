"""A week of twenty pairs by keyboard, what it changes in the list of this week, and a contact noted there."""

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from mentorkit.model import Application, Changes, CheckIn, Insert, Meeting, Pair, Person, Programme, Pulse
from mentorkit.store import Store
from mentorkit.text import Language
from tests.browser.screen import Screen, Serve, show, stored
from tests.browser.test_accessible import violations
from tests.matching.small import decision
from tests.store.cases import BY

PAIRS = 20
SINCE = timedelta(days=60)


def under_way() -> tuple[Person | Application | Pair, ...]:
    """Twenty pairs that were made sixty days ago, and a mentor without a pair."""
    day = (datetime.now(UTC) - SINCE).date()
    found: list[Person | Application | Pair] = []
    for number in range(PAIRS):
        ids = {"mentee_id": f"e{number}", "mentor_id": f"m{number}"}
        names = (f"Mentee {number:02}", f"Mentor {number:02}")
        for one, name, role in zip(ids.values(), names, ("mentee", "mentor"), strict=True):
            found.append(Person(id=one, full_name=name, first_name=name))
            found.append(Application(id=one, person_id=one, role=role, has_consented=True))
        found.append(Pair(id=f"k{number:02}", score=0.8, decision_id="d1", confirmed_on=day, **ids))
    found.append(Person(id="free", full_name="Mentor with room", first_name="Free"))
    found.append(Application(id="free", person_id="free", role="mentor", has_consented=True))
    return tuple(found)


@pytest.fixture(scope="module")
def programme(language: Language, home: Path) -> Path:
    file = home / f"progress-{language}.mentorkit"
    with Store.create(file, Programme(id="g1", name="Samen verder", language=language), **BY) as store:
        rows = (decision("d1", datetime(2026, 9, 1, 8, tzinfo=UTC)), *under_way())
        store.apply(Changes("confirm", tuple(map(Insert, rows))), **BY)
    return file


@pytest.fixture(scope="module")
def screen(programme: Path, language: Language, context: BrowserContext, serve: Serve) -> Iterator[Screen]:
    shown = show(context, serve(programme, language), language, "progress")
    yield shown
    shown.page.close()


def weeks(screen: Screen) -> Locator:
    """The buttons of this week, one for each pair."""
    return screen.cell("weeks").locator("tbody tr td:nth-child(2) button")


def test_a_week_of_twenty_pairs_takes_at_most_sixty_keys_and_one_save(screen: Screen, programme: Path):
    expect(screen.headline).to_have_text(
        "20 koppels zijn bevestigd; of ze elkaar spreken is nog niet bekend."
    )
    screen.open_tab("Note talks")
    weeks(screen).first.focus()
    keys = ["1", "ArrowDown"] * (PAIRS - 1) + ["0", "Control+Enter"]
    assert len(keys) <= 60
    for key in keys:
        screen.page.keyboard.press(key)
    expect(screen.told("weeks")).to_contain_text("20 weken van koppels zijn genoteerd.")
    assert [one.is_held for one in stored(programme).rows(Meeting)].count(True) == PAIRS - 1
    expect(weeks(screen).last).to_have_text(screen.says("did not talk"))
    assert violations(screen) == []


def test_what_is_known_of_a_talk_takes_one_key_each(screen: Screen, programme: Path):
    screen.settle()
    weeks(screen).first.focus()
    for key in ("+", "+", "m", "v", "p"):
        screen.page.keyboard.press(key)
    words = "gesproken, 30 minuten, via beeldbellen, initiatief: de mentor, allebei voorbereid"
    expect(weeks(screen).first).to_have_accessible_name(f"{name_of(screen)}: {words}")
    screen.cell("weeks").get_by_role("button", name=screen.says("Save these weeks")).click()
    expect(screen.told("weeks")).to_contain_text("1 week van een koppel is genoteerd.")
    (told,) = (one for one in stored(programme).rows(Meeting) if one.minutes)
    assert (told.pair_id, told.initiative, told.medium, told.is_prepared) == ("k00", "mentor", "video", True)


def name_of(screen: Screen) -> str:
    called = weeks(screen).first.get_attribute("aria-label") or ""
    return called.partition(":")[0]


def test_who_is_to_be_called_is_noted_with_one_press_and_undone_where_it_was(screen: Screen, programme: Path):
    screen.open_tab("This week")
    calls = screen.cell("week").locator(".mk-call")
    expect(calls).to_have_count(12)
    expect(calls.first).to_contain_text("je sprak ze niet sinds")
    assert violations(screen) == []
    first = calls.first.get_by_role("heading").inner_text()
    calls.first.get_by_role("button", name=screen.says("Note it"), exact=True).click()
    expect(screen.told("week")).to_contain_text(f"{first}: het contact is genoteerd.")
    assert [one.outcome for one in stored(programme).rows(CheckIn)] == ["fine"]
    expect(calls.first.get_by_role("heading")).not_to_have_text(first)
    screen.told("week").get_by_role("button").click()
    expect(calls.first.get_by_role("heading")).to_have_text(first)
    assert stored(programme).rows(CheckIn) == []


def test_what_is_not_saved_yet_stays_while_something_else_is_saved(screen: Screen, programme: Path):
    screen.open_tab("Note talks")
    weeks(screen).nth(1).focus()
    screen.page.keyboard.press("0")
    screen.open_tab("This week")
    screen.cell("week").locator(".mk-call button").first.click()
    expect(screen.told("week")).to_contain_text("het contact is genoteerd.")
    screen.open_tab("Note talks")
    expect(weeks(screen).nth(1)).to_have_text(screen.says("did not talk"))
    weeks(screen).nth(1).focus()
    screen.page.keyboard.press("Control+Enter")
    expect(screen.told("weeks")).to_contain_text("1 week van een koppel is genoteerd.")
    assert {one.pair_id for one in stored(programme).rows(Meeting) if not one.is_held} == {"k01", "k19"}
    expect(weeks(screen).nth(1)).to_be_focused()


def go_to(screen: Screen, page: str) -> None:
    screen.cell("top").get_by_role("link", name=screen.says(page), exact=True).click()
    screen.page.wait_for_url(f"**/{page.lower()}/?lang=*")
    screen.settle()


def test_every_tab_of_pulses_and_closing_can_be_used_without_seeing_it(screen: Screen):
    for page in ("Pulses", "Closing"):
        go_to(screen, page)
        for tab in screen.page.get_by_role("tab").all():
            tab.click()
            assert violations(screen) == []


def test_from_an_answer_by_mail_to_a_new_pair_and_a_certificate(screen: Screen, programme: Path):
    go_to(screen, "Pulses")
    screen.cell("ask_now").get_by_role("button", name="Vraag het nu aan 40 personen").click()
    expect(screen.told("ask_now")).to_contain_text("40 peilingen")
    screen.settle()  # the box to paste into is made anew for who was asked
    asked = next(one for one in stored(programme).rows(Pulse) if (one.pair_id, one.side) == ("k02", "mentee"))
    back = screen.cell("came_back")
    back.get_by_label("Of plak de antwoorden").fill(f"{asked.code}\n1 = 2\n2 = 3\n3 = 3\n4 = ja\nKANARIE")
    back.get_by_role("button", name="Lees de antwoorden").click()
    back.get_by_role("button", name=screen.says("Record these answers")).click()
    expect(screen.told("came_back")).to_contain_text("1 antwoord is vastgelegd.")
    assert b"KANARIE" not in programme.read_bytes()

    go_to(screen, "Progress")
    call = screen.cell("week").locator(".mk-call").filter(has_text="of je contact opneemt")
    expect(call).to_contain_text("Mentee 02")
    call.get_by_role("button", name=screen.says("Note it"), exact=True).click()
    expect(call).to_have_count(0)

    go_to(screen, "Closing")
    screen.cell("ending_pair").get_by_label(screen.says("Pair"), exact=True).select_option(
        label="Mentee 02 – Mentor 02"
    )
    screen.page.get_by_text(screen.says("The pair ends"), exact=True).click()
    screen.page.get_by_role("button", name=screen.says("End this pair"), exact=True).click()
    expect(screen.cell("ending_pair")).to_contain_text("Het koppel is beëindigd.")
    screen.open_tab("New pairs")
    expect(screen.cell("new_pairs")).to_contain_text("1 mentee wacht op een mentor: Mentee 02.")
    screen.cell("new_pairs").get_by_role("button", name="Maak 1 nieuw koppel").click()
    expect(screen.cell("new_pairs")).to_contain_text("1 nieuw koppel is gemaakt")
    together = {
        one.mentor_id for one in stored(programme).rows(Pair) if one.mentee_id == "e2" and not one.ended_on
    }
    assert together == {"free"}

    go_to(screen, "Progress")
    screen.open_tab("Mentors")
    with screen.page.expect_download() as saved:
        screen.page.get_by_text(screen.says("Certificates and hours"), exact=True).click()
    with zipfile.ZipFile(saved.value.path()) as packed:
        assert any("Mentor 02" in name for name in packed.namelist())
