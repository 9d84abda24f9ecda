import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="mentorkit", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.matching import Pool, propose, unplaced
    from mentorkit.ui import controls, page, pairing, sign_ups
    from mentorkit.ui.desk import open_desk
    from mentorkit.views import headline
    from mentorkit.views.pairs import pair_rows, pick_rows
    from mentorkit.views.spread import spread_chart
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
def undo_step(desk, read, refresh, saved, turn):
    undo = page.undo_button(desk, read, refresh, turn(), saved())
    return (undo,)


@app.cell
def top(desk, read, undo):
    page.top_bar(desk, read, undo)
    return


@app.cell
def load(desk, turn):
    snapshot = desk.at(turn())
    pool = Pool.of(snapshot)
    who = Who.of(snapshot)
    return pool, snapshot, who


@app.cell
def choose(desk, read, refresh, turn):
    weights = controls.weight_sliders(desk, read, turn())
    switches = controls.rule_switches(desk, read)
    start_from = controls.preset_picker(desk, read, refresh)
    reset = controls.reset_button(desk, read, refresh)
    return reset, start_from, switches, weights


@app.cell
def weigh(read, reset, snapshot, start_from, switches, weights):
    controls.weight_panel(snapshot, weights, switches, start_from, reset, read)
    return


@app.cell
def derive(desk, pool, switches, weights):
    settings = controls.settings_of(weights, switches)
    proposal = propose(pool, settings)
    change = desk.step(proposal)
    return change, proposal, settings


@app.cell
def first(desk, proposal, read, snapshot):
    page.first_lines(headline.first_lines(snapshot, proposal), desk.notice, read)
    return


@app.cell
def decide_buttons(desk, proposal, read, refresh):
    confirm = pairing.confirm_button(desk, proposal, read, refresh)
    return (confirm,)


@app.cell
def decide(confirm, proposal, read, snapshot):
    pairing.decide_bar(confirm, snapshot, proposal, read)
    return


@app.cell
def ripple(change, read, snapshot, who):
    page.ripple_box(snapshot, change, who, read)
    return


@app.cell
def look_for(read):
    search = pairing.search_box(read)
    order = pairing.order_picker(read)
    return order, search


@app.cell
def choose_pair(desk, order, proposal, read, search, snapshot):
    rows = pair_rows(snapshot, proposal)
    picked = pick_rows(rows, search.value, order.value)
    table = pairing.pairs_table(desk, picked, read)
    return picked, rows, table


@app.cell
def pairs(order, picked, read, rows, search, table):
    pairing.pairs_panel(rows, picked, pairing.pairs_tools(search, order, table), read)
    return


@app.cell
def why(desk, proposal, read, rows, table):
    pair = pairing.select_pair(desk, rows, table)
    pairing.pair_card(pair, proposal, read)
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
def spread(proposal, read):
    spread_chart(proposal, read)
    return


@app.cell
def choose_costs(read):
    ask_costs = controls.cost_switch(read)
    return (ask_costs,)


@app.cell
def costs(ask_costs, proposal, read):
    controls.cost_panel(ask_costs, proposal, read)
    return


@app.cell
def decisions(read, snapshot):
    pairing.decisions_table(snapshot, read)
    return


@app.cell
def choose_files(desk, read, refresh, turn):
    mentors_file = sign_ups.file_picker("mentor", read, turn())
    mentees_file = sign_ups.file_picker("mentee", read, turn())
    sample = sign_ups.sample_button(desk, read, refresh)
    return mentees_file, mentors_file, sample


@app.cell
def open_files(mentees_file, mentors_file, read, sample, snapshot):
    sign_ups.sign_up_panel(snapshot, [mentors_file, mentees_file, sample], read)
    return


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
