import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="History", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.text import reader
    from mentorkit.ui.frame import top as frame
    from mentorkit.ui.frame.menu import programme_menu
    from mentorkit.ui.frame.opening import open_desk
    from mentorkit.ui.frame.page import Page
    from mentorkit.ui.programme import history as done
    from mentorkit.ui.programme import person as one


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
    frame.top_bar(page, undo, menu, "history", latest=latest)
    return


@app.cell
def load(desk, turn):
    turn()
    entries = desk.history()
    return (entries,)


@app.cell
def first(entries, page):
    done.history_head(page, entries)
    return


@app.cell
def ask_look(entries, page):
    look = done.look_picker(page, entries)
    return (look,)


@app.cell
def history(entries, look, page):
    done.history_panel(page, entries, look)
    return


@app.cell
def ask_back(entries, menu, page):
    back_form = done.go_back_form(page.at("back"), menu) if entries else None
    return (back_form,)


@app.cell
def back(back_form, page, take_back, told):
    page.at("back").under(told(), take_back, done.go_back_panel(page, back_form))
    return


@app.cell
def ask_person(page, turn):
    person_picked = one.person_picker(page, mo.query_params().get("who"), turn())
    return (person_picked,)


@app.cell
def ask_erasure(page, person_picked):
    person = one.chosen_person(page, person_picked)
    erasing = one.erase_form(page.at("erase"), person)
    return erasing, person


@app.cell
def about_person(erasing, page, person, person_picked, take_back, told):
    panel = one.person_panel(page, person_picked, person, erasing)
    page.at("erase").under(told(), take_back, panel)
    return


@app.cell
def foot(page):
    frame.foot(page)
    return


if __name__ == "__main__":
    app.run()
