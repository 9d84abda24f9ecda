"""How often other weights are proposed in programmes made by chance.

Run `python tests/benchmarks/chance_of_weights.py 500`, with the folder of the repository as PYTHONPATH.
Without effect at most 5% may be proposed; of planted effects the share that is found is printed.
"""

import sys

import numpy as np

from mentorkit.evaluation.tried_weights import tried_weights
from tests.evaluation.matched_rounds import TRUE, pairs_told

CASES = [
    ("nothing to find", {"pairs": 60}),
    ("nothing to find", {"pairs": 120}),
    ("nothing to find, ended well or not", {"pairs": 60, "is_binary": True}),
    ("nothing to find, mentors differ", {"pairs": 60, "per_mentor": 0.7}),
    ("weights in use are true, 10%", {"pairs": 120, "told": 0.1}),
    ("other weights are true, 50%", {"pairs": 60, "told": 0.5, "true": TRUE}),
    ("other weights are true, 50%", {"pairs": 120, "told": 0.5, "true": TRUE}),
    ("other weights are true, 10%", {"pairs": 120, "told": 0.1, "true": TRUE}),
    ("other weights are true, 10%", {"pairs": 400, "told": 0.1, "true": TRUE}),
    ("other weights are true, 50%", {"pairs": 400, "told": 0.5, "true": TRUE}),
]


def main(rounds: int) -> None:
    for name, case in CASES:
        rng = np.random.default_rng(20261201)
        tried = [tried_weights(pairs_told(rng, **case), rng) for _ in range(rounds)]
        proposed = np.mean([one.is_proposal for one in tried])
        off = [np.abs(one.shares - np.array(case["true"])).max() for one in tried if "true" in case]
        worst = f", worst weight off by {np.quantile(off, 0.95):.3f} in 95%" if off else ""
        sys.stdout.write(f"{name}, {case['pairs']} pairs: {proposed:.1%} proposed{worst}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]))
