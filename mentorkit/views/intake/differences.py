"""What an import changes, in words: the field, what it was and what it becomes."""

from collections.abc import Iterable
from typing import cast

from markupsafe import Markup

from mentorkit.text import Message, Speaker
from mentorkit.text.message import Value
from mentorkit.views.table import plain_list


def spoken_value(value: object, speak: Speaker) -> str:
    """A stored value in the reader's own way; a dash where there is none.

    >>> from mentorkit.text import speaker
    >>> spoken_value(("data", "zorg"), speaker("en")), spoken_value((), speaker("en"))
    ('data, zorg', '–')
    """
    if value in (None, "", ()):
        return speak.write(None)
    if isinstance(value, tuple | list):
        return ", ".join(map(str, value))
    return speak.write(cast("Value", value))


def difference_list(differences: Iterable[tuple[Message, object, object]], speak: Speaker) -> Markup:
    """One line per difference: what it is called, the old value, the new one.

    >>> from mentorkit.text import say, speaker
    >>> str(difference_list([(say("place"), "Gent", "<b>")], speaker("en")))
    '<ul class="mk-plain"><li>place: Gent → &lt;b&gt;</li></ul>'
    """
    return plain_list(
        f"{speak(label)}: {spoken_value(old, speak)} → {spoken_value(new, speak)}"
        for label, old, new in differences
    )
