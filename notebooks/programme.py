import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="Programme", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.text import reader
    from mentorkit.ui.frame import top as frame
    from mentorkit.ui.frame.menu import programme_menu
    from mentorkit.ui.frame.opening import open_desk
    from mentorkit.ui.frame.page import Page
    from mentorkit.ui.programme import home
    from mentorkit.views.programme.standing import Standing


@app.cell
def open_programme():
    desk = open_desk(mo.query_params())
    return (desk,)


@app.cell
def listen(desk):
    turn, saved, told, refresh = frame.listening(desk)
    page = Page(desk, reader(mo.query_params(), desk.language), refresh)
    return page, saved, told, turn


@app.cell
def ask_programme(page, turn):
    menu = programme_menu(page, turn())
    return (menu,)


@app.cell
def top(menu, page, saved, told, turn):
    undo, latest = frame.undo_button(page, turn(), saved(), told()), frame.latest_button(page)
    frame.top_bar(page, undo, menu, "programme", latest=latest)
    return


@app.cell
def load(desk, turn):
    snapshot = desk.at(turn())
    return (snapshot,)


@app.cell
def first(desk, page, snapshot):
    now = Standing.of(snapshot, desk.today())
    home.standing_panel(page, now)
    return (now,)


@app.cell
def waits(now, page, snapshot):
    home.waiting_panel(page, snapshot, now)
    return


@app.cell
def ask_first_steps(menu, page):
    steps = home.to_begin_with(page, menu)
    return (steps,)


@app.cell
def begin(steps):
    home.to_begin_panel(steps)
    return


@app.cell
def foot(page):
    frame.foot(page)
    return


if __name__ == "__main__":
    app.run()
