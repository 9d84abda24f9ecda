import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="Sharing", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.model import Shared
    from mentorkit.text import reader
    from mentorkit.ui.frame import top as frame
    from mentorkit.ui.frame.menu import programme_menu
    from mentorkit.ui.frame.opening import open_desk
    from mentorkit.ui.frame.page import Page
    from mentorkit.ui.sharing import making, out


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
    frame.top_bar(page, undo, menu, "sharing", latest=latest)
    return


@app.cell
def load(desk, turn):
    snapshot = desk.at(turn())
    batches = out.batches_of(snapshot.rows(Shared))
    return batches, snapshot


@app.cell
def first(batches, page):
    out.sharing_answer(page, batches)
    return


@app.cell
def keep_made():
    made, keep = mo.state(None)
    return keep, made


@app.cell
def ask_reader(page):
    reader_chosen = making.reader_asked(page)
    return (reader_chosen,)


@app.cell
def look(reader_chosen, snapshot):
    seen = making.Seen(snapshot, reader_chosen.value)
    return (seen,)


@app.cell
def ask_make(keep, page, seen):
    make = making.make_button(page.at("make"), seen, keep)
    return (make,)


@app.cell
def making_one(made, make, page, reader_chosen, seen, take_back, told):
    panel = making.making_panel(page, reader_chosen, seen, make, made())
    page.at("make").under(told(), take_back, panel)
    return


@app.cell
def preview(page, seen):
    making.seen_panel(page, seen)
    return


@app.cell
def ask_withdraw(batches, page):
    withdraw = out.withdraw_form(page.at("withdraw"), batches)
    return (withdraw,)


@app.cell
def given_out(batches, page, take_back, told, withdraw):
    page.at("withdraw").under(told(), take_back, out.out_panel(page, batches, withdraw))
    return


@app.cell
def readers(page):
    out.readers_panel(page)
    return


@app.cell
def foot(page):
    frame.foot(page)
    return


if __name__ == "__main__":
    app.run()
