"""What every chart has around it: a title that states the finding, and quiet axes."""

from textwrap import fill

import altair as alt
from babel.numbers import get_decimal_symbol, get_group_symbol

from mentorkit.text import Message, Speaker

BLUE, INK = "#0072B2", "#1b1f24"
_GREY, _LINE = "#57606a", "#d0d7de"

_SIGN = 8
"""How wide a sign of a title is at most, on average, in dots."""


def framed(chart: alt.LayerChart, finding: Message, speak: Speaker, **size: int) -> alt.LayerChart:
    """A chart under its finding, without a menu, with numbers as the reader writes them.

    A finding that is longer than the chart is wide goes on under itself. It is read aloud too.
    """
    told = speak(finding)
    said = fill(told, size.get("width", 400) // _SIGN)
    title = alt.Title(said, anchor="start", color=INK, fontSize=14)
    number = {
        "decimal": get_decimal_symbol(speak.locale),
        "thousands": get_group_symbol(speak.locale),
        "grouping": [3],
        "currency": ["", ""],
    }
    whole: alt.LayerChart = (
        chart.properties(title=title, description=told, usermeta={"embedOptions": {"actions": False}}, **size)
        .configure(locale={"number": number}, lineBreak="\n")
        .configure_view(stroke=None)
        .configure_axis(labelColor=_GREY, titleColor=_GREY, domainColor=_LINE, grid=False, ticks=False)
    )
    return whole
