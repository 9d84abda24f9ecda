import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="Pairing", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.text import reader
    from mentorkit.ui.frame import top as frame
    from mentorkit.ui.frame.menu import programme_menu
    from mentorkit.ui.frame.opening import open_desk
    from mentorkit.ui.frame.page import Page
    from mentorkit.ui.intake import sign_ups
    from mentorkit.ui.pairing import aim, controls, decisions, kinds, scenarios, shortage, stability, why_not
    from mentorkit.ui.pairing import missing_answers as repairs
    from mentorkit.ui.pairing import pairs as pairing
    from mentorkit.ui.pairing import preferences as first_talks
    from mentorkit.ui.pairing import words as words_ui
    from mentorkit.ui.pairing.board import PairAtTurn, chosen_pair, empty_board, fill_board, pair_card
    from mentorkit.ui.pairing.proposing import pool_of, proposal_of
    from mentorkit.ui.pairing.tabs import show_in, tab_bar, tabs_of
    from mentorkit.views.names import Names
    from mentorkit.views.pairing import headline, printed_pairs


@app.cell
def open_programme():
    desk = open_desk(mo.query_params())
    return (desk,)


@app.cell
def listen(desk):
    query = mo.query_params()
    turn, saved, told, refresh = frame.listening(desk)
    look, set_look = mo.state(PairAtTurn(None, 0))
    open_count, set_open_count = mo.state(None)
    preset, set_preset = mo.state(controls.active_preset(desk.snapshot.programme.weights))
    return look, open_count, preset, query, refresh, saved, set_look, set_open_count, set_preset, told, turn


@app.cell
def language(desk, query, refresh):
    page = Page(desk, reader(query, desk.language), refresh)
    take_back = frame.take_back_button(page)
    return page, take_back


@app.cell
def names(page, turn):
    menu, hide_names = programme_menu(page, turn()), pairing.names_switch(page, turn())
    return hide_names, menu


@app.cell
def top(menu, page, query, saved, told, turn):
    undo, latest = frame.undo_button(page, turn(), saved(), told()), frame.latest_button(page)
    switch = frame.language_button(query.set, page.speak)
    frame.top_bar(page, undo, menu, switch=switch, latest=latest)
    return


@app.cell
def load(desk, turn):
    snapshot = desk.at(turn())
    pool, who = pool_of(desk, snapshot, mo.query_params()), Names.of(snapshot)
    return pool, snapshot, who


@app.cell
def first(aims, desk, page, pool, price, snapshot, switches, weights, who):
    settings = aim.with_aim(page, controls.settings_of(weights, switches), aims, price)
    proposal = proposal_of(page, pool, settings)
    change = desk.step(proposal)
    said = headline.first_lines(snapshot, proposal, who.leading)
    frame.answer(page, said, change, who, printed_pairs.what_counted(proposal))
    return change, proposal, settings


@app.cell
def presets(page, preset):
    start_from = controls.preset_picker(page, preset())
    controls.preset_panel(page, start_from)
    return


@app.cell
def weigh(page, turn):
    weights = controls.weight_sliders(page, turn())
    switches = controls.rule_switches(page)
    aims, price = aim.aim_picker(page, turn()), aim.price_box(page, turn())
    kinds_offered = kinds.kind_picker(page)
    controls.settings_panel(
        page,
        controls.weight_panel(page, weights),
        controls.rule_panel(page, switches),
        aim.aim_panel(page, aims, price),
        kinds.kind_panel(page, kinds_offered),
    )
    return aims, price, switches, weights


@app.cell
def buttons(open_count, page, snapshot):
    confirm = pairing.confirm_button(page.at("decide"), open_count())
    withdraw = words_ui.withdraw_buttons(page.at("words"), snapshot)
    return confirm, withdraw


@app.cell
def decide(confirm, hide_names, open_count, page, take_back, told):
    bar = pairing.decide_bar(page, confirm, hide_names, open_count())
    page.at("decide").under(told(), take_back, bar)
    return


@app.cell
def open_files(page, snapshot):
    sign_ups.sign_up_panel(page, snapshot)
    return


@app.cell
def doors_of(page):
    pairs_tab, set_pairs = mo.state(None)
    unplaced_tab, set_unplaced = mo.state(None)
    missing_tab, set_missing = mo.state(None)
    compare_tab, set_compare = mo.state(None)
    talks_tab, set_talks = mo.state(None)
    doors = {
        "pairs": (pairs_tab, set_pairs),
        "unplaced": (unplaced_tab, set_unplaced),
        "missing": (missing_tab, set_missing),
        "compare": (compare_tab, set_compare),
        "talks": (talks_tab, set_talks),
    }
    page_tabs = mo.ui.anywidget(tabs_of(page))
    draw, talks = stability.draw_button(page), first_talks.talks_picker(page)
    return compare_tab, doors, draw, missing_tab, page_tabs, pairs_tab, talks, talks_tab, unplaced_tab


