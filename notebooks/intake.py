import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="mentorkit", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.ui.frame import page
    from mentorkit.ui.frame.desk import open_desk
    from mentorkit.ui.intake import columns as intake_columns
    from mentorkit.ui.intake import confirm as intake_confirm
    from mentorkit.ui.intake import file as intake_file
    from mentorkit.ui.intake import lines as intake_lines
    from mentorkit.ui.intake import own_topics, questions, workbooks
    from mentorkit.ui.intake import reading as intake_reading
    from mentorkit.ui.intake import review as intake_review
    from mentorkit.ui.intake import seen as intake_seen
    from mentorkit.ui.intake import steps as intake_steps
    from mentorkit.ui.intake import values as intake_values
    from mentorkit.ui.intake.draft import Draft
    from mentorkit.ui.intake.review import Look
    from mentorkit.workflows.intake.edits import Edits


@app.cell
def open_programme():
    desk = open_desk()
    return (desk,)


@app.cell
def listen():
    query = mo.query_params()
    turn, set_turn = mo.state(0, allow_self_loops=True)
    saved, set_saved = mo.state(0, allow_self_loops=True)
    refresh = page.refresher(set_turn, set_saved)
    return query, refresh, saved, turn


@app.cell
def language(desk, query):
    speak = page.reader(query, desk.language)
    return (speak,)


@app.cell
def open_import(refresh):
    step, set_step = mo.state("file", allow_self_loops=True)
    files, set_files = mo.state((), allow_self_loops=True)
    edits, set_edits = mo.state(Edits(), allow_self_loops=True)
    look, set_look = mo.state(Look(), allow_self_loops=True)
    taken, set_taken = mo.state(None, allow_self_loops=True)
    draft = Draft(set_edits)
    go = intake_steps.walker(draft, set_step, set_look)
    choose = intake_file.chooser(draft, set_files, set_taken)
    finish_import = intake_confirm.finisher(set_taken, refresh)
    return choose, draft, edits, files, finish_import, go, look, set_look, step, taken


@app.cell
def open_topics(desk, draft, refresh):
    her_list = own_topics.OwnTopics(desk, draft, refresh)
    return (her_list,)


@app.cell
def open_workbook(refresh):
    workbook, set_workbook = mo.state(workbooks.Chosen(), allow_self_loops=True)
    finish = workbooks.finisher(set_workbook, refresh)
    return finish, set_workbook, workbook


@app.cell
def top(desk, draft, query, speak, refresh, saved, turn):
    undo = page.undo_button(desk, speak, refresh, turn(), saved())
    switch = page.language_button(query.set, speak, draft.check)
    page.top_bar(desk, speak, undo, "intake", switch)
    return


@app.cell
def load(desk, turn):
    snapshot = desk.at(turn())
    return (snapshot,)


@app.cell
def open_files(files, speak):
    opened = intake_reading.read_all(files(), speak)
    return (opened,)


@app.cell
def place(step):
    here = step()
    return (here,)


@app.cell
def begin(files, here):
    is_start = intake_file.is_start(here, files())
    return (is_start,)


@app.cell
def after(desk, taken, turn):
    done = intake_confirm.still_taken(taken(), desk, turn())
    return (done,)


@app.cell
def review_rows(done, edits, opened, speak, snapshot):
    review = intake_reading.reviewed(snapshot, opened, edits(), done, speak)
    return (review,)


@app.cell
def arrive(step):
    intake_steps.arrive(step())
    return


@app.cell
def first(done, here, opened, speak, review):
    intake_steps.answer(here, opened, review, done, speak)
    return


@app.cell
def ask_files(choose, files, here, speak, snapshot):
    area = intake_file.file_area(here, files(), choose, speak)
    other_files = intake_file.file_buttons(here, files(), snapshot, choose, speak)
    return area, other_files


@app.cell
def chosen(area, here, opened, other_files, speak):
    intake_file.file_panel(here, area, other_files, opened, speak)
    return


@app.cell
def what_we_see(draft, here, speak, review):
    sheets = intake_seen.sheet_fields(here, review, draft, speak)
    again = intake_seen.again_button(here, draft, speak)
    intake_seen.sheet_panel(sheets, again, review, speak)
    return again, sheets


@app.cell
def which_columns(draft, here, speak, review):
    columns = intake_columns.column_fields(here, review, draft, speak)
    intake_columns.column_panel(columns, review, speak)
    return (columns,)


@app.cell
def which_values(draft, here, speak, review, snapshot):
    answers = intake_values.choice_fields(here, review, draft, snapshot.programme.topic_names, speak)
    intake_values.choice_panel(here, review, answers, speak)
    return (answers,)


@app.cell
def her_topics(her_list, here, speak, review, turn):
    topics = her_list.area(intake_values.is_shown(here, review), speak, turn())
    keep = her_list.keep_button(here, review, speak)
    own_topics.own_topics_panel(topics, keep, speak)
    return keep, topics


@app.cell
def how_split(here, speak, review):
    intake_values.split_panel(here, review, speak)
    return


@app.cell
def review_lists(draft, here, look, speak, review, set_look):
    tabs = intake_review.tab_picker(here, review, look(), draft, set_look, speak)
    lines = intake_lines.review_lines(here, review, look(), draft, set_look, speak)
    pages = intake_review.page_buttons(here, review, look(), draft, set_look, speak)
    intake_review.review_panel(tabs, pages, lines.table, review, look(), speak)
    return lines, pages, tabs


@app.cell
def one_row(draft, here, look, speak, review, set_look):
    row = intake_lines.open_answers(here, review, look(), draft, set_look, speak)
    row.panel()
    return (row,)


@app.cell
def confirm(desk, done, edits, finish_import, here, speak, review):
    take = intake_confirm.take_in_button(here, desk, review, edits(), finish_import, speak)
    undo_import = intake_confirm.undo_import_button(done, desk, finish_import, speak)
    intake_confirm.confirm_panel(here, review, done, take, undo_import, speak)
    return take, undo_import


@app.cell
def first_steps(here, speak, review):
    questions.readiness_panel(here, review, speak)
    return


@app.cell
def repair(here, speak, review):
    intake_confirm.repair_download(here, review, speak)
    return


@app.cell
def move(done, go, here, speak, review):
    moves = intake_steps.move_buttons(here, review, done, go, speak)
    intake_steps.move_bar(moves)
    return (moves,)


@app.cell
def start_from(is_start, speak, snapshot):
    questions.questions_panel(is_start, snapshot.programme, speak)
    return


@app.cell
def topics_of_questions(her_list, is_start, speak, turn):
    form_topics = her_list.area(is_start, speak, turn())
    own_topics.own_topics_panel(form_topics, None, speak)
    return (form_topics,)


@app.cell
def again_chosen(desk, speak, set_workbook, turn, workbook):
    workbook_area = workbooks.workbook_area(workbook(), set_workbook, speak)
    differs = workbooks.compared(desk, workbook(), turn())
    workbook_ticks = workbooks.choice_fields(differs, speak)
    return differs, workbook_area, workbook_ticks


@app.cell
def programme_workbook(desk, differs, finish, is_start, speak, turn, workbook, workbook_area, workbook_ticks):
    whole = workbooks.export_button(desk, speak, turn())
    take_back = workbooks.take_in_button(desk, workbook(), differs, workbook_ticks, finish, speak)
    workbooks.workbook_panel(is_start, [whole, workbook_area], differs, workbook_ticks, take_back, speak)
    return (take_back,)


@app.cell
def foot(desk, speak):
    page.foot(desk, speak)
    return


if __name__ == "__main__":
    app.run()
