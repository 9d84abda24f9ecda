"""The tabs of evaluation: what stands under each; only the open one is worked out."""

from collections.abc import Mapping

from mentorkit.text import say
from mentorkit.ui.frame.tabs import Tab

EVALUATION_TABS: Mapping[str, Tab] = {
    "answer": Tab(say("Answer"), ("answered",)),
    "reaction": Tab(say("Reaction"), ("reaction",)),
    "learning": Tab(say("Learning"), ("learning",)),
    "behaviour": Tab(say("Behaviour"), ("behaviour",)),
    "results": Tab(say("Results"), ("results", "ended", "staff", "stayed", "cost")),
    "match": Tab(say("Match"), ("match",)),
    "fairness": Tab(say("Fairness"), ("fared",)),
    "standards": Tab(say("Standards"), ("standards_met",)),
    "response": Tab(say("Response"), ("asking", "answers_back", "who_answered")),
}
"""The parts of the page about evaluation in their order; the first one is open at the start."""
