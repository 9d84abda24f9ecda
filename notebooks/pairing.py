import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="Pairing", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.matching import Pool, propose, unplaced
    from mentorkit.ui.frame import top as frame
    from mentorkit.ui.frame.menu import programme_menu
    from mentorkit.ui.frame.opening import open_desk
    from mentorkit.ui.frame.page import Page, reader
    from mentorkit.ui.intake import sign_ups
    from mentorkit.ui.pairing import (
        aim,
        controls,
        decisions,
        kinds,
        preferences,
        scenarios,
        shortage,
        stability,
        why_not,
    )
    from mentorkit.ui.pairing import missing_answers as repairs
    from mentorkit.ui.pairing import pairs as pairing
    from mentorkit.ui.pairing.board import PairAtTurn, chosen_pair, empty_board, fill_board, pair_card
    from mentorkit.ui.pairing.opened import opened_sections, section_head, section_switches
    from mentorkit.views.names import Names
    from mentorkit.views.pairing import headline


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
    look, set_look = mo.state(PairAtTurn(None, 0))
    open_count, set_open_count = mo.state(None)
    take_back = frame.take_back_button(page)
    opened, set_opened = mo.state(None)
    return look, open_count, opened, page, saved, set_look, set_open_count, set_opened, take_back, told, turn


@app.cell
def names(page, turn):
    menu, hide_names = programme_menu(page, turn()), pairing.names_switch(page, turn())
    return hide_names, menu


@app.cell
def top(menu, page, saved, told, turn):
    undo, latest = frame.undo_button(page, turn(), saved(), told()), frame.latest_button(page)
    frame.top_bar(page, undo, menu, latest=latest)
    return


@app.cell
def load(desk, turn):
    snapshot = desk.at(turn())
    pool, who = Pool.of(snapshot), Names.of(snapshot)
    return pool, snapshot, who


@app.cell
def first(aims, desk, page, pool, price, snapshot, switches, weights, who):
    settings = aim.with_aim(controls.settings_of(weights, switches), aims, price)
    proposal = propose(pool, settings)
    change = desk.step(proposal)
    frame.answer(page, headline.first_lines(snapshot, proposal), change, who)
    return change, proposal, settings


@app.cell
def weigh(page, turn):
    weights = controls.weight_sliders(page, turn())
    switches = controls.rule_switches(page)
    start_from, reset = controls.preset_picker(page), controls.reset_button(page)
    aims, price = aim.aim_picker(page, turn()), aim.price_box(page, turn())
    kinds_offered = kinds.kind_picker(page)
    controls.settings_panel(
        page,
        controls.weight_panel(page, weights, start_from, reset),
        controls.rule_panel(page, switches),
        aim.aim_panel(page, aims, price),
        kinds.kind_panel(page, kinds_offered),
    )
    return aims, price, switches, weights


@app.cell
def ask_confirm(open_count, page, snapshot):
    confirm = pairing.confirm_button(page.at("decide"), open_count(), snapshot)
    return (confirm,)


@app.cell
def decide(confirm, hide_names, page, take_back, told):
    page.at("decide").under(told(), take_back, pairing.decide_bar(page, confirm, hide_names))
    return


@app.cell
def questions(page):
    settled, set_settled = mo.state(None)
    draw = stability.draw_button(page)
    asks = section_switches(page)
    talks = preferences.talks_picker(page)
    return asks, draw, set_settled, settled, talks


@app.cell
def fill(board, change, page, proposal, who):
    fill_board(board.widget, proposal, change, who, page.speak)
    return


@app.cell
def pairs(page):
    board = mo.ui.anywidget(empty_board(page.speak))
    board
    return (board,)


@app.cell
def why(board, look, page, proposal, set_look, turn, who):
    pair = chosen_pair(board, proposal)
    frame.steady(look, set_look, PairAtTurn(pair, turn()))
    pair_card(board, pair, proposal, who, page.speak)
    return


@app.cell
def ask_why_not(look, page):
    other = why_not.mentor_picker(page, look())
    other
    return (other,)


@app.cell
def ask_what_if(other, page):
    what_if = why_not.change_switch(page, other)
    return (what_if,)


@app.cell
def why_not_this(board, other, page, proposal, what_if):
    asked = why_not.asked_about(board, other, proposal)
    why_not.why_not_panel(page, asked, what_if, proposal)
    return


