"""The answers people could choose, and what each of them means in this programme."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mentorkit.model import Application
from mentorkit.text.topics import topics, topics_in

CHOSEN_FROM = ("topics", "goals")
"""The fields of an application whose answers can be given another meaning."""


@dataclass(frozen=True)
class Choice:
    """One answer to a field, and how many applications have it.

    `meaning` is the key of one of our topics or her own word, empty when she drops the
    answer, None when nothing is known; `is_chosen` tells that she said so herself.
    """

    field: str
    answer: str
    count: int
    meaning: str | None
    is_chosen: bool


def option_key(field: str, answer: str) -> str:
    """An answer to a field in one text."""
    return f"{field}: {answer}"


def known_answers(options: Mapping[str, str]) -> frozenset[str]:
    """The answers in keys made by `option_key`.

    >>> known_answers({"topics: Plannen, organiseren": "planning"})
    frozenset({'Plannen, organiseren'})
    """
    return frozenset(key.partition(": ")[2] for key in options)


def choices_of(applications: Iterable[Application], options: Mapping[str, str]) -> Iterator[Choice]:
    """The different answers, the most frequent first; a topic of ours is recognised by its names."""
    counts = Counter(
        (field, answer)
        for application in applications
        for field in CHOSEN_FROM
        for answer in getattr(application, field)
    )
    for (field, answer), count in sorted(counts.items(), key=lambda one: (one[0][0], -one[1], one[0][1])):
        chosen = options.get(option_key(field, answer))
        meant = list(topics_in(answer)) if chosen is None else [chosen]
        meaning = meant[0] if len(meant) == 1 else None
        yield Choice(field, answer, count, meaning, chosen is not None)


def with_options(application: Application, options: Mapping[str, str], language: str) -> Application:
    """An application in which each answer says what she chose for it, a topic by its name."""
    update = {}
    for field in CHOSEN_FROM:
        answers = getattr(application, field)
        meant = tuple(
            dict.fromkeys(
                word
                for answer in answers
                if (word := _word(options.get(option_key(field, answer), answer), language))
            )
        )
        if meant != answers:
            update[field] = meant
    return application.model_copy(update=update) if update else application


def _word(meant: str, language: str) -> str:
    topic = topics().get(meant)
    return topic.label(language) if topic else meant
