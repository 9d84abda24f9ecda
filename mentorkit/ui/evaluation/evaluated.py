"""What every part of the page about evaluation begins with: who was asked, who answered, and what."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from mentorkit.evaluation.asking import WITH, ToAsk, to_ask
from mentorkit.evaluation.costs import Costs
from mentorkit.evaluation.disclosure import FEWEST
from mentorkit.evaluation.groups import among
from mentorkit.evaluation.levels import Evaluation
from mentorkit.evaluation.points_told import PointsTold
from mentorkit.evaluation.questionnaires import CORE, Questionnaire, questionnaires
from mentorkit.evaluation.response_rates import WaveRate, unanswered, wave_rates
from mentorkit.frames import Snapshot
from mentorkit.model import Pair, Response, Wave
from mentorkit.workflows.evaluation.answered import evaluation_of
from mentorkit.workflows.evaluation.costs import round_costs
from mentorkit.workflows.evaluation.foretold import foretold
from mentorkit.workflows.evaluation.grouped import groups_of
from mentorkit.workflows.evaluation.sending import AskedPerson, asked_people


@dataclass(frozen=True, eq=False)
class Evaluated:
    """A programme as it is evaluated on a day; each has its own, so that a part knows when it is another.

    `group` is where the people work that questions are looked at for; empty for everybody.
    """

    snapshot: Snapshot
    today: date
    group: str = ""

    @property
    def questionnaire(self) -> Questionnaire:
        """What is asked."""
        return questionnaires()[CORE]

    @property
    def had_pairs(self) -> bool:
        """Whether there ever was a pair, together now or ended."""
        return self.snapshot.pairs.height > 0

    @cached_property
    def evaluation(self) -> Evaluation:
        """What can be told of the round."""
        return evaluation_of(self.snapshot, self.today)

    @cached_property
    def groups(self) -> Mapping[str, str]:
        """Where everybody in a measure works; nothing when there are no groups to look at."""
        return groups_of(self.snapshot)

    @cached_property
    def choices(self) -> list[str]:
        """The groups that can be chosen: of five people and more in at least one measure."""
        asked = Counter(
            self.groups.get(who, "") for one in self.evaluation.measures[:1] for who in one.rows["who"]
        )
        return sorted(name for name, n in asked.items() if name and n >= FEWEST)

    @cached_property
    def looked_at(self) -> Evaluation:
        """What can be told of the chosen group."""
        return among(self.evaluation, self.groups, self.group) if self.group else self.evaluation

    def looking_at(self, group: str) -> "Evaluated":
        """The same programme, of which the questions are looked at for a group."""
        other = replace(self, group=group)
        other.__dict__.update(evaluation=self.evaluation, groups=self.groups)
        return other

    @cached_property
    def foretold(self) -> PointsTold:
        """What the points told of what came of pairs."""
        return foretold(self.snapshot, self.today)

    @cached_property
    def costs(self) -> Costs:
        """What the round cost until now."""
        return round_costs(self.snapshot, self.evaluation, self.today)

    @cached_property
    def responses(self) -> list[Response]:
        """Everything that was asked, with what came back."""
        return self.snapshot.rows(Response)

    @cached_property
    def rates(self) -> tuple[WaveRate, ...]:
        """How many answered, by wave and role."""
        return wave_rates(self.responses)

    @cached_property
    def waiting(self) -> tuple[AskedPerson, ...]:
        """Everybody of whom an answer is still waited for, by name."""
        return asked_people(self.snapshot, unanswered(self.responses))

    @cached_property
    def due(self) -> Mapping[Wave, tuple[ToAsk, ...]]:
        """Who would be asked with each wave that can be sent, from the one after the last that was."""
        pairs, order = self.snapshot.rows(Pair), [*WITH]
        last = max((order.index(one.wave) + 1 for one in self.rates if one.wave in WITH), default=0)
        waves = (*order[last:], *order[:last])
        return {wave: to_ask(pairs, wave, self.responses, self.questionnaire) for wave in waves}
