import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="Progress", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.progress.this_week import calls, calls_that_fit
    from mentorkit.text import reader
    from mentorkit.ui.frame import top as frame
    from mentorkit.ui.frame.menu import programme_menu
    from mentorkit.ui.frame.opening import open_desk
    from mentorkit.ui.frame.page import Page, boxed, html
    from mentorkit.ui.frame.tabs import bar_with, show_under, tabs_with
    from mentorkit.ui.progress import calendar as days
    from mentorkit.ui.progress import goals as pursuits
    from mentorkit.ui.progress import listed, log, mentors, support, work
    from mentorkit.ui.progress import pairs as paired
    from mentorkit.ui.progress import week as calling
    from mentorkit.ui.progress.followed import Followed
    from mentorkit.ui.progress.tabs import TABS
    from mentorkit.views.programme.standing import Standing, to_do_next
    from mentorkit.views.progress.standing import progress_headline


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
    followed = Followed(snapshot, desk.today())
    return followed, snapshot


@app.cell
def first(followed, page):
    html(page.first(progress_headline(followed.pairs, followed.names)))
    return


@app.cell
def way_on(desk, followed, page, snapshot):
    mo.stop(followed.pairs)
    boxed("next", page.link(*to_do_next(Standing.of(snapshot, desk.today()))))
    return


@app.cell
def doors_of():
    states = [mo.state(None) for _ in TABS]
    doors = dict(zip(TABS, states, strict=True))
    week_tab, log_tab, pairs_tab, goals_tab, *later = (shown for shown, _ in states)
    calendar_tab, mentors_tab, support_tab = later
    return calendar_tab, doors, goals_tab, log_tab, mentors_tab, pairs_tab, support_tab, week_tab


@app.cell
def ask_tabs(page):
    page_tabs = mo.ui.anywidget(tabs_with(page, TABS))
    return (page_tabs,)


@app.cell
def tabs(followed, page_tabs):
    tab = page_tabs.value["shown"]
    bar_with(page_tabs, TABS, tab) if followed.pairs else None
    return (tab,)


@app.cell
def who_wants_a_call(week_tab):
    mo.stop(not week_tab())
    weekly = week_tab()
    wanted = calls(weekly.pairs)
    return wanted, weekly


@app.cell
def ask_hours(page):
    hours, take_hours = mo.state(calling.HOURS)
    hours_asked = calling.hours_box(page.at("calls"), take_hours)
    return hours, hours_asked


@app.cell
def hours_given(hours, hours_asked, page, wanted, weekly):
    calling.week_context(page, weekly.pairs, wanted, hours_asked, hours())
    return


@app.cell
def ask_contacts(hours, page, wanted, weekly):
    called = calls_that_fit(wanted, hours())
    contacts = calling.contact_forms(page.at("calls"), called, weekly.twos)
    return called, contacts


@app.cell
def week(called, contacts, page, take_back, told, wanted, weekly):
    panel = calling.week_panel(page, called, wanted, weekly.twos, contacts)
    page.at("calls").under(told(), take_back, panel)
    return


@app.cell
def ask_weeks(page):
    table = log.weeks_grid(page.at("weeks"))
    grid = mo.ui.anywidget(table)
    return grid, table


@app.cell
def noting(log_tab):
    mo.stop(not log_tab())
    noted = log_tab()
    return (noted,)


@app.cell
def fill(noted, page, table):
    log.fill_weeks(table, page, noted.pairs, noted.names)
    return


@app.cell
def weeks(grid, noted, page, take_back, told):
    page.at("weeks").under(told(), take_back, grid if noted.pairs else None)
    return


@app.cell
def ask_talk(noted, page):
    talk = log.one_talk_form(page.at("talk"), noted.pairs, noted.names)
    return (talk,)


@app.cell
def one_talk(page, take_back, talk, told):
    page.at("talk").under(told(), take_back, log.one_talk_panel(page, talk))
    return


@app.cell
def ask_list(noted, page):
    talks_chosen, talks_pasted = listed.talks_file(page, noted), listed.pasted_list(page, noted)
    return talks_chosen, talks_pasted


