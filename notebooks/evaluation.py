import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="Evaluation", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.text import reader
    from mentorkit.ui.evaluation import answer, fairness, foretold, response, standards
    from mentorkit.ui.evaluation import results as outcome
    from mentorkit.ui.evaluation.evaluated import Evaluated
    from mentorkit.ui.evaluation.tabs import EVALUATION_TABS
    from mentorkit.ui.frame import top as frame
    from mentorkit.ui.frame.menu import programme_menu
    from mentorkit.ui.frame.opening import open_desk
    from mentorkit.ui.frame.page import Page, boxed, html
    from mentorkit.ui.frame.replied import record_replies_button, replies_asked, replies_found, replies_panel
    from mentorkit.ui.frame.tabs import bar_with, show_under, tabs_with
    from mentorkit.views.evaluation.answers import QUESTIONS, first_answer
    from mentorkit.views.evaluation.response import response_headline
    from mentorkit.views.programme.standing import Standing, to_do_next


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
    frame.top_bar(page, undo, menu, "evaluation", latest=latest)
    return


@app.cell
def load(desk, turn):
    snapshot = desk.at(turn())
    evaluated = Evaluated(snapshot, desk.today())
    return evaluated, snapshot


@app.cell
def first(evaluated, page):
    html(page.first([*first_answer(evaluated.evaluation), *response_headline(evaluated.rates)]))
    return


@app.cell
def way_on(desk, evaluated, page, snapshot):
    mo.stop(evaluated.had_pairs)
    boxed("next", page.link(*to_do_next(Standing.of(snapshot, desk.today()))))
    return


@app.cell
def doors_of():
    states = [mo.state(None) for _ in EVALUATION_TABS]
    doors = dict(zip(EVALUATION_TABS, states, strict=True))
    (
        answer_tab,
        reaction_tab,
        learning_tab,
        behaviour_tab,
        results_tab,
        match_tab,
        fairness_tab,
        standards_tab,
        response_tab,
    ) = (shown for shown, _ in states)
    return (
        answer_tab,
        behaviour_tab,
        doors,
        fairness_tab,
        learning_tab,
        match_tab,
        reaction_tab,
        response_tab,
        results_tab,
        standards_tab,
    )


@app.cell
def ask_tabs(page):
    page_tabs = mo.ui.anywidget(tabs_with(page, EVALUATION_TABS))
    return (page_tabs,)


@app.cell
def tabs(evaluated, page_tabs):
    tab = page_tabs.value["shown"]
    bar_with(page_tabs, EVALUATION_TABS, tab) if evaluated.had_pairs else None
    return (tab,)


@app.cell
def ask_group(evaluated, page):
    group_chosen = answer.group_asked(page, evaluated)
    return (group_chosen,)


@app.cell
def look_at(evaluated, group_chosen):
    looked_at = evaluated.looking_at(group_chosen.value or "")
    return (looked_at,)


@app.cell
def group(evaluated, group_chosen, page, tab):
    answer.group_panel(page, evaluated, tab, group_chosen)
    return


@app.cell
def answered(answer_tab, page):
    mo.stop(not answer_tab())
    answer.four_answers(page, answer_tab())
    return


@app.cell
def reaction(page, reaction_tab):
    mo.stop(not reaction_tab())
    answer.question_panel(page, reaction_tab(), "reaction")
    return


@app.cell
def learning(learning_tab, page):
    mo.stop(not learning_tab())
    answer.question_panel(page, learning_tab(), "learning")
    return


@app.cell
def behaviour(behaviour_tab, page):
    mo.stop(not behaviour_tab())
    answer.question_panel(page, behaviour_tab(), "behaviour")
    return


@app.cell
def results(page, results_tab):
    mo.stop(not results_tab())
    brought = results_tab()
    answer.question_panel(page, brought, "results")
    return (brought,)


@app.cell
def ended(brought, page):
    outcome.endings_panel(page, brought)
    return


@app.cell
def ask_staff(brought, page):
    staff_chosen = outcome.staff_file(page, brought)
    return (staff_chosen,)


@app.cell
def ask_record_staff(page, staff_chosen):
    staff_read = outcome.staff_found(page, staff_chosen)
    record_staff = outcome.staff_button(page.at("staff"), staff_read)
    return record_staff, staff_read


@app.cell
def staff(page, record_staff, staff_chosen, staff_read, take_back, told):
    listed = outcome.staff_panel(page, staff_chosen, staff_read, record_staff)
    page.at("staff").under(told(), take_back, listed)
    return


@app.cell
def stayed(brought, page):
    outcome.staying_panel(page, brought)
    return


@app.cell
def ask_costs(brought, page):
    costs_asked = outcome.costs_form(page.at("costs"), brought)
    return (costs_asked,)


@app.cell
def cost(brought, costs_asked, page, take_back, told):
    page.at("costs").under(told(), take_back, outcome.costs_panel(page, brought, costs_asked))
    return


@app.cell
def ask_weights(match_tab, page):
    mo.stop(not match_tab())
    weights_buttons = foretold.weights_buttons(page.at("weights"), match_tab())
    return (weights_buttons,)


@app.cell
def match(match_tab, page, take_back, told, weights_buttons):
    found = foretold.foretold_panel(page, match_tab(), weights_buttons)
    page.at("weights").under(told(), take_back, found)
    return


@app.cell
def ask_traits(fairness_tab, page):
    mo.stop(not fairness_tab())
    here = page.at("traits")
    traits_asked, traits_gone = fairness.traits_form(here), fairness.forget_button(here)
    return traits_asked, traits_gone


@app.cell
def fared(fairness_tab, page, take_back, told, traits_asked, traits_gone):
    groups_fared = fairness.fairness_panel(page, fairness_tab(), traits_asked, traits_gone)
    page.at("traits").under(told(), take_back, groups_fared)
    return


@app.cell
def standards_met(page, standards_tab):
    mo.stop(not standards_tab())
    standards.standards_panel(page, standards_tab())
    return


@app.cell
def asked_of(response_tab):
    mo.stop(not response_tab())
    asked = response_tab()
    return (asked,)


@app.cell
def ask_wave(asked, page):
    wave_asked = response.wave_form_asked(page.at("wave"), asked)
    return (wave_asked,)


@app.cell
def asking(asked, page, take_back, told, wave_asked):
    page.at("wave").under(told(), take_back, response.wave_panel(page, asked, wave_asked))
    return


@app.cell
def ask_answers(asked, page):
    answers_chosen, answers_pasted = replies_asked(page, asked)
    return answers_chosen, answers_pasted


@app.cell
def ask_record_answers(answers_chosen, answers_pasted, page):
    answers_read = replies_found(page, response.RESPONSES_IN, (answers_chosen, answers_pasted))
    record_answers = record_replies_button(page.at("answers"), response.RESPONSES_IN, answers_read)
    return answers_read, record_answers


@app.cell
def answers_back(answers_chosen, answers_pasted, answers_read, page, record_answers, take_back, told):
    came_back = replies_panel(page, (answers_chosen, answers_pasted), answers_read, record_answers)
    page.at("answers").under(told(), take_back, came_back)
    return


@app.cell
def who_answered(asked, page):
    response.response_panel(page, asked)
    return


@app.cell
def hand_on(doors, evaluated, looked_at, tab):
    shown = looked_at if tab in QUESTIONS else evaluated
    show_under(doors, shown if evaluated.had_pairs else None, tab)
    return


@app.cell
def foot(page):
    frame.foot(page)
    return


if __name__ == "__main__":
    app.run()
