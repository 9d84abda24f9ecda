"""The things of a mentoring programme: frozen pydantic models, no frames, no I/O."""

from mentorkit.model.agreed import Opening, Promise
from mentorkit.model.application import Application, Role
from mentorkit.model.change import Change, Changes, Delete, Insert, Update
from mentorkit.model.check_in import OUTCOMES, CheckIn, Outcome
from mentorkit.model.closure import Closure, FitCheck, Pause
from mentorkit.model.decline import Decline, DeclineReason
from mentorkit.model.draw import Draw
from mentorkit.model.employment import Employment
from mentorkit.model.expectation import Expectation
from mentorkit.model.finding import Finding
from mentorkit.model.form import Form, Imported
from mentorkit.model.frozen_score import FrozenScore
from mentorkit.model.goal import Goal, GoalLevel, GoalStep
from mentorkit.model.lesson import Lesson
from mentorkit.model.meeting import INITIATIVES, MEDIA, Initiative, Medium, Meeting
from mentorkit.model.objective import Objective
from mentorkit.model.own_text import OwnText, TextKey
from mentorkit.model.pairing import LONGEST_REASON, Decision, Override, OverrideKind, Pair
from mentorkit.model.person import Person
from mentorkit.model.preference import OTHER_SIDE, SIDES, Preference, PreferenceKind, Side
from mentorkit.model.programme import AimKey, Framework, Programme, RelationType
from mentorkit.model.pulse import OCCASIONS, Occasion, Pulse
from mentorkit.model.response import RESPONDENTS, WAVES, Respondent, Response, Wave
from mentorkit.model.rhythm import Country, Rhythm, SchoolBreak
from mentorkit.model.row import Row
from mentorkit.model.said_aloud import SaidAloud
from mentorkit.model.scenario import Scenario
from mentorkit.model.shared import READERS, AudienceKey, Shared
from mentorkit.model.snooze import SNOOZE_REASONS, Snooze, SnoozeReason
from mentorkit.model.stage import OwnStage, PairStage
from mentorkit.model.start_step import StartStep, StepKind
from mentorkit.model.support import Intervision, Issue, SelfCheck, ThirdParty
from mentorkit.model.tick import Tick
from mentorkit.model.training import Training
from mentorkit.model.trait import Trait
from mentorkit.model.work_log import WorkLog
from mentorkit.text import Message, say

ROWS: tuple[type[Row], ...] = (
    Programme,
    Person,
    Application,
    Preference,
    Override,
    Pair,
    Decision,
    Scenario,
    Form,
    Imported,
    Objective,
    Training,
    Tick,
    StartStep,
    Decline,
    Expectation,
    SaidAloud,
    OwnText,
    Meeting,
    CheckIn,
    Goal,
    GoalStep,
    GoalLevel,
    Rhythm,
    SchoolBreak,
    Closure,
    Pause,
    FitCheck,
    ThirdParty,
    Issue,
    SelfCheck,
    Intervision,
    Lesson,
    Draw,
    Pulse,
    Snooze,
    Promise,
    Opening,
    OwnStage,
    PairStage,
    WorkLog,
    Response,
    Employment,
    FrozenScore,
    Shared,
    Trait,
)
"""Every kind of stored row, parents before children."""


def action_words() -> dict[str, Message]:
    """What each action is called beside the undo button: that of a row, or of the file as a whole."""
    of_all = {"undo": say("undone"), "restore": say("a backup put back"), "erase": say("a person erased")}
    return of_all | {name: said for model in ROWS for name, said in model.actions.items()}


__all__ = [
    "WorkLog",
    "Promise",
    "PairStage",
    "OwnStage",
    "Opening",
    "INITIATIVES",
    "LONGEST_REASON",
    "MEDIA",
    "OCCASIONS",
    "OTHER_SIDE",
    "OUTCOMES",
    "READERS",
    "RESPONDENTS",
    "ROWS",
    "SIDES",
    "SNOOZE_REASONS",
    "WAVES",
    "AimKey",
    "Application",
    "AudienceKey",
    "Change",
    "Changes",
    "CheckIn",
    "Closure",
    "Country",
    "Decision",
    "Decline",
    "DeclineReason",
    "Delete",
    "Draw",
    "Employment",
    "Expectation",
    "Finding",
    "FitCheck",
    "Form",
    "Framework",
    "FrozenScore",
    "Goal",
    "GoalLevel",
    "GoalStep",
    "Imported",
    "Initiative",
    "Insert",
    "Intervision",
    "Issue",
    "Lesson",
    "Medium",
    "Meeting",
    "Objective",
    "Occasion",
    "Outcome",
    "Override",
    "OverrideKind",
    "OwnText",
    "Pair",
    "Pause",
    "Person",
    "Preference",
    "PreferenceKind",
    "Programme",
    "Pulse",
    "RelationType",
    "Respondent",
    "Response",
    "Rhythm",
    "Role",
    "Row",
    "SaidAloud",
    "Scenario",
    "SchoolBreak",
    "SelfCheck",
    "Shared",
    "Side",
    "Snooze",
    "SnoozeReason",
    "StartStep",
    "StepKind",
    "TextKey",
    "ThirdParty",
    "Tick",
    "Training",
    "Update",
    "Wave",
    "action_words",
]
