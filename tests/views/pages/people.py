"""How people are called, and what they answered."""

from pathlib import Path

from markupsafe import Markup

from mentorkit.text import say
from mentorkit.views import printed
from mentorkit.views.names import Names, addresses, linked, who_is
from mentorkit.views.printed import printed_page, whole_page
from mentorkit.views.quotes import COLUMNS, in_words, is_given, not_filled_in, quoted_answers
from mentorkit.views.table import each, folded_away, html_table, paragraphs, plain_list, titled_list
from tests.matching.small import START, blind, earlier, mentee, mentor, snapshot
from tests.views.pages.page import Page
from tests.views.pages.programmes import DECIDED, HIDDEN, SEVEN, planned

SAME_NAME = snapshot(
    mentee("p1-abcdef", full_name="Jan Vos", email="jan@example.org"),
    mentee("p2-abcdef", full_name="Jan Vos", employee_id="7"),
    mentor("p3-abcdef", full_name="Jan Vos"),
    mentor("p4", full_name="Kim Kok", email="kim@example.org"),
)
BOTH_ROLES = blind(snapshot(mentee("ann"), mentor("ann"), mentor("kim")))
ENDED = blind(snapshot(mentee("ann"), mentor("kim"), pairs=[earlier("ann", "kim", START)]))


def show_names(page: Page) -> None:
    page.show("Three people with one name", Names.of, SAME_NAME)
    page.show("Names are not hidden", Names.of, DECIDED)
    page.show("Names are hidden, one pair is confirmed", Names.of, HIDDEN)
    page.show("Names are hidden, one person is a mentee and a mentor", Names.of, BOTH_ROLES)
    page.show("Names are hidden, one pair has ended", Names.of, ENDED)
    page.show("Names are hidden, but asked for", Names.named, HIDDEN)
    page.show("Three people with one name", addresses, SAME_NAME)
    page.words("who_is", {way: sorted(people) for way, people in who_is(SAME_NAME).items()})
    page.show("Somebody who was removed", Names.__getitem__, Names.of(DECIDED), "gone")
    ann, kim = (Names.of(DECIDED).leading[person] for person in ("ann", "kim"))
    page.show("Two names that lead to a card, and what is no name", linked, f"{ann} & {kim}")
    pair = Names.of(DECIDED).leading.of_pair(planned(DECIDED).pool.candidates, 0, 0)
    page.show("A mentor beside a mentee", linked, pair["mentor"])


def show_quotes(page: Page) -> None:
    page.words("COLUMNS", COLUMNS)
    page.show("Two languages", in_words, "languages", ["nl", "en"], page.speak)
    pool = planned(SEVEN).pool.candidates
    ann, kim = pool.mentees.row(0, named=True), pool.mentors.row(0, named=True)
    for column in COLUMNS:
        page.show(f"{column} of Ann", quoted_answers, ann, (column,), page.speak)
        page.show(f"{column} of Kim", quoted_answers, kim, (column,), page.speak)
    several = {"languages": ["nl", "EN", "Klingon"], "channels": ["in_person", "phone", "fax"], "city": "sea"}
    page.show(
        "Several answers, some of them in other words",
        quoted_answers,
        several,
        tuple(several),
        page.speak,
    )
    none = {"years_experience": 0.0, "working_style": 1}
    page.show("No years of experience", quoted_answers, none, tuple(none), page.speak)
    page.show("No answer", quoted_answers, {"city": None, "interests": []}, ("city", "interests"), page.speak)
    page.show("No city, no interests", not_filled_in, {"city": None, "interests": []}, ("city", "interests"))
    for value in (None, [], 0.0, ["nl"]):
        page.show(f"An answer: {value}", is_given, value)


def show_table(page: Page) -> None:
    heads = (say("Name"), say("Why"))
    cells = [["<b>Ann</b>", Markup("<strong>Kim</strong>")], [1, 2.5]]
    page.show("Markup of ours and text of hers", html_table, heads, cells, page.speak)
    page.show("No row", html_table, heads, (), page.speak)
    page.show("Markup of ours and text of hers", plain_list, cells[0])
    page.show("Markup of ours and text of hers", titled_list, say("Why"), cells[0], page.speak)
    page.show("No line", titled_list, say("Why"), (), page.speak)
    page.show("Two lines", paragraphs, heads, page.speak)
    for inner in cells[0]:
        page.show("Markup of ours or text of hers", folded_away, say("Why"), inner, page.speak)
    page.show("Markup of ours and text of hers", each, Markup("<p>{}</p>"), cells[0])


def show_printed(page: Page) -> None:
    title, style = say("Decision"), Path(printed.__file__).with_suffix(".css")
    page.show(
        "Markup of ours", printed_page, title, Markup("<p>{}</p>").format("<b>Ann</b>"), page.speak, style
    )
    body = Markup("<p>{}</p>").format("<b>Ann</b>")
    page.show("With a script of ours", whole_page, "<Ann>", body, style, page.speak.language, style)
