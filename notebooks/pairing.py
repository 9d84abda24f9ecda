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
    from mentorkit.views.names import Who
    from mentorkit.views.pairing import headline


@app.cell
def open_programme():
    desk = open_desk()
    read = page.reader(mo.query_params())
    turn, set_turn = mo.state(0, allow_self_loops=True)
    saved, set_saved = mo.state(0, allow_self_loops=True)
    refresh = page.refresher(set_turn, set_saved)
    look, set_look = mo.state(Look(None, 0))
    open_count, set_open_count = mo.state(0)
    opened, set_opened = mo.state(None)
    return (
        desk,
        look,
        open_count,
        opened,
        read,
        refresh,
        saved,
        set_look,
        set_open_count,
        set_opened,
        set_saved,
        turn,
    )


@app.cell
def top(desk, read, refresh, saved, turn):
    undo = page.undo_button(desk, read, refresh, turn(), saved())
    page.top_bar(desk, read, undo)
    return


@app.cell
def load(desk, turn):
    snapshot = desk.at(turn())
    pool = Pool.of(snapshot)
    who = Who.of(snapshot)
    return pool, snapshot, who


@app.cell
def weigh(desk, read, refresh, snapshot, turn):
    weights = controls.weight_sliders(desk, read, turn())
    switches = controls.rule_switches(desk, read)
    start_from = controls.preset_picker(desk, read, refresh)
    reset = controls.reset_button(desk, read, refresh)
    aims = aim.aim_picker(desk, read, turn())
    price = aim.price_box(desk, read, turn())
    kinds_offered = kinds.kind_picker(desk, read, refresh)
    more_settings = [aim.aim_panel(aims, price, read), kinds.kind_panel(kinds_offered, read)]
    controls.weight_panel(snapshot, weights, switches, [start_from, reset], more_settings, read)
    return aims, price, switches, weights


@app.cell
def first(aims, desk, pool, price, read, snapshot, switches, weights, who):
    settings = aim.with_aim(controls.settings_of(weights, switches), aims, price)
    proposal = propose(pool, settings)
    change = desk.step(proposal)
    page.answer(headline.first_lines(snapshot, proposal), change, snapshot, who, read)
    return change, proposal, settings


@app.cell
def names(desk, read, refresh, turn):
    hide_names = pairing.names_switch(desk, read, refresh, turn())
    return (hide_names,)


@app.cell
def decide(desk, hide_names, open_count, read, refresh, snapshot):
    confirm = pairing.confirm_button(desk, open_count(), snapshot, read, refresh)
    pairing.decide_bar(desk, confirm, hide_names, snapshot, read)
    return


@app.cell
def pairs(read):
    board = mo.ui.anywidget(empty_board(read))
    board
    return (board,)


@app.cell
def questions(read):
    draw = stability.draw_button(read)
    asks = section_switches(read)
    talks = preferences.talks_picker(read)
    return asks, draw, talks


@app.cell
def fill(board, change, draw, proposal, read, who):
    known = stability.how_sure(draw, proposal, read)
    fill_board(board.widget, proposal, change, who, read, stability.board_sureness(proposal, known))
    return (known,)


@app.cell
def why(board, look, proposal, read, set_look, turn, who):
    pair = chosen_pair(board, proposal)
    page.steady(look, set_look, Look(pair, turn()))
    pair_card(board, pair, proposal, who, read)
    return


@app.cell
def ask_why_not(desk, look, read):
    other = why_not.mentor_picker(desk, look(), read)
    other
    return (other,)


@app.cell
def ask_what_if(other, read):
    what_if = why_not.change_switch(other, read)
    return (what_if,)


@app.cell
def why_not_this(board, other, proposal, read, what_if, who):
    asked = why_not.asked_about(board, other, proposal)
    why_not.why_not_panel(asked, what_if, proposal, who, read)
    return


@app.cell
def word(desk, look, read, refresh):
    form = pairing.word_form(desk, look(), read, refresh)
    form
    return


@app.cell
def let_go(desk, look, read, refresh):
    free = pairing.release_button(desk, look(), read, refresh)
    free
    return


@app.cell
def words(desk, read, refresh, snapshot):
    words_form = pairing.withdraw_form(desk, snapshot, read, refresh)
    words_form
    return


@app.cell
def how_sure(draw, known, proposal, read, who):
    stability.stability_panel(draw, proposal, known, who, read)
    return


@app.cell
def not_placed(asks, proposal, read, snapshot):
    pairing.unplaced_panel(unplaced(proposal), asks, snapshot, read)
    return


@app.cell
def would_help(opened, read):
    shortage.shortage_panel(opened(), read)
    return


@app.cell
def ask_repairs(asks, snapshot):
    section_head(asks, "repairs", snapshot)
    return


@app.cell
def missing_answers(opened, read):
    repairs.repairs_panel(opened(), read)
    return


@app.cell
def ask_for_more(asks, snapshot):
    section_head(asks, "more", snapshot)
    return


@app.cell
def more(opened, read):
    controls.more_panel(opened(), read)
    return


@app.cell
def ask_compare(asks, snapshot):
    section_head(asks, "plans", snapshot)
    return


@app.cell
def compare(opened, read):
    plans = scenarios.compared(opened())
    scenarios.comparison_panel(plans, opened(), read)
    return (plans,)


@app.cell
def use_plans(desk, opened, plans, read, refresh):
    keep = scenarios.save_form(desk, plans, read, refresh)
    manage = scenarios.manage_form(desk, plans, read, refresh)
    take_over = scenarios.take_over_form(desk, plans, opened(), read, refresh)
    scenarios.use_panel(keep, manage, take_over)
    return


@app.cell
def talk_first(asks, read, snapshot, talks):
    preferences.talks_head(section_head(asks, "talks", snapshot), talks, read)
    return


@app.cell
def shortlist(opened, read, talks):
    made = preferences.made_shortlist(opened(), talks)
    preferences.shortlist_panel(made, opened(), read)
    return (made,)


@app.cell
def ask_answers(read, turn):
    answers_file = preferences.answers_picker(read, turn())
    return (answers_file,)


@app.cell
def answers(answers_file, made, read, snapshot):
    answered = preferences.uploaded_answers(snapshot, answers_file)
    preferences.answers_panel(made, answers_file, answered, read)
    return (answered,)


@app.cell
def record_answers(answered, desk, read, refresh):
    record = preferences.record_button(desk, answered, read, refresh)
    record
    return


@app.cell
def by_hand(desk, made, read, refresh, snapshot):
    one_answer = preferences.answer_form(desk, snapshot, read, refresh)
    preferences.by_hand(made, one_answer, snapshot, read)
    return


@app.cell
def decided(read, snapshot):
    decision = decisions.decision_picker(snapshot, read)
    again = decisions.replay_button(read)
    pairing.decisions_table(snapshot, read)
    return again, decision


@app.cell
def replayed(again, decision, read, snapshot):
    decisions.decision_panel(snapshot, decision, again, read)
    return


@app.cell
def open_files(desk, read, refresh, snapshot):
    sample = sign_ups.sample_button(desk, read, refresh)
    sign_ups.sign_up_panel(snapshot, sample, read)
    return (sample,)


@app.cell
def lines(read, snapshot):
    sign_ups.line_report(snapshot, read)
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
def foot(desk, read):
    page.foot(desk, read)
    return


if __name__ == "__main__":
    app.run()
