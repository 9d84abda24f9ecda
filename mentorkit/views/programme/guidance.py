"""The cards of guidance, as they are read."""

from collections.abc import Sequence

from markupsafe import Markup

from mentorkit.questions.guidance import Card
from mentorkit.text import Speaker
from mentorkit.views.table import each


def card_list(cards: Sequence[Card], speak: Speaker) -> Markup:
    """Every card with its title and its sentences, one under the other."""
    card = Markup('<article class="mk-tip"><h3>{}</h3><p>{}</p></article>')
    told = (card.format(speak.wording(one.title), speak.wording(one.text)) for one in cards)
    return Markup('<div class="mk-tips">{}</div>').format(each(Markup("{}"), told))
