"""How sure a plan is comes beside the rest of the page, and stops when another plan is looked for."""

from mentorkit.matching.solvers.blocks import Watch
from mentorkit.ui.pairing.stability import beside


def test_what_is_worked_out_beside_the_page_stops_when_the_page_shows_another_plan():
    """The next card waited until it was done."""
    steps, wanted = [], [True]

    def show(watch: Watch) -> None:
        while True:
            watch.go_on()
            steps.append(len(steps))
            if len(steps) == 3:
                wanted.clear()

    beside(show, lambda: bool(wanted))
    assert steps == [0, 1, 2]
