import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="Pulses", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.text import reader
    from mentorkit.ui.frame import top as frame
    from mentorkit.ui.frame.menu import programme_menu
    from mentorkit.ui.frame.opening import open_desk
    from mentorkit.ui.frame.page import Page, boxed, html
    from mentorkit.ui.frame.replied import record_replies_button, replies_asked, replies_found
    from mentorkit.ui.frame.tabs import bar_with, show_under, tabs_with
    from mentorkit.ui.progress import pulses, signals
    from mentorkit.ui.progress.followed import Followed
    from mentorkit.ui.progress.tabs import PULSE_TABS
    from mentorkit.views.programme.standing import Standing, to_do_next
    from mentorkit.views.progress.pulses import pulses_headline


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
    frame.top_bar(page, undo, menu, "pulses", latest=latest)
    return


@app.cell
def load(desk, turn):
    snapshot = desk.at(turn())
    followed = Followed(snapshot, desk.today())
    return followed, snapshot


@app.cell
def first(followed, page):
    html(page.first(pulses_headline(followed.pairs)))
    return


@app.cell
def way_on(desk, followed, page, snapshot):
    mo.stop(followed.pairs)
    boxed("next", page.link(*to_do_next(Standing.of(snapshot, desk.today()))))
    return


@app.cell
def doors_of():
    states = [mo.state(None) for _ in PULSE_TABS]
    doors = dict(zip(PULSE_TABS, states, strict=True))
    pulses_tab, signals_tab = (shown for shown, _ in states)
    return doors, pulses_tab, signals_tab


@app.cell
def ask_tabs(page):
    page_tabs = mo.ui.anywidget(tabs_with(page, PULSE_TABS))
    return (page_tabs,)


@app.cell
def tabs(followed, page_tabs):
    tab = page_tabs.value["shown"]
    bar_with(page_tabs, PULSE_TABS, tab) if followed.pairs else None
    return (tab,)


@app.cell
def polling(pulses_tab):
    mo.stop(not pulses_tab())
    polled = pulses_tab()
    return (polled,)


@app.cell
def ask_pulses(page, polled):
    ask_now_button = pulses.ask_button(page.at("ask"), polled)
    return (ask_now_button,)


@app.cell
def ask_now(ask_now_button, page, polled, take_back, told):
    page.at("ask").under(told(), take_back, pulses.asking_panel(page, polled, ask_now_button))
    return


@app.cell
def ask_replies(page, polled):
    replies_chosen, replies_pasted = replies_asked(page, polled)
    by_phone = pulses.by_phone_form(page.at("replies"), polled)
    return by_phone, replies_chosen, replies_pasted


@app.cell
def ask_record_replies(page, replies_chosen, replies_pasted):
    replies_read = replies_found(page, pulses.PULSES_IN, (replies_chosen, replies_pasted))
    record_replies = record_replies_button(page.at("replies"), pulses.PULSES_IN, replies_read)
    return record_replies, replies_read


@app.cell
def came_back(by_phone, page, record_replies, replies_chosen, replies_pasted, replies_read, take_back, told):
    asked = replies_chosen, replies_pasted
    read = pulses.pulses_panel(page, asked, replies_read, record_replies, by_phone)
    page.at("replies").under(told(), take_back, read)
    return


@app.cell
def who_answered(page, polled):
    pulses.responses_panel(page, polled)
    return


@app.cell
def rules(page, signals_tab):
    mo.stop(not signals_tab())
    watched = signals_tab()
    signals.rules_panel(page, watched)
    return (watched,)


@app.cell
def ask_signals(page, watched):
    limit_chosen = signals.limit_picker(page)
    rest_asked = signals.rest_form(page.at("limits"), watched)
    return limit_chosen, rest_asked


@app.cell
def ask_number(limit_chosen, page, watched):
    limit_number = signals.limit_box(page.at("limits"), watched, limit_chosen.value)
    return (limit_number,)


@app.cell
def ask_keep(limit_chosen, limit_number, page):
    kept_limits = signals.limit_buttons(page.at("limits"), limit_chosen.value, limit_number)
    return (kept_limits,)


@app.cell
def limit(kept_limits, limit_chosen, limit_number, page, rest_asked, take_back, told, watched):
    limits = signals.limit_panel(page, watched, limit_chosen, limit_number, kept_limits)
    page.at("limits").under(told(), take_back, limits, signals.rest_panel(page, rest_asked))
    return


@app.cell
def hand_on(doors, followed, tab):
    show_under(doors, followed if followed.pairs else None, tab)
    return


@app.cell
def foot(page):
    frame.foot(page)
    return


if __name__ == "__main__":
    app.run()
