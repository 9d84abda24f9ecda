"""What was done in a programme on the page, a look at each action, and the way back to a backup."""

from collections.abc import Sequence

import marimo as mo

from mentorkit.store import Backup, JournalEntry
from mentorkit.store.restore import ways_back
from mentorkit.text import say
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.menu import Menu
from mentorkit.ui.frame.page import Page, html, stacked
from mentorkit.views.names import Names
from mentorkit.views.programme.backups import choice_line
from mentorkit.views.programme.history import choices_to_look_at, done_table, history_headline, look_list


def history_head(page: Page, entries: Sequence[JournalEntry]) -> mo.Html:
    """What was done last."""
    return html(page.first(history_headline(entries)))


def look_picker(page: Page, entries: Sequence[JournalEntry]) -> mo.ui.dropdown:
    """Chooses an action to look at; the newest is chosen."""
    choices = choices_to_look_at(entries, page.speak)
    return page.pick(say("Look at what this changed"), choices, next(iter(choices.values()), None))


def history_panel(page: Page, entries: Sequence[JournalEntry], picked: mo.ui.dropdown) -> mo.Html:
    """What was done, and what the chosen action changed."""
    looked = page.desk.look(picked.value) if picked.value else []
    changed = look_list(looked, Names.of(page.desk.snapshot), page.speak)
    return stacked(html(done_table(entries, page.speak)), picked, html(changed))


def go_back_form(page: Page, menu: Menu) -> Form | None:
    """Puts a backup in the place of the programme, and opens this page anew; nothing without a backup."""
    speak = page.speak
    options = {
        f"{n}. {speak(choice_line(one.backup.at, one.people, one.pairs, one.since))}": one.backup
        for n, one in enumerate(ways_back(page.desk.file), 1)
        if one.since
    }

    def go_back(backup: Backup) -> None:
        if page.desk.go_back(backup, page.place):
            menu.away.widget.to = page.address("history")
        page.refresh(False)

    field = page.pick(say("Backup"), options, next(iter(options.values()), None))
    return page.form(field, say("Put this backup back"), go_back) if options else None


def go_back_panel(page: Page, form: Form | None) -> mo.Html:
    """The backups, and what putting one back does."""
    title = page.title(say("Back to an earlier day"))
    if form is None:
        return stacked(
            title,
            page.quiet(say("There is no earlier backup yet: they are made by themselves while you work.")),
        )
    told = say(
        "Backups are made by themselves. When you put one back, the programme as it is now is backed "
        "up first, so that you can always return to it."
    )
    return stacked(title, page.quiet(told), form)
