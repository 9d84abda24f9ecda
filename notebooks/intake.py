import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="Sign-ups", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.text import reader
    from mentorkit.ui.frame import top as frame
    from mentorkit.ui.frame.menu import programme_menu
    from mentorkit.ui.frame.opening import open_desk
    from mentorkit.ui.frame.page import Page
    from mentorkit.ui.intake import card as intake_card
    from mentorkit.ui.intake import columns as intake_columns
    from mentorkit.ui.intake import confirm as intake_confirm
    from mentorkit.ui.intake import file as intake_file
    from mentorkit.ui.intake import kept as intake_kept
    from mentorkit.ui.intake import lines as intake_lines
    from mentorkit.ui.intake import own_topics, questions, workbooks
    from mentorkit.ui.intake import reading as intake_reading
    from mentorkit.ui.intake import review as intake_review
    from mentorkit.ui.intake import seen as intake_seen
    from mentorkit.ui.intake import steps as intake_steps
    from mentorkit.ui.intake import values as intake_values
    from mentorkit.ui.intake.draft import Draft, Place
    from mentorkit.workflows.intake.looked_at import Look


@app.cell
def open_programme():
    desk = open_desk(mo.query_params())
    return (desk,)


@app.cell
def listen(desk):
    query, kept = mo.query_params(), intake_kept.open_kept(desk)
    turn, saved, told, refresh = frame.listening(desk)
    return kept, query, refresh, saved, told, turn


@app.cell
def language(desk, query, refresh):
    page = Page(desk, reader(query, desk.language), refresh)
    take_back = frame.take_back_button(page)
    return page, take_back


@app.cell
def open_import(desk, kept, refresh):
    keep_now = intake_kept.keeper(kept, desk, refresh)
    step, set_step = intake_kept.kept_state(kept, "step", keep_now)
    files, set_files = intake_kept.kept_state(kept, "files", keep_now)
    edits, set_edits = intake_kept.kept_state(kept, "edits", keep_now)
    look, set_look = mo.state(Look(), allow_self_loops=True)
    taken, set_taken = mo.state(None, allow_self_loops=True)
    draft = Draft(set_edits, set_look, kept.edits, keep_now)
    go = intake_steps.walker(draft, set_step, desk, refresh)
    choose = intake_file.chooser(draft, set_files, set_taken)
    return choose, draft, edits, files, go, look, set_taken, step, taken


@app.cell
def open_workbook():
    workbook, set_workbook = mo.state(None, allow_self_loops=True)
    return set_workbook, workbook


@app.cell
def ask_programme(page, turn):
    menu = programme_menu(page, turn())
    return (menu,)


@app.cell
def top(draft, menu, page, query, saved, told, turn):
    undo = frame.undo_button(page, turn(), saved(), told())
    switch = frame.language_button(query.set, page.speak, draft.check)
    frame.top_bar(page, undo, menu, "intake", switch)
    return


@app.cell
def load(desk, turn):
    snapshot = desk.at(turn())
    return (snapshot,)


@app.cell
def open_files(files, page):
    opened = intake_reading.read_all(page, files())
    return (opened,)


@app.cell
def begin(files, step):
    chosen_files = intake_file.files_at(step(), files())
    is_start = intake_file.is_start(step(), files())
    return chosen_files, is_start


@app.cell
def after(desk, taken, turn):
    done = intake_confirm.still_taken(taken(), desk, turn())
    return (done,)


@app.cell
def review_rows(done, edits, opened, page, snapshot):
    review = intake_reading.reviewed(page, opened, edits(), done, snapshot)
    return (review,)


@app.cell
def where(review, step):
    place = Place(step(), review)
    return (place,)


@app.cell
def arrive(step):
    intake_steps.arrive(step())
    return


@app.cell
def first(done, opened, page, place):
    intake_steps.step_answer(page, place, opened, done)
    return


@app.cell
def ask_files(choose, chosen_files, page, snapshot):
    area = intake_file.file_area(page, chosen_files, choose)
    other_files = intake_file.file_buttons(page, chosen_files, snapshot, choose)
    return area, other_files


