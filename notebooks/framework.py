import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="Framework", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    from mentorkit.text import reader
    from mentorkit.ui.frame import top as frame
    from mentorkit.ui.frame.menu import programme_menu
    from mentorkit.ui.frame.opening import open_desk
    from mentorkit.ui.frame.page import Page
    from mentorkit.ui.frame.tabs import bar_with, tabs_with
    from mentorkit.ui.programme import checklist as points
    from mentorkit.ui.programme import framework as kept
    from mentorkit.ui.programme import guidance as advice
    from mentorkit.ui.programme import papers as handed_out
    from mentorkit.ui.programme import trainings
    from mentorkit.ui.programme import words as own
    from mentorkit.views.programme.checklist import checked_points


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
    frame.top_bar(page, undo, menu, "framework", latest=latest)
    return


@app.cell
def load(desk, turn):
    snapshot = desk.at(turn())
    return (snapshot,)


@app.cell
def first(page, snapshot):
    kept.framework_head(page, snapshot)
    return


@app.cell
def ask_tabs(page):
    page_tabs = mo.ui.anywidget(tabs_with(page, kept.TABS))
    return (page_tabs,)


@app.cell
def tabs(page_tabs):
    bar_with(page_tabs, kept.TABS, page_tabs.value["shown"])
    return


@app.cell
def ask_sort(page, snapshot):
    sort_form = kept.sort_form(page.at("sort"), snapshot)
    return (sort_form,)


@app.cell
def sort(page, sort_form, take_back, told):
    page.at("sort").under(told(), take_back, kept.sort_panel(page, sort_form))
    return


@app.cell
def ask_framework(page, snapshot):
    purpose_form, rhythm_form, people_form, confidence_form = (
        kept.framework_form(page.at(group), snapshot, group) for group in kept.GROUPS
    )
    ours = kept.ours_button(page.at("confidence"))
    return confidence_form, ours, people_form, purpose_form, rhythm_form


@app.cell
def purpose(page, purpose_form, take_back, told):
    page.at("purpose").under(told(), take_back, kept.framework_panel(page, "purpose", purpose_form))
    return


@app.cell
def ask_objectives(page, snapshot):
    objective_forms = kept.objective_forms(page.at("objectives"), snapshot)
    return (objective_forms,)


@app.cell
def objectives(objective_forms, page, snapshot, take_back, told):
    panel = kept.objectives_panel(page, snapshot, objective_forms)
    page.at("objectives").under(told(), take_back, panel)
    return


@app.cell
def rhythm(page, rhythm_form, take_back, told):
    page.at("rhythm").under(told(), take_back, kept.framework_panel(page, "rhythm", rhythm_form))
    return


@app.cell
def people(page, people_form, take_back, told):
    page.at("people").under(told(), take_back, kept.framework_panel(page, "people", people_form))
    return


@app.cell
def confidence(confidence_form, ours, page, take_back, told):
    panel_of_trust = kept.framework_panel(page, "confidence", confidence_form, ours)
    page.at("confidence").under(told(), take_back, panel_of_trust)
    return


@app.cell
def papers(page, snapshot):
    handed_out.papers_panel(page, snapshot)
    return


@app.cell
def ask_words(page, snapshot):
    words_form, word_sets = own.words_form(page.at("words"), snapshot), own.word_buttons(page.at("words"))
    return word_sets, words_form


@app.cell
def words(page, take_back, told, word_sets, words_form):
    page.at("words").under(told(), take_back, own.words_panel(page, words_form, word_sets))
    return


@app.cell
def ask_training(page, snapshot):
    training_form = trainings.training_form(page.at("training"))
    drop_form = trainings.drop_training_form(page.at("training"), snapshot)
    return drop_form, training_form


@app.cell
def training(drop_form, page, snapshot, take_back, told, training_form):
    register = trainings.training_panel(page, snapshot, training_form, drop_form)
    page.at("training").under(told(), take_back, register)
    return


@app.cell
def ask_points(page, snapshot):
    boxes = points.checklist_boxes(page, checked_points(snapshot))
    return (boxes,)


@app.cell
def checklist(boxes, desk, page, saved):
    points.checklist_panel(page, checked_points(desk.at(saved())), boxes)
    return


@app.cell
def seek(page, snapshot):
    sought = advice.search_field(page, snapshot)
    advice.search_panel(page, sought)
    return (sought,)


@app.cell
def guidance(page, sought):
    advice.guidance_panel(page, sought.value)
    return


@app.cell
def foot(page):
    frame.foot(page)
    return


if __name__ == "__main__":
    app.run()
