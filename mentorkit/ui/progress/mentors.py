"""Mentors: what they carry, how they keep learning, and the papers that thank them."""

from collections.abc import Mapping, Sequence

import marimo as mo

from mentorkit.documents.programme_papers import announcement
from mentorkit.documents.recognition import recognition, thank_you_list
from mentorkit.progress.mentors import loads
from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.desk import Told
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, side_by_side, stacked
from mentorkit.ui.progress.followed import Followed
from mentorkit.views.names import Names
from mentorkit.views.programme.trainings import training_headline
from mentorkit.views.progress.mentors import learning_rows, load_headline, load_rows
from mentorkit.workflows.progress.others import other_programmes
from mentorkit.workflows.progress.typed import typed_intervision

_THERE: Mapping[bool | None, Message] = {
    None: say("expected there"),
    True: say("was there"),
    False: say("was not there"),
}


def others_button(page: Page) -> mo.ui.run_button:
    """Counts what mentors do in the other programmes of this computer."""
    return mo.ui.run_button(label=page.speak(say("Count other programmes on this computer")))


def load_panel(page: Page, followed: Followed, asked: mo.ui.run_button) -> mo.Html:
    """What each mentor carries next to what was offered; other programmes count once that is asked for."""
    snapshot, today = followed.snapshot, page.desk.today()
    others = other_programmes(page.desk.file) if asked.value else ()
    found, names = loads(snapshot, today, others), Names.of(snapshot)
    over = [one for one in found if one.is_over]
    heads = (
        *(say("Mentor"), say("Mentees of room"), say("Hours a month asked"), say("Offered")),
        *(say("Elsewhere: mentees · hours"), say("Look at")),
    )
    how = say("Hours are those of the talks in the rhythm of each pair. A dash stands for what was not told.")
    seen = say_count("{n} other programme is counted.", "{n} other programmes are counted.", len(others))
    return stacked(
        page.title(say("What mentors carry")),
        page.text(load_headline(found)),
        page.table(heads, load_rows(over, names, page.speak)) if over else None,
        page.fold(say("All mentors"), page.table(heads, load_rows(found, names, page.speak))),
        page.quiet(how),
        side_by_side(asked, page.quiet(seen) if asked.value else None),
    )


def intervision_form(page: Page, followed: Followed) -> Form:
    """A meeting of mentors: for all of them, or one."""
    names = Names.of(followed.snapshot)
    mentors = _mentors(followed)
    everybody = {page.speak(say("all mentors of a pair")): tuple(mentors)}
    each = {names[one]: (one,) for one in sorted(mentors, key=lambda one: names[one])}
    fields = page.fields(
        mentors=page.pick(say("For"), {**everybody, **each}, tuple(mentors), full_width=True),
        day=page.day(say("Day of the meeting"), "14-9-2026"),
        was_there=page.radio(say("Which is it?"), page.options(_THERE)),
    )
    return page.asks(fields, say("Note it"), typed_intervision, say("The meeting of mentors is noted."))


def learning_panel(page: Page, followed: Followed, form: Form, shown: tuple[Told, mo.Html]) -> mo.Html:
    """Trainings and meetings of mentors, with the form for a meeting, and the papers that thank."""
    snapshot, today = followed.snapshot, page.desk.today()
    heads = say("Mentor"), say("Training"), say("Last meeting of mentors"), say("Next one")
    rows = learning_rows(snapshot, _mentors(followed), today, Names.of(snapshot), page.speak)
    return stacked(
        page.title(say("How mentors keep learning")),
        page.text(training_headline(snapshot)),
        page.table(heads, rows),
        page.link("framework", say("Trainings are noted on the page Framework")),
        page.title(say("A meeting of mentors"), 3),
        page.at("intervision").under(*shown, form),
        _thanks(page, followed),
    )


def _thanks(page: Page, followed: Followed) -> mo.Html:
    """The papers that thank mentors: certificates with hours, a list to thank all, an announcement."""
    snapshot, today, speak = followed.snapshot, page.desk.today(), page.speak
    made = say("Certificates and hours tell what was noted: talks that nobody noted are not in them.")
    papers = page.download(
        say("Certificates and hours"), say("certificates.zip"), lambda: recognition(snapshot, today, speak)
    )
    thanks = page.download(
        say("Thank-you list"), say("thank-you.docx"), lambda: thank_you_list(snapshot, today, speak)
    )
    told = page.download(say("Announcement"), say("announcement.docx"), lambda: announcement(snapshot, speak))
    return stacked(
        page.title(say("Thanks and recognition")), page.quiet(made), side_by_side(papers, thanks, told)
    )


def _mentors(followed: Followed) -> Sequence[str]:
    """The mentors of pairs that are together, by id."""
    return sorted({one.pair.mentor_id for one in followed.pairs})
