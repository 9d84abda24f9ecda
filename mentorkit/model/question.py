"""One question of a sign-up form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mentorkit.model.application import Role
from mentorkit.text import Language

Purpose = Literal["matching", "conversation", "evaluation"]
QuestionKind = Literal["text", "choice", "choices", "scale", "number", "yes_no", "date"]


@dataclass(frozen=True)
class Question:
    """A question by its key, and what its answer is for.

    `field` is where an answer that counts for the matching is kept, None for other purposes.
    `options` are texts per language by key, empty for an open question. `action` names what
    an answer "not yet" asks for. A private answer is seen by the coordinator only and is
    never part of a score. A scale runs from 1 to 5.
    """

    key: str
    roles: frozenset[Role]
    purpose: Purpose
    kind: QuestionKind
    wording: Mapping[Language, str]
    options: Mapping[str, Mapping[Language, str]]
    field: str | None = None
    action: str | None = None
    is_private: bool = False
    requirements: tuple[str, ...] = ()
