"""Two measurements of the same people, told by their means, standard deviations and correlation."""

from dataclasses import dataclass

from mentorkit.evaluation.statistics import kinds


@dataclass(frozen=True)
class PairedSummaries:
    """The inputs; `r` is the correlation of both, without which nobody knows the spread of the change."""

    n: kinds.Size
    mean_pre: kinds.Number
    sd_pre: kinds.NotNegative
    mean_post: kinds.Number
    sd_post: kinds.NotNegative
    r: kinds.Correlation
    confidence: kinds.Confidence = 0.95

    @property
    def change(self) -> float:
        """The mean of post minus that of pre."""
        return self.mean_post - self.mean_pre

    @property
    def variance_of_change(self) -> float:
        """The variance of everybody's own change."""
        return max(self.sd_pre**2 + self.sd_post**2 - 2 * self.r * self.sd_pre * self.sd_post, 0)
