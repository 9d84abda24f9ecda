"""A workbook for the person who runs a mentoring programme.

What an analyst needs in a notebook of her own can be taken from here: files of sign-ups in, a
proposal with its reasons out. Nothing is imported before it is used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentorkit.frames import Snapshot, applied
    from mentorkit.matching import (
        CRITERIA,
        RULES,
        Pool,
        Proposal,
        Settings,
        explain,
        propose,
        sentence,
        unplaced,
    )
    from mentorkit.text import speaker
    from mentorkit.workflows.intake.edits import Edits
    from mentorkit.workflows.intake.files import programme_of, read_sign_ups
    from mentorkit.workflows.intake.review import review
    from mentorkit.workflows.intake.reviewed import Review
    from mentorkit.workflows.set_up import open_programme

__version__ = "0.1.0"

__all__ = [
    "CRITERIA",
    "Edits",
    "Pool",
    "Proposal",
    "RULES",
    "Review",
    "Settings",
    "Snapshot",
    "applied",
    "explain",
    "open_programme",
    "programme_of",
    "propose",
    "read_sign_ups",
    "review",
    "sentence",
    "speaker",
    "unplaced",
]

_HOMES = {
    "Edits": "mentorkit.workflows.intake.edits",
    "Review": "mentorkit.workflows.intake.reviewed",
    "Snapshot": "mentorkit.frames",
    "applied": "mentorkit.frames",
    "open_programme": "mentorkit.workflows.set_up",
    "programme_of": "mentorkit.workflows.intake.files",
    "read_sign_ups": "mentorkit.workflows.intake.files",
    "review": "mentorkit.workflows.intake.review",
    "speaker": "mentorkit.text",
}
"""The modules of the public names that are not of the matching."""


def __getattr__(name: str) -> object:
    """A public name, from the module it lives in."""
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(_HOMES.get(name, "mentorkit.matching")), name)
