import marimo

app = marimo.App(app_title="A hostile page")

with app.setup:
    import marimo as mo


@app.cell
def _outside():
    outside = "http://outside.example"
    run = "parent.document.title = document.title = 'BROKEN INTO'"
    return outside, run


@app.cell
def _image(outside, run):
    mo.Html(f'<img src="x" onerror="{run}"><img src="{outside}/a.png"><svg onload="{run}"></svg>')
    return


@app.cell
def _frame(outside, run):
    mo.Html(f'<iframe srcdoc="<script>{run}</script>"></iframe><iframe src="{outside}/b"></iframe>')
    return


@app.cell
def _nested(outside, run):
    mo.vstack([mo.md(f'<iframe srcdoc="<script>{run}</script>"></iframe><img src="{outside}/c.png">')])
    return


@app.cell
def _own_frame(outside, run):
    mo.iframe(f"<script>{run}; fetch('{outside}/d')</script>")
    return


@app.cell
def _style(outside):
    mo.Html(f'<style>@import "{outside}/e.css"; h1 {{ background: url("{outside}/f.png") }}</style>')
    return


@app.cell
def _sends(outside):
    mo.Html(f'<form action="{outside}/g" method="post"><button id="send">Send</button></form>')
    return


@app.cell
def _page(run):
    mo.download(f"<script>{run}</script>".encode(), filename="page.html", label="A page")
    return


@app.cell
def _end():
    mo.md("# Everything was shown")
    return


@app.cell
def _fails():
    raise ValueError("CANARY in an error")


if __name__ == "__main__":
    app.run()
