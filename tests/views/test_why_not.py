"""What a reader is told about a pair that is not in the plan; the sentences stand in the golden text."""

from markupsafe import Markup

from mentorkit.matching import Pool, Settings, propose
from mentorkit.matching.insight.smallest_change import smallest_changes
from mentorkit.matching.insight.why_not import why_not
from mentorkit.text import speaker
from mentorkit.views.names import Names
from mentorkit.views.pairing.small_changes import small_changes_block
from mentorkit.views.pairing.why_not import why_not_block
from tests.matching.small import mentee, mentor, snapshot
from tests.views.test_safe import HOSTILE, LEADING, Tags


def test_whatever_people_type_is_text():
    shot = snapshot(
        mentee("ann", full_name=f"Ann {HOSTILE}", goals=[HOSTILE], languages=["fr"]),
        mentor("kim", full_name=f"Kim {HOSTILE}", topics=["a"], languages=[HOSTILE]),
        mentor("lou", full_name=f"Lou {HOSTILE}"),
    )
    names = Names.named(shot)
    for off in (frozenset[str](), frozenset({"language"})):
        plan = propose(Pool.of(shot), Settings({}, off))
        for column in (0, 1):
            changes = smallest_changes(plan, 0, column)
            page = why_not_block(plan, why_not(plan, 0, column), speaker("nl"), names)
            page += small_changes_block(plan, (0, column), changes, speaker("nl"), names)
            tags = Tags(str(page))
            assert isinstance(page, Markup)
            assert tags.names <= {"section", "h3", "p", "ul", "li", "span", "button"}
            assert tags.attributes <= {"class", *LEADING}
            assert HOSTILE in tags.text
