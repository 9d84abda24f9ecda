"""What somebody does with the buttons and fields of a page, told to them as the browser tells it."""

import html
from collections.abc import Sequence
from typing import Any


def press(button: Any) -> None:
    button._update(1)


def choose(field: Any, label: str) -> None:
    """One of the options of a list, by what it says."""
    field._update([label])


def set_to(field: Any, value: object) -> None:
    """A text that is typed, a number, or a box that is ticked or cleared."""
    field._update(value)


def named(elements: Sequence[Any], label: str) -> Any:
    """The one element that says this."""
    (one,) = (element for element in elements if label in said(element))
    return one


def type_in(fields: Any, **given: Any) -> None:
    """Type in some fields that are no form, as each of them hears it from the browser."""
    fields._update({name: one._value_frontend for name, one in fields.elements.items()} | given)


def said(element: Any) -> str:
    """The text of an element, in which a label is escaped twice."""
    return html.unescape(html.unescape(element.text))
