"""What two people said to each other has no place here: every field for words of one's own is listed."""

import typing
from collections.abc import Iterable, Iterator, Mapping

from mentorkit.model import ROWS, Programme, Row
from mentorkit.model.fields import Answered, kept_by
from mentorkit.model.programme import Framework
from mentorkit.model.row import Frozen, PointsAt

WORDS: Mapping[str, set[str]] = {
    "the programme and what stands in its papers": {
        *("programme.name", "programme.own_topics", "programme.terms", "programme.rules_off"),
        *("programme.framework.mission", "programme.framework.eligible", "programme.framework.coordinator"),
        *(
            "programme.framework.sponsor",
            "programme.framework.contact_points",
            "programme.framework.stand_in",
        ),
        *("programme.framework.confidential", "programme.framework.limits"),
        *("objective.text", "objective.measure", "objective.target", "objective.source"),
        *(
            "training.name",
            "scenario.name",
            "scenario.rules_off",
            "form.name",
            "form.columns",
            "form.options",
        ),
        *("own_text.subject", "own_text.body"),
    },
    "who decided, and the record of it": {
        *("decision.decided_by", "decision.record", "decision.sha256", "tick.ticked_by", "override.reason"),
    },
    "who made a file for others, and what tells it from another": {"shared.shared_by", "shared.sha256"},
    "what a form says when somebody signs up": {
        *("imported.form", "imported.answers", "application.source_file"),
    },
    "before a pair talks: why one says no, what is expected, and what one wants to leave out": {
        *("decline.remark", "expectation.choices", "expectation.off_limits", "said_aloud.question"),
    },
    "what a mentee works on, agreed by both and written in a plan that both hold": {
        *("goal.text", "goal.reason", "goal.measure", "goal.support", "goal_step.text", "goal_step.support"),
        *("goal.lowest", "goal.lower", "goal.hoped", "goal.higher", "goal.highest"),
    },
    "who takes up a point of support, and who outside the programme helps": {
        *("issue.owner", "third_party.name", "third_party.reached_at"),
    },
    "what a round taught about the programme, never about people": {"lesson.text"},
    "to which group somebody belongs, for the check of fairness": {"trait.group"},
    "a draw by lot, so that anybody can draw it again": {"draw.drawn_by", "draw.seed", "draw.people"},
    "what the coordinator calls the stages of pairs": {"own_stage.name"},
    "the hour of a talk": {"rhythm.starts_at"},
    "what stands in the place of a name on an answer, and the name of a rule": {
        *("pulse.code", "snooze.rule", "response.code", "response.questionnaire"),
    },
}
"""Fields that hold text that is on no list, by what they are for. Nothing of a talk may join them."""


def texts_of(model: type[Frozen], name: str) -> Iterator[str]:
    """The fields of a model that can hold any words; ids, lists to choose from and answers are none."""
    for field, info in model.model_fields.items():
        is_answer = issubclass(model, Answered) and field in {*kept_by("person"), *kept_by("application")}
        if info.annotation is Framework:
            yield from texts_of(Framework, f"{name}.{field}")
        elif not is_answer and field != "id" and holds_words(info.annotation, info.metadata):
            yield f"{name}.{field}"


def holds_words(annotation: object, beside: Iterable[object] = ()) -> bool:
    """Whether a field can hold text that is on no list, also as part of a list or a map."""
    if any(isinstance(part, PointsAt) for part in beside):
        return False
    match typing.get_origin(annotation), typing.get_args(annotation):
        case typing.Annotated, (inner, *more):
            return holds_words(inner, more)
        case typing.Literal, _:
            return False
        case origin, (_, value) if origin is dict:
            return holds_words(value)
        case _, parts:
            return annotation is str or any(map(holds_words, parts))


def test_no_field_holds_what_was_said_in_a_talk():
    found = {text for model in ROWS for text in texts_of(model, model.table)}
    assert found == set().union(*WORDS.values())


def test_a_field_for_notes_of_a_talk_would_be_noticed():
    class Talk(Row):
        notes: tuple[str, ...] = ()
        kind: typing.Literal["short", "long"] = "short"

    assert list(texts_of(Talk, "talk")) == ["talk.notes"]


def test_what_is_nested_counts_as_well():
    assert "programme.framework.limits" in texts_of(Programme, "programme")
