# /// script
# requires-python = ">=3.11"
# dependencies = ["marimo>=0.25", "mentorkit"]
#
# [tool.uv.sources]
# mentorkit = { path = ".." }
# ///
# For analysts: `marimo edit notebooks/explore.py -- --file my.mentorkit`. marimo's own commands
# are not behind the guard of mentorkit: who can reach the address, sees what the notebook shows.

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="full", app_title="mentorkit", css_file="mentorkit.css")

with app.setup:
    import marimo as mo

    import mentorkit as mk
    from mentorkit.text.language import language_here, reader
    from mentorkit.ui import explore
    from mentorkit.views.names import Names
    from mentorkit.views.pairing.pairs import pair_rows


@app.cell
def start():
    language = reader(mo.query_params(), language_here())
    explore.opening(language)
    return (language,)


@app.cell
def choose(language):
    paths = explore.path_field(language, mo.cli_args())
    uploads = explore.upload_field(language)
    mo.vstack([paths, uploads])
    return paths, uploads


@app.cell
def load(language, paths, uploads):
    snapshot, told = explore.opened(paths, uploads, language)
    who, speak = Names.of(snapshot), language.of(snapshot.programme.terms)
    told
    return snapshot, speak, who


@app.cell
def people(snapshot, speak):
    mentees = snapshot.participants("mentee")
    mentors = snapshot.participants("mentor")
    explore.people_tables(snapshot, speak)
    return mentees, mentors


@app.cell
def criteria(snapshot, speak):
    pool = mk.Pool.of(snapshot)
    explore.criteria_panel(pool, speak)
    return (pool,)


@app.cell
def weigh(snapshot, speak):
    weights = explore.weight_fields(snapshot, speak)
    explore.weight_panel_of(weights, speak)
    return (weights,)


@app.cell
def answer(pool, snapshot, speak, weights):
    proposal = mk.propose(pool, explore.settings_with(weights, snapshot))
    pairs = pair_rows(snapshot, proposal)
    table = explore.pairs_table(pairs, speak)
    explore.answer_panel(proposal, table, speak)
    return pairs, proposal, table


@app.cell
def reasons(pairs, proposal, speak, table, who):
    explore.why(proposal, pairs, table, who, speak)
    return


@app.cell
def charts(proposal, speak, who):
    explore.charts(proposal, who, speak)
    return


@app.cell
def deciding_answers(proposal, speak, who):
    explore.deciding_answers(proposal, who, speak)
    return


if __name__ == "__main__":
    app.run()
