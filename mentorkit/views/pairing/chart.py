"""What every chart has around it: a title that states the finding, and quiet axes."""

import altair as alt

BLUE, INK = "#0072B2", "#1b1f24"
_GREY, _LINE = "#57606a", "#d0d7de"


def framed(chart: alt.LayerChart, finding: str, **size: int) -> alt.LayerChart:
    """A chart under its finding, without a menu."""
    title = alt.Title(finding, anchor="start", color=INK, fontSize=14)
    whole: alt.LayerChart = (
        chart.properties(title=title, usermeta={"embedOptions": {"actions": False}}, **size)
        .configure_view(stroke=None)
        .configure_axis(labelColor=_GREY, titleColor=_GREY, domainColor=_LINE, grid=False, ticks=False)
    )
    return whole