@app.cell
def ask_word(look, page):
    form = pairing.word_form(page.at("word"), look())
    free = pairing.release_button(page.at("word"), look())
    return form, free


@app.cell
def word(form, free, page, take_back, told):
    page.at("word").under(told(), take_back, form, free)
    return


@app.cell
def words(page, snapshot, take_back, told):
    words_form = pairing.withdraw_form(page.at("words"), snapshot)
    page.at("words").under(told(), take_back, words_form)
    return


@app.cell
def how_sure(board, draw, page, settled):
    stability.sureness_panel(page, board, draw, settled())
    return


@app.cell
def not_placed(asks, page, proposal, snapshot):
    pairing.unplaced_panel(page, unplaced(proposal), asks, snapshot)
    return


@app.cell
def would_help(opened, page):
    shortage.shortage_panel(page, opened())
    return


@app.cell
def ask_repairs(asks, snapshot):
    section_head(asks, "repairs", snapshot)
    return


@app.cell
def missing_answers(opened, page):
    repairs.repairs_panel(page, opened())
    return


@app.cell
def ask_for_more(asks, snapshot):
    section_head(asks, "more", snapshot)
    return


@app.cell
def more(opened, page):
    controls.more_panel(page, opened())
    return


@app.cell
def ask_compare(asks, snapshot):
    section_head(asks, "plans", snapshot)
    return


@app.cell
def compare(opened, page):
    plans = scenarios.plans_side_by_side(opened())
    scenarios.comparison_panel(page, plans, opened())
    return (plans,)


@app.cell
def ask_use_plans(opened, page, plans):
    keep = scenarios.save_form(page.at("keep"), plans)
    manage = scenarios.manage_form(page.at("manage"), plans)
    take_over = scenarios.take_over_form(page.at("take_over"), plans, opened())
    return keep, manage, take_over


@app.cell
def use_plans(keep, manage, page, take_back, take_over, told):
    scenarios.use_panel(
        page.at("keep").under(told(), take_back, keep),
        page.at("manage").under(told(), take_back, manage),
        page.at("take_over").under(told(), take_back, take_over),
    )
    return


@app.cell
def talk_first(asks, page, snapshot, talks):
    preferences.talks_head(page, section_head(asks, "talks", snapshot), talks)
    return


@app.cell
def shortlist(opened, page, talks):
    made = preferences.made_shortlist(opened(), talks)
    preferences.shortlist_panel(page, made, opened())
    return (made,)


@app.cell
def ask_answers(page, turn):
    answers_file = preferences.answers_picker(page, turn())
    return (answers_file,)


@app.cell
def answers(answers_file, made, page, snapshot):
    answered = preferences.uploaded_answers(snapshot, answers_file)
    preferences.answers_panel(page, made, answers_file, answered)
    return (answered,)


@app.cell
def ask_record(answered, page, snapshot):
    record = preferences.record_button(page.at("answers"), answered)
    one_answer = preferences.answer_form(page.at("answer"), snapshot)
    return one_answer, record


@app.cell
def record_answers(page, record, take_back, told):
    page.at("answers").under(told(), take_back, record)
    return


@app.cell
def by_hand(made, one_answer, page, snapshot, take_back, told):
    outcome = page.at("answer").under(told(), take_back, one_answer)
    preferences.by_hand(page, made, outcome, snapshot)
    return


@app.cell
def decided(page, snapshot):
    decision = decisions.decision_picker(page, snapshot)
    again = decisions.replay_button(page)
    decisions.decisions_table(page, snapshot)
    return again, decision


@app.cell
def replayed(again, decision, page, snapshot):
    decisions.decision_panel(page, snapshot, decision, again)
    return


@app.cell
def open_files(page, snapshot):
    sign_ups.sign_up_panel(page, snapshot)
    return


@app.cell
def lines(page, snapshot):
    sign_ups.line_report(page, snapshot)
    return


@app.cell
def hand_on(asks, open_count, opened, proposal, set_open_count, set_opened, snapshot, who):
    frame.steady(opened, set_opened, opened_sections(asks, proposal, snapshot, who))
    frame.steady(open_count, set_open_count, headline.to_confirm(proposal))
    return


@app.cell
def settle(proposal, set_settled, settled):
    frame.steady(settled, set_settled, proposal)
    return


@app.cell
def save(page, settings):
    controls.remember(page, settings)
    return


@app.cell
def foot(page):
    frame.foot(page)
    return


if __name__ == "__main__":
    app.run()
