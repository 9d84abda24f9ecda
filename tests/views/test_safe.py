"""Whatever people type is text on the page, never markup."""

from html.parser import HTMLParser

import pytest
from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, Proposal, unplaced
from mentorkit.model import Application, Finding, Override, Person, Programme
from mentorkit.text import LANGUAGES, Language, say, speaker
from mentorkit.views.intake.findings import finding_table
from mentorkit.views.names import Names
from mentorkit.views.pairing.card import card
from mentorkit.views.pairing.meeting_cards import meeting_cards
from mentorkit.views.pairing.unplaced import unplaced_card, unplaced_table
from mentorkit.views.table import html_table
from tests.matching.small import override, plan

HOSTILE = "<img src=x onerror=alert(1)>\"'{0}{mentee}&amp;"
OURS = {"table", "thead", "tbody", "tr", "th", "td", "article", "h3", "p", "span", "ul", "li", "button"}
LEADING = {"type", "data-person", "data-beside"}
"""What a name has that leads to a card."""


class Tags(HTMLParser):
    """The tags, attributes and texts of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def assert_safe(page: Markup, times: int = 1) -> None:
    """Our own tags alone, and her text there as she wrote it."""
    assert isinstance(page, Markup)
    tags = Tags(str(page))
    assert tags.names <= OURS
    assert tags.attributes <= {"class", "scope", "style", "colspan", *LEADING}
    assert tags.text.count(HOSTILE) >= times, tags.text


def somebody(person: str, role: str, **more: object) -> tuple[Person, Application]:
    texts = ("job_title", "department", "organisation", "city", "level_name")
    answer = dict.fromkeys(("goals", "topics", "values", "interests", "channels", "availability"), (HOSTILE,))
    return (
        Person(
            id=person, full_name=f"{person} {HOSTILE}", languages=(HOSTILE,), **dict.fromkeys(texts, HOSTILE)
        ),
        Application(
            id=person,
            person_id=person,
            role=role,
            learning_style=HOSTILE,
            prefers=(HOSTILE,),
            **answer,
            **more,
        ),
    )


def hostile(**more: object) -> tuple[Snapshot, Proposal]:
    people, applications = zip(somebody("ann", "mentee", **more), somebody("kim", "mentor"), strict=True)
    programme = Snapshot.of(Programme(id="programme", name=HOSTILE), people, applications)
    return programme, plan(programme, **{criterion.key: 10.0 for criterion in CRITERIA})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_is_safe(language: Language):
    programme, proposal = hostile()
    assert_safe(card(proposal, 0, 0, speaker(language), Names.of(programme)), times=20)


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_to_print_are_safe(language: Language):
    programme, proposal = hostile()
    tags = Tags(meeting_cards(programme, proposal, speaker(language)))
    frame = {"html", "head", "meta", "title", "style", "body", "header", "main", "h1", "h2", "div", "i"}
    assert tags.names <= OURS | frame
    assert tags.attributes <= {"class", "scope", "lang", "charset", "http-equiv", "content"}
    assert tags.text.count(HOSTILE) >= 20


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["mentee", "mentor"])
def test_the_list_of_people_who_are_not_placed_is_safe(language: Language, role: str):
    programme, proposal = hostile(is_paused=True)
    assert_safe(unplaced_table(unplaced(proposal), role, programme, speaker(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_of_a_mentee_without_a_mentor_is_safe(language: Language):
    programme, _ = hostile()
    proposal = plan(programme.with_table(Override, [override("forbid", "ann", "kim")]))
    assert_safe(unplaced_card(proposal, 0, speaker(language), Names.of(programme)), times=3)


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_are_safe(language: Language):
    found = Finding(HOSTILE, 3, HOSTILE, HOSTILE, say("Who is {name}?", name=HOSTILE))
    assert_safe(finding_table([found], speaker(language)), times=4)


def test_any_table_is_safe_in_its_headings_too():
    assert_safe(html_table([say("{x}", x=HOSTILE)], [[HOSTILE, 1, None]], speaker("en")), times=2)


def test_only_what_is_markup_already_stays_markup():
    page = html_table([say("Why")], [[Markup("<p>ours</p>"), "<p>hers</p>"]], speaker("en"))
    assert "<p>ours</p>" in page
    assert "<p>hers</p>" not in page
