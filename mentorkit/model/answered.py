"""A row that keeps answers."""

from mentorkit.model.fields import ANSWERS
from mentorkit.model.row import Row
from mentorkit.text import Message


class Answered(Row):
    """A row that keeps answers: what those are called stands with them."""

    @classmethod
    def label_of(cls, field: str) -> Message | None:
        """What a field is called, None for an inner one."""
        return ANSWERS[field].label if field in ANSWERS else super().label_of(field)
