import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="mentorkit", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.matching import Pool, propose, unplaced
    from mentorkit.ui.frame import page
    from mentorkit.ui.frame.desk import open_desk
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
    from mentorkit.ui.pairing.board import Look, chosen_pair, empty_board, fill_board, pair_card
    from mentorkit.ui.pairing.opened import opened_sections, section_head, section_switches
    from mentorkit.views.names import Names
    from mentorkit.views.pairing import headline


@app.cell
def open_programme():
    desk = open_desk()
    return (desk,)


@app.cell
def listen(desk):
    speak = page.reader(mo.query_params(), desk.language)
    turn, set_turn = mo.state(0, allow_self_loops=True)
    saved, set_saved = mo.state(0, allow_self_loops=True)
    refresh = page.refresher(set_turn, set_saved)
    look, set_look = mo.state(Look(None, 0))
    open_count, set_open_count = mo.state(0)
    opened, set_opened = mo.state(None)
    return (
        look,
        open_count,
        opened,
        speak,
        refresh,
        saved,
        set_look,
        set_open_count,
        set_opened,
        set_saved,
        turn,
    )


@app.cell
def top(desk, speak, refresh, saved, turn):
    undo = page.undo_button(desk, speak, refresh, turn(), saved())
    page.top_bar(desk, speak, undo)
    return


@app.cell
def load(desk, turn):
    snapshot = desk.at(turn())
    pool = Pool.of(snapshot)
    who = Names.of(snapshot)
    return pool, snapshot, who


@app.cell
def weigh(desk, speak, refresh, snapshot, turn):
    weights = controls.weight_sliders(desk, speak, turn())
    switches = controls.rule_switches(desk, speak)
    start_from = controls.preset_picker(desk, speak, refresh)
    reset = controls.reset_button(desk, speak, refresh)
    aims = aim.aim_picker(desk, speak, turn())
    price = aim.price_box(desk, speak, turn())
    kinds_offered = kinds.kind_picker(desk, speak, refresh)
    more_settings = [aim.aim_panel(aims, price, speak), kinds.kind_panel(kinds_offered, speak)]
    controls.weight_panel(snapshot, weights, switches, [start_from, reset], more_settings, speak)
    return aims, price, switches, weights


@app.cell
def first(aims, desk, pool, price, speak, snapshot, switches, weights, who):
    settings = aim.with_aim(controls.settings_of(weights, switches), aims, price)
    proposal = propose(pool, settings)
    change = desk.step(proposal)
    page.answer(headline.first_lines(snapshot, proposal), change, snapshot, who, speak)
    return change, proposal, settings


@app.cell
def names(desk, speak, refresh, turn):
    hide_names = pairing.names_switch(desk, speak, refresh, turn())
    return (hide_names,)


@app.cell
def decide(desk, hide_names, open_count, speak, refresh, snapshot):
    confirm = pairing.confirm_button(desk, open_count(), snapshot, speak, refresh)
    pairing.decide_bar(desk, confirm, hide_names, snapshot, speak)
    return


@app.cell
def pairs(speak):
    board = mo.ui.anywidget(empty_board(speak))
    board
    return (board,)


@app.cell
def questions(speak):
    draw = stability.draw_button(speak)
    asks = section_switches(speak)
    talks = preferences.talks_picker(speak)
    return asks, draw, talks


@app.cell
def fill(board, change, draw, proposal, speak, who):
    known = stability.how_sure(draw, proposal, speak)
    fill_board(board.widget, proposal, change, who, speak, stability.board_sureness(proposal, known))
    return (known,)


@app.cell
def why(board, look, proposal, speak, set_look, turn, who):
    pair = chosen_pair(board, proposal)
    page.steady(look, set_look, Look(pair, turn()))
    pair_card(board, pair, proposal, who, speak)
    return


@app.cell
def ask_why_not(desk, look, speak):
    other = why_not.mentor_picker(desk, look(), speak)
    other
    return (other,)


@app.cell
def ask_what_if(other, speak):
    what_if = why_not.change_switch(other, speak)
    return (what_if,)


@app.cell
def why_not_this(board, other, proposal, speak, what_if, who):
    asked = why_not.asked_about(board, other, proposal)
    why_not.why_not_panel(asked, what_if, proposal, who, speak)
    return