@app.cell
def tabs(page, page_tabs):
    tab = page_tabs.value["shown"]
    tab_bar(page, page_tabs, tab)
    return (tab,)


@app.cell
def fill(change, page, proposal, shown, tab, who):
    mo.stop(tab != "pairs")
    fill_board(shown, proposal, change, who, page.speak)
    return


@app.cell
def pairs(page):
    shown = empty_board(page.speak)
    board = mo.ui.anywidget(shown)
    board
    return board, shown


@app.cell
def why(board, look, page, proposal, set_look, tab, turn, who):
    mo.stop(tab != "pairs")
    pair = chosen_pair(board, proposal)
    frame.steady(look, set_look, PairAtTurn(pair, turn()))
    pair_card(page, board, pair, proposal, who)
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
def why_not_this(board, other, page, proposal, tab, what_if):
    mo.stop(tab != "pairs")
    asked = why_not.asked_about(board, other, proposal)
    why_not.why_not_panel(page, asked, what_if, proposal)
    return


@app.cell
def ask_word(look, other, page):
    form = words_ui.word_form(page.at("word"), look(), other)
    free = words_ui.release_button(page.at("word"), look())
    return form, free


@app.cell
def word(form, free, look, other, page, take_back, told):
    about = words_ui.word_head(page, look(), other)
    page.at("word").under(told(), take_back, about, form, free)
    return


@app.cell
def words(page, snapshot, take_back, told, withdraw):
    page.at("words").under(told(), take_back, words_ui.words_table(page, snapshot, withdraw))
    return


@app.cell
def how_sure(draw, page, pairs_tab, shown):
    stability.sureness_panel(page, shown, draw, pairs_tab())
    return


@app.cell
def not_placed(page, unplaced_tab):
    pairing.unplaced_panel(page, unplaced_tab())
    return


@app.cell
def would_help(page, unplaced_tab):
    shortage.shortage_panel(page, unplaced_tab())
    return


@app.cell
def missing_answers(missing_tab, page):
    repairs.repairs_panel(page, missing_tab())
    return


@app.cell
def compare(compare_tab, page):
    plans = scenarios.plans_side_by_side(compare_tab())
    scenarios.comparison_panel(page, plans, compare_tab())
    return (plans,)


@app.cell
def ask_use_plans(compare_tab, page, plans):
    keep = scenarios.save_form(page.at("keep"), plans)
    manage = scenarios.manage_form(page.at("manage"), plans)
    take_over = scenarios.take_over_form(page.at("take_over"), plans, compare_tab())
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
def spread(compare_tab, page):
    scenarios.spread_panel(page, compare_tab())
    return


@app.cell
def talk_first(page, talks):
    first_talks.talks_head(page, talks)
    return


@app.cell
def shortlist(page, talks, talks_tab):
    made = first_talks.made_shortlist(talks_tab(), talks)
    first_talks.shortlist_panel(page, made, talks_tab())
    return (made,)


@app.cell
def ask_answers(page, turn):
    answers_file = first_talks.answers_picker(page, turn())
    return (answers_file,)


@app.cell
def answers(answers_file, made, page, snapshot):
    answered = first_talks.uploaded_answers(snapshot, answers_file)
    first_talks.answers_panel(page, made, answers_file, answered)
    return (answered,)


@app.cell
def ask_record(answered, page, snapshot):
    record = first_talks.record_button(page.at("answers"), answered)
    one_answer = first_talks.answer_form(page.at("answer"), snapshot)
    return one_answer, record


@app.cell
def record_answers(made, one_answer, page, record, snapshot, take_back, told):
    from_file = page.at("answers").under(told(), take_back, record)
    by_hand = page.at("answer").under(told(), take_back, one_answer)
    first_talks.record_panel(page, made, snapshot, from_file, by_hand)
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
def hand_on(doors, open_count, preset, proposal, set_open_count, set_preset, settings, snapshot, tab, who):
    frame.steady(preset, set_preset, controls.active_preset(settings.weights))
    show_in(doors.get(tab), proposal, snapshot, who)
    frame.steady(open_count, set_open_count, headline.to_confirm(proposal))
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
