import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="mentorkit", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.matching import Pool, propose, unplaced
    from mentorkit.ui import (
        aim,
        controls,
        decisions,
        kinds,
        page,
        pairing,
        preferences,
        scenarios,
        shortage,
        sign_ups,
        stability,
        why_not,
    )
    from mentorkit.ui.board import chosen_pair, empty_board, fill_board, pair_card
    from mentorkit.ui.desk import open_desk
    from mentorkit.views import headline
    from mentorkit.views.who import Who


@app.cell
def open_programme():
    desk = open_desk()
    read = page.reader(mo.query_params())
    turn, set_turn = mo.state(0, allow_self_loops=True)
    saved, set_saved = mo.state(0, allow_self_loops=True)
    refresh = page.refresher(set_turn, set_saved)
    return desk, read, refresh, saved, set_saved, turn


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
def derive(aims, desk, pool, price, switches, weights):
    settings = aim.with_aim(controls.settings_of(weights, switches), aims, price)
    proposal = propose(pool, settings)
    change = desk.step(proposal)
    return change, proposal, settings


@app.cell
def first(desk, proposal, read, saved, snapshot):
    page.first_lines(headline.first_lines(snapshot, proposal), desk.told(saved()), read)
    return


@app.cell
def ripple(change, read, snapshot, who):
    page.ripple_box(snapshot, change, who, read)
    return


@app.cell
def names(desk, read, refresh, turn):
    hide_names = pairing.names_switch(desk, read, refresh, turn())
    return (hide_names,)


@app.cell
def decide(desk, hide_names, proposal, read, refresh, snapshot):
    confirm = pairing.confirm_button(desk, proposal, read, refresh)
    pairing.decide_bar(confirm, hide_names, snapshot, proposal, read)
    return


@app.cell
def pairs(read):
    board = mo.ui.anywidget(empty_board(read))
    board
    return (board,)


@app.cell
def questions(read):
    draw = stability.draw_button(read)
    ask_help = shortage.shortage_switch(read)
    ask_more = controls.more_switch(read)
    ask_plans = scenarios.compare_switch(read)
    ask_first = preferences.talks_switch(read)
    talks = preferences.talks_picker(read)
    return ask_first, ask_help, ask_more, ask_plans, draw, talks


@app.cell
def sure(draw, proposal, read):
    known = stability.how_sure(draw, proposal, read)
    return (known,)


@app.cell
def fill(board, change, known, proposal, read, who):
    fill_board(board.widget, proposal, change, who, read, stability.board_sureness(proposal, known))
    return


@app.cell
def why(board, proposal, read, who):
    pair = chosen_pair(board, proposal)
    pair_card(board, pair, proposal, who, read)
    return (pair,)


@app.cell
def ask_why_not(board, proposal, read, who):
    other = why_not.mentor_picker(board, proposal, who, read)
    other
    return (other,)


@app.cell
def ask_what_if(board, other, proposal, read):
    what_if = why_not.change_switch(board, other, proposal, read)
    asked = why_not.asked_about(board, other, proposal)
    what_if
    return asked, what_if


@app.cell
def why_not_this(asked, proposal, read, what_if, who):
    why_not.why_not_panel(asked, what_if, proposal, who, read)
    return


@app.cell
def word(desk, pair, proposal, read, refresh):
    form = pairing.word_form(desk, pair, proposal, read, refresh)
    form
    return


@app.cell
def let_go(desk, pair, read, refresh):
    free = pairing.release_button(desk, pair, read, refresh)
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
def not_placed(proposal, read, snapshot):
    pairing.unplaced_panel(unplaced(proposal), snapshot, read)
    return


@app.cell
def ask_shortage(ask_help, proposal):
    shortage.shortage_head(ask_help, proposal)
    return


@app.cell
def would_help(ask_help, proposal, read, who):
    shortage.shortage_panel(ask_help, proposal, who, read)
    return


@app.cell
def ask_for_more(ask_more, snapshot):
    controls.more_head(snapshot, ask_more)
    return


@app.cell
def more(ask_more, proposal, read):
    controls.more_panel(ask_more, proposal, read)
    return


@app.cell
def ask_compare(ask_plans, snapshot):
    scenarios.compare_head(snapshot, ask_plans)
    return


@app.cell
def compare(ask_plans, pool, proposal, read, snapshot):
    plans = scenarios.compared(ask_plans, pool, proposal, snapshot)
    scenarios.comparison_panel(plans, snapshot, read)
    return (plans,)


@app.cell
def use_plans(desk, plans, proposal, read, refresh):
    keep = scenarios.save_form(desk, plans, read, refresh)
    manage = scenarios.manage_form(desk, plans, read, refresh)
    take_over = scenarios.take_over_form(desk, plans, proposal, read, refresh)
    scenarios.use_panel(keep, manage, take_over)
    return


@app.cell
def talk_first(ask_first, read, snapshot, talks):
    preferences.talks_head(ask_first, talks, snapshot, read)
    return


@app.cell
def shortlist(ask_first, proposal, read, snapshot, talks):
    made = preferences.made_shortlist(ask_first, talks, proposal)
    preferences.shortlist_panel(made, snapshot, proposal, read)
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
def open_files(desk, read, refresh, snapshot, turn):
    mentors_file = sign_ups.file_picker("mentor", read, turn())
    mentees_file = sign_ups.file_picker("mentee", read, turn())
    sample = sign_ups.sample_button(desk, read, refresh)
    sign_ups.sign_up_panel(snapshot, [mentors_file, mentees_file, sample], read)
    return mentees_file, mentors_file


@app.cell
def report(mentees_file, mentors_file, read, snapshot):
    reading = sign_ups.read_files(snapshot, mentors_file, mentees_file)
    sign_ups.reading_report(reading, read)
    return (reading,)


@app.cell
def take_in(desk, read, reading, refresh):
    take = sign_ups.take_in_button(desk, reading, read, refresh)
    take
    return


@app.cell
def findings(read, reading):
    sign_ups.findings(reading, read)
    return


@app.cell
def lines(read, snapshot):
    sign_ups.line_report(snapshot, read)
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
