"""The answers people could choose, and what each of them means in this programme."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mentorkit.model import Application, Form
from mentorkit.model.fields import TOPICS
from mentorkit.text.topics import meaning_of, topics


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

    @property
    def is_topic(self) -> bool:
        """Whether it is known as a topic, of hers or of ours."""
        return bool(self.meaning) and not (self.is_chosen and self.meaning == self.answer)

    def means(self, language: str) -> str:
        """Its meaning in words; empty for none."""
        return _word(self.meaning or "", language)


def option_key(field: str, answer: str) -> str:
    """An answer to a field in one text."""
    return f"{field}: {answer}"


def known_answers(options: Mapping[str, str]) -> frozenset[str]:
    """The answers in keys made by `option_key`.

    >>> known_answers({"topics: Plannen, organiseren": "planning"})
    frozenset({'Plannen, organiseren'})
    """
    return frozenset(key.partition(": ")[2] for key in options)


def choices_of(
    applications: Iterable[Application], forms: Iterable[Form], own: Mapping[str, str]
) -> Iterator[Choice]:
    """The different answers, the most frequent first; a topic of hers or ours is known by its names.

    `own` are the programme's own topics, see `Programme.topic_names`; `forms` say what she chose.
    """
    options = {key: meant for form in forms for key, meant in form.options.items()}
    counts = Counter(
        (field, answer)
        for application in applications
        for field in TOPICS
        for answer in getattr(application, field)
    )
    for (field, answer), count in sorted(counts.items(), key=lambda one: (one[0][0], -one[1], one[0][1])):
        chosen = options.get(option_key(field, answer))
        meaning = meaning_of(answer, own) if chosen is None else chosen
        yield Choice(field, answer, count, meaning, chosen is not None)


def with_options(application: Application, options: Mapping[str, str], language: str) -> Application:
    """An application in which each answer says what she chose for it, a topic by its name."""
    update = {}
    for field in TOPICS:
        answers = getattr(application, field)
        words = (_word(options.get(option_key(field, answer), answer), language) for answer in answers)
        meant = tuple(dict.fromkeys(filter(None, words)))
        if meant != answers:
            update[field] = meant
    return application.model_copy(update=update) if update else application


def _word(meant: str, language: str) -> str:
    topic = topics().get(meant)
    return topic.label(language) if topic else meant
