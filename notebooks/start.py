import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="Start", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.documents.calendar import Diaries
    from mentorkit.documents.introductions import due_letters
    from mentorkit.progress.pursued import goals_of
    from mentorkit.text import reader
    from mentorkit.ui.frame import top as frame
    from mentorkit.ui.frame.menu import programme_menu
    from mentorkit.ui.frame.opening import open_desk
    from mentorkit.ui.frame.page import Page, boxed, html
    from mentorkit.ui.frame.tabs import bar_with, tabs_with
    from mentorkit.ui.start import answers as wanted
    from mentorkit.ui.start import board as steps
    from mentorkit.ui.start import calendar as days
    from mentorkit.ui.start import expected as expects
    from mentorkit.ui.start import goals as pursuits
    from mentorkit.ui.start import introduce, texts
    from mentorkit.views.programme.standing import Standing, to_do_next
    from mentorkit.views.start.steps import of_stage, pairs_started, start_headline


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
    frame.top_bar(page, undo, menu, "start", latest=latest)
    return


@app.cell
def load(desk, turn):
    snapshot = desk.at(turn())
    pairs = pairs_started(snapshot, desk.today())
    return pairs, snapshot


@app.cell
def first(page, pairs):
    html(page.first(start_headline(pairs)))
    return


@app.cell
def way_on(desk, page, pairs, snapshot):
    mo.stop(pairs)
    boxed("next", page.link(*to_do_next(Standing.of(snapshot, desk.today()))))
    return


@app.cell
def ask_tabs(page, pairs):
    mo.stop(not pairs)
    page_tabs = mo.ui.anywidget(tabs_with(page, steps.TABS))
    return (page_tabs,)


@app.cell
def tabs(page_tabs):
    bar_with(page_tabs, steps.TABS, page_tabs.value["shown"])
    return


@app.cell
def ask_list():
    shown, set_shown = mo.state("", allow_self_loops=True)
    return set_shown, shown


@app.cell
def which(page, pairs, set_shown, shown):
    mo.stop(not pairs)
    list_chosen = steps.list_picker(page, pairs, shown(), set_shown)
    list_chosen
    return (list_chosen,)


@app.cell
def choose_pairs(list_chosen, pairs):
    listed = of_stage(pairs, list_chosen.value)
    return (listed,)


@app.cell
def ask_step(list_chosen, listed, page, snapshot):
    mails_due = due_letters(snapshot, listed, None, page.speak)
    noting = steps.step_form(page.at("steps"), listed, mails_due, list_chosen.value)
    return mails_due, noting


@app.cell
def board(list_chosen, noting, page, take_back, told):
    panel = steps.board_panel(page, list_chosen.value, noting)
    page.at("steps").under(told(), take_back, panel)
    return


@app.cell
def ask_yes_or_no(page, pairs, turn):
    mo.stop(not pairs)
    replies, pasted = wanted.yes_or_no_picker(page, turn()), wanted.typed_replies(page, turn())
    return pasted, replies


@app.cell
def read_replies(page, pasted, replies):
    said = wanted.yes_or_no_answers(page, replies, pasted)
    keeping = wanted.answers_button(page.at("replies"), said)
    return keeping, said


@app.cell
def yes_or_no(keeping, page, pasted, replies, said, take_back, told):
    replied = wanted.yes_or_no_panel(page, replies, pasted, said, keeping)
    page.at("replies").under(told(), take_back, replied)
    return


@app.cell
def ask_text(page, pairs):
    mo.stop(not pairs)
    text_chosen = introduce.text_picker(page)
    return (text_chosen,)


@app.cell
def mails(listed, mails_due, page, text_chosen):
    introduce.letters_panel(page, listed, mails_due, text_chosen)
    return


@app.cell
def ask_papers(listed, page):
    paper_pairs = [one.two for one in listed]
    papers_asked = introduce.papers_button(page, paper_pairs)
    return paper_pairs, papers_asked


@app.cell
def papers(page, paper_pairs, papers_asked):
    introduce.first_talk_panel(page, paper_pairs, papers_asked)
    return


@app.cell
def ask(page, pairs):
    mo.stop(not pairs)
    expects.ask_panel(page)
    return


@app.cell
def ask_answers(page, pairs, turn):
    mo.stop(not pairs)
    answer_file = expects.returned_picker(page, turn())
    return (answer_file,)