@app.cell
def ask_record(page, talks_chosen, talks_pasted):
    talks_read = listed.talks_found(page, talks_chosen, talks_pasted)
    recording = listed.talks_button(page.at("list"), talks_read)
    return recording, talks_read


@app.cell
def talk_list(noted, page, recording, take_back, talks_chosen, talks_pasted, talks_read, told):
    came_in = listed.list_panel(page, noted, (talks_chosen, talks_pasted), talks_read, recording)
    page.at("list").under(told(), take_back, came_in)
    return


@app.cell
def all_pairs(page, pairs_tab):
    mo.stop(not pairs_tab())
    following = pairs_tab()
    paired.followed_panel(page, following)
    return (following,)


@app.cell
def ask_pair(following, page):
    pair_chosen = paired.pair_picker_of(page, following)
    return (pair_chosen,)


@app.cell
def ask_noting(following, page, pair_chosen):
    pair_noting = paired.pair_forms(page.at("pair"), following, pair_chosen.value)
    stages_noting = paired.stages_form(page.at("stages"), following)
    return pair_noting, stages_noting


@app.cell
def one_pair(following, page, pair_chosen, pair_noting, take_back, told):
    timeline = paired.pair_history(page, following, pair_chosen.value)
    noted_of = page.at("pair").under(told(), take_back, *pair_noting)
    paired.pair_page(page, pair_chosen, timeline, noted_of)
    return


@app.cell
def own_stages(page, stages_noting, take_back, told):
    page.at("stages").under(told(), take_back, paired.own_stages_panel(page, stages_noting))
    return


@app.cell
def pair_goals(goals_tab, page):
    mo.stop(not goals_tab())
    pursuits.pursued_panel(page, goals_tab())
    return


@app.cell
def coming(calendar_tab, page):
    mo.stop(not calendar_tab())
    planned = calendar_tab()
    days.ahead_panel(page, planned)
    return (planned,)


@app.cell
def ask_away(page):
    weeks_away = days.weeks_picker(page)
    return (weeks_away,)


@app.cell
def away(page, planned, weeks_away):
    days.absence_panel(page, planned, weeks_away)
    return


@app.cell
def ask_due(page, weekly):
    due_done = paired.due_form(page.at("due"), weekly)
    return (due_done,)


@app.cell
def agreed(due_done, page, take_back, told, weekly):
    page.at("due").under(told(), take_back, paired.due_panel(page, weekly, due_done))
    return


@app.cell
def ask_work(page, weekly):
    own_work = work.work_form(page.at("work"), weekly)
    return (own_work,)


@app.cell
def own_time(own_work, page, take_back, told, weekly):
    page.at("work").under(told(), take_back, work.work_panel(page, weekly, own_work))
    return


@app.cell
def ask_mentors(mentors_tab, page):
    mo.stop(not mentors_tab())
    carrying = mentors_tab()
    others_asked = mentors.others_button(page)
    meeting = mentors.intervision_form(page.at("intervision"), carrying)
    return carrying, meeting, others_asked


@app.cell
def load_of_mentors(carrying, others_asked, page):
    mentors.load_panel(page, carrying, others_asked)
    return


@app.cell
def learning(carrying, meeting, page, take_back, told):
    mentors.learning_panel(page, carrying, meeting, (told(), take_back))
    return


@app.cell
def ask_support(page, support_tab):
    mo.stop(not support_tab())
    helped = support_tab()
    issue_chosen = support.issue_picker(page, helped)
    help_forms = support.help_forms(page, helped)
    return help_forms, helped, issue_chosen


@app.cell
def ask_issues(helped, issue_chosen, page):
    point = support.point_of(page, helped, issue_chosen)
    issue_forms = support.issue_forms(page, helped, point)
    return issue_forms, point


@app.cell
def issues(helped, issue_chosen, issue_forms, page, point, take_back, told):
    support.issues_panel(page, helped, issue_chosen, point, issue_forms, (told(), take_back))
    return


@app.cell
def helping(help_forms, helped, page, take_back, told):
    support.help_panel(page, helped, help_forms, (told(), take_back))
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
