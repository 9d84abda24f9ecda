"""The end of a round: closing answers in, four answers, from one to its rows, and the report offline."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import BrowserContext, expect

from mentorkit.evaluation.questionnaires import CORE, questionnaires
from mentorkit.model import Application, Changes, Insert, Pair, Person, Programme, Response, Row, Wave
from mentorkit.model.codes import new_codes, spelt
from mentorkit.store import Store
from mentorkit.text import Language
from tests.browser.screen import Serve, show, stored
from tests.browser.test_accessible import violations
from tests.matching.small import decision
from tests.store.cases import BY

PAIRS = 12


def rows() -> Iterator[Row]:
    """Twelve pairs that began two hundred days ago; the mentees answered at the start and are asked again."""
    today, codes = datetime.now(UTC).date(), new_codes(Random(7), ())  # noqa: S311 -- made-up people
    since = today - timedelta(days=200)
    for number in range(PAIRS):
        ids = {"mentee_id": f"e{number}", "mentor_id": f"m{number}"}
        for one, role in zip(ids.values(), ("mentee", "mentor"), strict=True):
            yield Person(id=one, full_name=f"{role.title()} {number:02}")
            yield Application(id=one, person_id=one, role=role, has_consented=True)
        yield Pair(id=f"k{number}", score=0.8, decision_id="d1", confirmed_on=since, **ids)
        waves: tuple[Wave, ...] = ("baseline", "closing")
        for wave in waves:
            of = {
                "id": f"{number}{wave}",
                "person_id": f"e{number}",
                "pair_id": f"k{number}",
                "role": "mentee",
            }
            told = {"questionnaire": CORE, "wave": wave, "code": next(codes)}
            there = wave == "baseline"
            items = questionnaires()[CORE].asked("mentee", wave) if there else ()
            answers = {item.key: 2 + number % 3 for item in items}
            days = {"asked_on": since if there else today, "answered_on": since if there else None}
            yield Response(**of, **told, **days, answers=answers)


@pytest.fixture
def programme(language: Language, tmp_path: Path) -> Path:
    file = tmp_path / "round.mentorkit"
    with Store.create(file, Programme(id="g1", name="Samen verder", language=language), **BY) as store:
        made = (decision("d1", datetime(2026, 1, 1, tzinfo=UTC)), *rows())
        store.apply(Changes("import", tuple(map(Insert, made))), **BY)
    return file


def closing_mails(programme: Path) -> str:
    """What the mentees mail back: they learned a point or two, and are satisfied."""
    lines = []
    for place, one in enumerate(row for row in stored(programme).rows(Response) if row.wave == "closing"):
        before = 2 + int(one.person_id[1:]) % 3
        lines.append(f"Dag Carla,\n{spelt(one.code)}\nR1 = 5\nR2 = 4\nR3 = {3 + place % 2}")
        lines += [f"{item} = {min(5, before + 1 + place % 2)}" for item in ("L1", "L2", "L3", "L4")]
    return "\n".join(lines)


def test_answers_come_in_become_four_answers_with_their_rows_and_a_report_that_asks_for_nothing(
    programme: Path, language: Language, context: BrowserContext, serve: Serve, tmp_path: Path
):
    screen = show(context, serve(programme, language), language, "evaluation")
    expect(screen.headline).to_contain_text("geen van de 4 vragen")
    screen.open_tab("Response")
    back = screen.cell("answers_back")
    back.get_by_label("Of plak de antwoorden").fill(closing_mails(programme))
    back.get_by_role("button", name=screen.says("Read the replies")).click()
    expect(back).to_contain_text(f"{PAIRS} antwoorden gelezen.")
    back.get_by_role("button").last.click()
    expect(screen.told("answers_back")).to_contain_text(f"{PAIRS} antwoorden zijn vastgelegd.")
    expect(screen.headline).to_contain_text("2 van de 4 vragen")

    screen.open_tab("Answer")
    expect(screen.cell("answered")).to_contain_text("Gemiddeld gaven mentees")
    assert violations(screen) == []
    screen.open_tab("Learning")
    behind = screen.cell("learning").locator("details").first
    behind.locator("summary").click()
    expect(behind).to_contain_text("Mentee 03")
    expect(behind.locator("tbody tr")).to_have_count(PAIRS)

    screen.open_tab("Answer")
    with screen.page.expect_download() as download:
        screen.cell("answered").get_by_text(screen.says("Page to print"), exact=True).click()
    report = tmp_path / "evaluatie.html"
    download.value.save_as(report)
    screen.page.close()
    assert_it_asks_for_nothing(context, report)


def assert_it_asks_for_nothing(context: BrowserContext, report: Path) -> None:
    """The report opens from the disk with one request, for itself, and names nobody."""
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    expect(page.locator("main")).to_contain_text("Wat hebben ze geleerd?")
    expect(page.locator("main")).not_to_contain_text("Mentee 03")
    assert asked == [report.as_uri()]
    page.close()
