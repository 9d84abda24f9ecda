import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="Closing", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.text import reader
    from mentorkit.ui.frame import top as frame
    from mentorkit.ui.frame.menu import programme_menu
    from mentorkit.ui.frame.opening import open_desk
    from mentorkit.ui.frame.page import Page, boxed, html
    from mentorkit.ui.frame.tabs import bar_with, show_under, tabs_with
    from mentorkit.ui.progress import ending
    from mentorkit.ui.progress import rematch as anew
    from mentorkit.ui.progress.followed import Followed
    from mentorkit.ui.progress.tabs import CLOSING_TABS
    from mentorkit.views.programme.standing import Standing, to_do_next
    from mentorkit.views.progress.closing import closing_headline


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
    frame.top_bar(page, undo, menu, "closing", latest=latest)
    return


@app.cell
def load(desk, turn):
    snapshot = desk.at(turn())
    followed = Followed(snapshot, desk.today())
    return followed, snapshot


@app.cell
def first(followed, page):
    html(page.first(closing_headline(followed.snapshot, followed.today, followed.names)))
    return


@app.cell
def way_on(desk, followed, page, snapshot):
    mo.stop(followed.had_pairs)
    boxed("next", page.link(*to_do_next(Standing.of(snapshot, desk.today()))))
    return


@app.cell
def doors_of():
    states = [mo.state(None) for _ in CLOSING_TABS]
    doors = dict(zip(CLOSING_TABS, states, strict=True))
    closing_tab, anew_tab, ended_tab = (shown for shown, _ in states)
    return anew_tab, closing_tab, doors, ended_tab


@app.cell
def ask_tabs(page):
    page_tabs = mo.ui.anywidget(tabs_with(page, CLOSING_TABS))
    return (page_tabs,)


@app.cell
def tabs(followed, page_tabs):
    tab = page_tabs.value["shown"]
    bar_with(page_tabs, CLOSING_TABS, tab) if followed.had_pairs else None
    return (tab,)


@app.cell
def ask_closing(closing_tab, page):
    mo.stop(not closing_tab())
    closes = closing_tab()
    pair_ending = ending.ending_picker(page, closes)
    return closes, pair_ending


@app.cell
def ask_ending(closes, page, pair_ending):
    ending_forms = ending.closing_forms(page, closes, pair_ending.value)
    return (ending_forms,)


@app.cell
def ending_pair(closes, ending_forms, page, pair_ending, take_back, told):
    ending.pair_panel(page, closes, pair_ending, ending_forms, (told(), take_back))
    return


@app.cell
def ask_reach(anew_tab, page):
    mo.stop(not anew_tab())
    moving = anew_tab()
    reach_asked = anew.reach_picker(page, moving)
    return moving, reach_asked


@app.cell
def ask_step(moving, page, reach_asked):
    reach = anew.reach_chosen(moving, reach_asked)
    menu_anew = anew.rematch_menu(moving, reach)
    step_chosen = anew.step_picker(page, moving, menu_anew)
    return menu_anew, reach, step_chosen


@app.cell
def ask_new_pairs(menu_anew, moving, page, reach, step_chosen):
    making = anew.rematch_button(page.at("rematch"), menu_anew, step_chosen, reach)
    drawing = anew.draw_form(page.at("lots"), moving)
    return drawing, making


@app.cell
def new_pairs(drawing, making, menu_anew, moving, page, reach_asked, step_chosen, take_back, told):
    anew_asked = reach_asked, step_chosen, making, drawing
    anew.rematch_panel(page, moving, menu_anew, anew_asked, (told(), take_back))
    return


@app.cell
def ask_ended(ended_tab, page):
    mo.stop(not ended_tab())
    over = ended_tab()
    ended_forms = ending.ended_forms(page, over)
    return ended_forms, over


@app.cell
def ended(ended_forms, over, page, take_back, told):
    ending.ended_panel(page, over, ended_forms, (told(), take_back))
    return


@app.cell
def hand_on(doors, followed, tab):
    show_under(doors, followed if followed.had_pairs else None, tab)
    return


@app.cell
def foot(page):
    frame.foot(page)
    return


if __name__ == "__main__":
    app.run()
