import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="Progress", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.progress.known import known_pairs
    from mentorkit.progress.this_week import calls, calls_that_fit
    from mentorkit.text import reader
    from mentorkit.ui.frame import top as frame
    from mentorkit.ui.frame.menu import programme_menu
    from mentorkit.ui.frame.opening import open_desk
    from mentorkit.ui.frame.page import Page, boxed, html
    from mentorkit.ui.frame.tabs import bar_with, tabs_with
    from mentorkit.ui.progress import log
    from mentorkit.ui.progress import week as calling
    from mentorkit.views.programme.standing import Standing, to_do_next
    from mentorkit.views.progress.standing import progress_headline
    from mentorkit.views.start.two import pairs_at_start


@app.cell
def open_programme():
    desk = open_desk(mo.query_params())
    return (desk,)


@app.cell
def listen(desk):
    turn, saved, told, refresh = frame.listening(desk)
    page = Page(desk, reader(mo.query_params(), desk.language), refresh)
    take_back = frame.take_back_button(page)
    return page, saved, take_back, told, turn


@app.cell
def ask_programme(page, turn):
    menu = programme_menu(page, turn())
    return (menu,)


@app.cell
def top(menu, page, saved, told, turn):
    undo, latest = frame.undo_button(page, turn(), saved(), told()), frame.latest_button(page)
    frame.top_bar(page, undo, menu, "progress", latest=latest)
    return


@app.cell
def load(desk, turn):
    snapshot = desk.at(turn())
    pairs = known_pairs(snapshot, desk.today())
    twos = {one.pair.id: one for one in pairs_at_start(snapshot)}
    names = {pair: two.called for pair, two in twos.items()}
    return names, pairs, snapshot, twos


@app.cell
def first(names, page, pairs):
    html(page.first(progress_headline(pairs, names)))
    return


@app.cell
def way_on(desk, page, pairs, snapshot):
    mo.stop(pairs)
    boxed("next", page.link(*to_do_next(Standing.of(snapshot, desk.today()))))
    return


@app.cell
def ask_tabs(page, pairs):
    mo.stop(not pairs)
    page_tabs = mo.ui.anywidget(tabs_with(page, log.TABS))
    return (page_tabs,)


@app.cell
def tabs(page_tabs):
    bar_with(page_tabs, log.TABS, page_tabs.value["shown"])
    return


@app.cell
def who_wants_a_call(pairs):
    wanted = calls(pairs)
    return (wanted,)


@app.cell
def ask_hours(page, pairs):
    mo.stop(not pairs)
    hours_chosen = calling.hours_picker(page)
    return (hours_chosen,)


@app.cell
def hours(hours_chosen, page, pairs, wanted):
    calling.week_context(page, pairs, wanted, hours_chosen)
    return


@app.cell
def ask_contacts(hours_chosen, page, twos, wanted):
    listed = calls_that_fit(wanted, hours_chosen.value)
    contacts = calling.contact_forms(page.at("calls"), listed, twos)
    return contacts, listed


@app.cell
def week(contacts, listed, page, take_back, told, twos, wanted):
    panel = calling.week_panel(page, listed, wanted, twos, contacts)
    page.at("calls").under(told(), take_back, panel)
    return


@app.cell
def ask_weeks(page):
    table = log.weeks_grid(page.at("weeks"))
    grid = mo.ui.anywidget(table)
    return grid, table


@app.cell
def fill(names, page, pairs, table):
    log.fill_weeks(table, page, pairs, names)
    return


@app.cell
def weeks(grid, page, pairs, take_back, told):
    mo.stop(not pairs)
    page.at("weeks").under(told(), take_back, grid)
    return


@app.cell
def ask_talk(names, page, pairs):
    mo.stop(not pairs)
    talk = log.one_talk_form(page.at("talk"), pairs, names)
    return (talk,)


@app.cell
def one_talk(page, take_back, talk, told):
    page.at("talk").under(told(), take_back, log.one_talk_panel(page, talk))
    return


@app.cell
def foot(page):
    frame.foot(page)
    return


if __name__ == "__main__":
    app.run()
