import marimo

app = marimo.App(width="medium", app_title="A small page")

with app.setup:
    import altair as alt
    import marimo as mo
    import polars as pl


@app.cell
def _title():
    mo.md("# A small page")
    return


@app.cell
def _weight():
    weight = mo.ui.slider(0, 10, value=3, label="Weight")
    weight
    return (weight,)


@app.cell
def _sentence(weight):
    mo.md(f"The weight is {weight.value}.")
    return


@app.cell
def _programme():
    mo.md(f"Language {mo.app_meta().request.meta['language']}")
    return


@app.cell
def _people():
    people = pl.DataFrame({"person": ["Noor", "Lars", "Amira"], "hours": [1, 3, 2]})
    return (people,)


@app.cell
def _chart(people, weight):
    alt.Chart(people).mark_bar(tooltip=True).encode(x="person:N", y="scaled:Q").transform_calculate(
        scaled=f"datum.hours * {weight.value}"
    ).properties(usermeta={"embedOptions": {"actions": False}})
    return


@app.cell
def _selectable(people):
    chosen = mo.ui.altair_chart(alt.Chart(people).mark_point().encode(x="hours:Q", y="person:N"))
    chosen
    return (chosen,)


@app.cell
def _table(people):
    mo.ui.table(people, selection="multi")
    return


@app.cell
def _choose():
    chosen_file = mo.ui.file(label="A file", kind="area")
    chosen_file
    return (chosen_file,)


@app.cell
def _received(chosen_file):
    mo.md(f"Received {chosen_file.name()}")
    return


@app.cell
def _get():
    mo.download(b"the plan", filename="plan.txt", label="Get the plan")
    return


if __name__ == "__main__":
    app.run()