@app.cell
def word(desk, look, speak, refresh):
    form = pairing.word_form(desk, look(), speak, refresh)
    form
    return


@app.cell
def let_go(desk, look, speak, refresh):
    free = pairing.release_button(desk, look(), speak, refresh)
    free
    return


@app.cell
def words(desk, speak, refresh, snapshot):
    words_form = pairing.withdraw_form(desk, snapshot, speak, refresh)
    words_form
    return


@app.cell
def how_sure(draw, known, proposal, speak, who):
    stability.stability_panel(draw, proposal, known, who, speak)
    return


@app.cell
def not_placed(asks, proposal, speak, snapshot):
    pairing.unplaced_panel(unplaced(proposal), asks, snapshot, speak)
    return


@app.cell
def would_help(opened, speak):
    shortage.shortage_panel(opened(), speak)
    return


@app.cell
def ask_repairs(asks, snapshot):
    section_head(asks, "repairs", snapshot)
    return


@app.cell
def missing_answers(opened, speak):
    repairs.repairs_panel(opened(), speak)
    return


@app.cell
def ask_for_more(asks, snapshot):
    section_head(asks, "more", snapshot)
    return


@app.cell
def more(opened, speak):
    controls.more_panel(opened(), speak)
    return


@app.cell
def ask_compare(asks, snapshot):
    section_head(asks, "plans", snapshot)
    return


@app.cell
def compare(opened, speak):
    plans = scenarios.compared(opened())
    scenarios.comparison_panel(plans, opened(), speak)
    return (plans,)


@app.cell
def use_plans(desk, opened, plans, speak, refresh):
    keep = scenarios.save_form(desk, plans, speak, refresh)
    manage = scenarios.manage_form(desk, plans, speak, refresh)
    take_over = scenarios.take_over_form(desk, plans, opened(), speak, refresh)
    scenarios.use_panel(keep, manage, take_over)
    return


@app.cell
def talk_first(asks, speak, snapshot, talks):
    preferences.talks_head(section_head(asks, "talks", snapshot), talks, speak)
    return


@app.cell
def shortlist(opened, speak, talks):
    made = preferences.made_shortlist(opened(), talks)
    preferences.shortlist_panel(made, opened(), speak)
    return (made,)


@app.cell
def ask_answers(speak, turn):
    answers_file = preferences.answers_picker(speak, turn())
    return (answers_file,)


@app.cell
def answers(answers_file, made, speak, snapshot):
    answered = preferences.uploaded_answers(snapshot, answers_file)
    preferences.answers_panel(made, answers_file, answered, speak)
    return (answered,)


@app.cell
def record_answers(answered, desk, speak, refresh):
    record = preferences.record_button(desk, answered, speak, refresh)
    record
    return


@app.cell
def by_hand(desk, made, speak, refresh, snapshot):
    one_answer = preferences.answer_form(desk, snapshot, speak, refresh)
    preferences.by_hand(made, one_answer, snapshot, speak)
    return


@app.cell
def decided(speak, snapshot):
    decision = decisions.decision_picker(snapshot, speak)
    again = decisions.replay_button(speak)
    pairing.decisions_table(snapshot, speak)
    return again, decision


@app.cell
def replayed(again, decision, speak, snapshot):
    decisions.decision_panel(snapshot, decision, again, speak)
    return


@app.cell
def open_files(desk, speak, refresh, snapshot):
    sample = sign_ups.sample_button(desk, speak, refresh)
    sign_ups.sign_up_panel(snapshot, sample, speak)
    return (sample,)


@app.cell
def lines(speak, snapshot):
    sign_ups.line_report(snapshot, speak)
    return


@app.cell
def hand_on(asks, open_count, opened, proposal, set_open_count, set_opened, snapshot, who):
    page.steady(opened, set_opened, opened_sections(asks, proposal, snapshot, who))
    page.steady(open_count, set_open_count, headline.to_confirm(proposal))
    return


@app.cell
def save(desk, set_saved, settings):
    controls.remember(desk, settings, set_saved)
    aim.remember_aim(desk, settings, set_saved)
    return


@app.cell
def foot(desk, speak):
    page.foot(desk, speak)
    return


if __name__ == "__main__":
    app.run()
