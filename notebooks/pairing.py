import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="mentorkit", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.matching import Pool, propose, unplaced
    from mentorkit.ui import controls, page, pairing, sign_ups
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
    controls.weight_panel(snapshot, weights, switches, start_from, reset, read)
    return switches, weights


@app.cell
def derive(desk, pool, switches, weights):
    settings = controls.settings_of(weights, switches)
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
def fill(board, change, proposal, read, who):
    fill_board(board.widget, proposal, change, who, read)
    return


@app.cell
def why(board, proposal, read, who):
    pair = chosen_pair(board, proposal)
    pair_card(board, pair, proposal, who, read)
    return (pair,)


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
def not_placed(proposal, read, snapshot):
    pairing.unplaced_panel(unplaced(proposal), snapshot, read)
    return


@app.cell
def ask_for_more(read, snapshot):
    ask_more = controls.more_switch(read)
    controls.more_head(snapshot, ask_more)
    return (ask_more,)


@app.cell
def more(ask_more, proposal, read):
    controls.more_panel(ask_more, proposal, read)
    return


@app.cell
def decisions(read, snapshot):
    pairing.decisions_table(snapshot, read)
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
    return


@app.cell
def foot(desk, read):
    page.foot(desk, read)
    return


if __name__ == "__main__":
    app.run()