@app.cell
def chosen(area, opened, other_files, page, review):
    intake_file.file_panel(page, area, other_files, opened, review)
    return


@app.cell
def ask_what_we_see(draft, page, place):
    sheets = intake_seen.sheet_fields(page.at("seen"), place, draft)
    again = intake_seen.again_button(page, place, draft)
    return again, sheets


@app.cell
def what_we_see(again, page, place, sheets, take_back, told):
    seen = intake_seen.sheet_panel(page, sheets, again, place.review)
    page.at("seen").under(told(), take_back, seen)
    return


@app.cell
def which_columns(draft, page, place):
    columns = intake_columns.column_fields(page, place, draft)
    own = intake_columns.own_ticks(page, place, draft)
    intake_columns.column_panel(page, columns, place.review, own)
    return columns, own


@app.cell
def which_values(draft, page, place, snapshot):
    answers = intake_values.choice_fields(page, place, draft, snapshot.programme.topic_names)
    intake_values.choice_panel(page, place, answers)
    return (answers,)


@app.cell
def ask_own_list(draft, is_start, page, place, turn):
    is_asked = is_start or intake_values.is_shown(place)
    topics = own_topics.topics_area(page.at("topics"), draft, is_asked, turn())
    keep = own_topics.keep_button(page.at("topics"), place, draft)
    return keep, topics


@app.cell
def how_split(page, place):
    intake_values.split_panel(page, place)
    return


@app.cell
def review_lists(draft, look, page, place):
    tabs = intake_review.tab_picker(page, place, look(), draft)
    lines = intake_lines.review_lines(page, place, look(), draft)
    pages = intake_review.page_buttons(page, place, look(), draft)
    intake_review.review_panel(page, place, look(), tabs, lines.table, pages)
    return lines, pages, tabs


@app.cell
def one_row(draft, look, page, place):
    row = intake_card.open_answers(page, place, look(), draft)
    row.panel()
    return (row,)


@app.cell
def ask_confirm(draft, page, place, set_taken):
    take = intake_confirm.take_in_button(page.at("take"), place, draft, set_taken)
    return (take,)


@app.cell
def confirm(done, page, place, take, take_back, told):
    confirming = intake_confirm.confirm_panel(page, place, done, take)
    page.at("take").under(told(), take_back, confirming)
    return


@app.cell
def first_steps(page, place):
    questions.readiness_panel(page, place)
    return


@app.cell
def repair(page, place):
    intake_confirm.repair_download(page, place)
    return


@app.cell
def move(done, go, page, place):
    moves = intake_steps.move_buttons(page, place, done, go)
    intake_steps.move_bar(moves)
    return (moves,)


@app.cell
def start_from(is_start, page, snapshot):
    questions.questions_panel(page, is_start, snapshot.programme)
    return


@app.cell
def own_list(keep, page, take_back, told, topics):
    topics_asked = own_topics.own_topics_panel(page, topics, keep)
    page.at("topics").under(told(), take_back, topics_asked)
    return


@app.cell
def again_chosen(desk, page, set_workbook, turn, workbook):
    workbook_area = workbooks.workbook_area(page, workbook(), set_workbook)
    differs = workbooks.what_differs(desk, workbook(), turn())
    workbook_ticks = workbooks.conflict_boxes(page, differs)
    return differs, workbook_area, workbook_ticks


@app.cell
def ask_workbook(differs, page, set_workbook, turn, workbook, workbook_ticks):
    whole, at = workbooks.export_button(page, turn()), page.at("workbook")
    take_changes = workbooks.take_in_workbook_button(at, workbook(), differs, workbook_ticks, set_workbook)
    return take_changes, whole


@app.cell
def programme_workbook(
    differs, is_start, page, take_back, take_changes, told, whole, workbook_area, workbook_ticks
):
    buttons = (take_changes, whole, workbook_area)
    changed = workbooks.workbook_panel(page, is_start, differs, workbook_ticks, *buttons)
    page.at("workbook").under(told(), take_back, changed)
    return


@app.cell
def foot(page):
    frame.foot(page)
    return


if __name__ == "__main__":
    app.run()
