import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="Start", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.text import reader
    from mentorkit.ui.frame import top as frame
    from mentorkit.ui.frame.menu import programme_menu
    from mentorkit.ui.frame.opening import open_desk
    from mentorkit.ui.frame.page import Page, html
    from mentorkit.ui.start import introduce
    from mentorkit.views.start.two import pairs_at_start, start_headline


@app.cell
def open_programme():
    desk = open_desk(mo.query_params())
    return (desk,)


@app.cell
def listen(desk):
    turn, set_turn = mo.state(0, allow_self_loops=True)
    saved, set_saved = mo.state(0, allow_self_loops=True)
    told, set_told = mo.state(desk.told, allow_self_loops=True)
    refresh = frame.refresher(desk, told, set_told, set_turn, set_saved)
    page = Page(desk, reader(mo.query_params(), desk.language), refresh)
    return page, saved, told, turn


@app.cell
def ask_programme(page, turn):
    menu = programme_menu(page, turn())
    return (menu,)


@app.cell
def top(menu, page, saved, told, turn):
    undo, latest = frame.undo_button(page, turn(), saved(), told()), frame.latest_button(page)
    frame.top_bar(page, undo, menu, "start", latest=latest)
    return


@app.cell
def load(desk, turn):
    snapshot = desk.at(turn())
    pairs = pairs_at_start(snapshot)
    return pairs, snapshot


@app.cell
def first(page, pairs):
    html(page.first(start_headline(pairs)))
    return


@app.cell
def ask_text(page, pairs):
    mo.stop(not pairs)
    text_chosen = introduce.text_picker(page)
    return (text_chosen,)


@app.cell
def show_letters(page, pairs, text_chosen):
    introduce.letters_panel(page, pairs, text_chosen, text_chosen.value)
    return


@app.cell
def show_papers(page, pairs):
    mo.stop(not pairs)
    introduce.first_talk_panel(page, pairs)
    return


@app.cell
def foot(page):
    frame.foot(page)
    return


if __name__ == "__main__":
    app.run()