@app.cell
def ask_record(answer_file, page):
    returned = expects.returned_answers(page, answer_file)
    recording = expects.expectations_button(page.at("answers"), returned)
    return recording, returned


@app.cell
def answers(answer_file, page, recording, returned, take_back, told):
    came_in = expects.returned_panel(page, answer_file, returned, recording)
    page.at("answers").under(told(), take_back, came_in)
    return


@app.cell
def ask_pair(page, pairs):
    mo.stop(not pairs)
    pair_chosen = expects.pair_picker(page, pairs)
    return (pair_chosen,)


@app.cell
def ask_aloud(page, pair_chosen, pairs, snapshot):
    aloud_form = expects.aloud_form(page.at("aloud"), snapshot, pairs, pair_chosen.value)
    return (aloud_form,)


@app.cell
def aloud(aloud_form, page, pair_chosen, take_back, told):
    aloud_told = expects.aloud_panel(page, pair_chosen, aloud_form)
    page.at("aloud").under(told(), take_back, aloud_told)
    return


@app.cell
def ask_which_text(page, pairs):
    mo.stop(not pairs)
    text_to_change = texts.text_to_change(page)
    return (text_to_change,)


@app.cell
def ask_words(page, snapshot, text_to_change):
    own_words = texts.text_fields(page, snapshot, text_to_change.value)
    keep_words = texts.keep_text_button(page.at("words"), own_words, text_to_change.value)
    again = texts.ours_again_button(page.at("words"), snapshot, text_to_change.value)
    return again, keep_words, own_words


@app.cell
def words(again, keep_words, own_words, page, take_back, text_to_change, told):
    changing = texts.text_panel(page, text_to_change, own_words, keep_words, again)
    page.at("words").under(told(), take_back, changing)
    return


@app.cell
def preview(own_words, page, pairs, snapshot, text_to_change):
    texts.preview_panel(page, snapshot, pairs, text_to_change.value, own_words)
    return


@app.cell
def every_pair(pairs):
    twos = tuple(one.two for one in pairs)
    return (twos,)


@app.cell
def ask_talks(page, snapshot, twos):
    diaries = Diaries(snapshot, page.desk.clock(), page.speak)
    planning = days.talks_form(page.at("talks"), twos, diaries)
    calendars_asked = days.calendars_button(page, diaries)
    return calendars_asked, diaries, planning


@app.cell
def calendar(calendars_asked, diaries, page, planning, take_back, told, twos):
    mo.stop(not twos)
    asked = page.at("talks").under(told(), take_back, planning)
    days.calendar_panel(page, twos, diaries, asked, calendars_asked)
    return


@app.cell
def load_goals(snapshot, twos):
    found = goals_of(snapshot, [two.pair for two in twos])
    return (found,)


@app.cell
def goals(found, page, twos):
    mo.stop(not twos)
    pursuits.goals_panel(page, twos, found)
    return


@app.cell
def ask_goal(found, page, twos):
    mo.stop(not twos)
    goal_chosen = pursuits.goal_picker(page, twos, found)
    return (goal_chosen,)


@app.cell
def choose_goal(found, goal_chosen):
    goal = next((one.goal for one in found if one.goal.id == goal_chosen.value), None)
    return (goal,)


@app.cell
def ask_goal_words(goal, page, twos):
    goal_words = pursuits.goal_fields(page, twos, goal)
    keep_goal = pursuits.keep_goal_button(page.at("goal"), goal_words, goal)
    return goal_words, keep_goal


@app.cell
def one_goal(found, goal, goal_chosen, goal_words, keep_goal, page, take_back, told):
    clearer = pursuits.hints_panel(page, goal_words, goal, found)
    asked_goal = page.at("goal").under(told(), take_back, goal_words, clearer, keep_goal)
    pursuits.goal_panel(page, goal_chosen, asked_goal)
    return


@app.cell
def ask_more(goal, page):
    more = pursuits.more_forms(page.at("more"), goal)
    return (more,)


@app.cell
def goal_steps(more, page, take_back, told):
    page.at("more").under(told(), take_back, *more)
    return


@app.cell
def ask_plans(page):
    plans_in = pursuits.plans_area(page.at("plans"))
    return (plans_in,)


@app.cell
def plans_back(page, plans_in, take_back, told, twos):
    mo.stop(not twos)
    page.at("plans").under(told(), take_back, plans_in)
    return


@app.cell
def foot(page):
    frame.foot(page)
    return


if __name__ == "__main__":
    app.run()
