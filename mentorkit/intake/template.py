"""The headings of our own sign-up sheet."""

from mentorkit.intake.vocabulary import headings
from mentorkit.model import Role
from mentorkit.text import Language


def template(language: Language, role: Role) -> list[str]:
    """Column headings, in order, that every sign-up sheet of a role can start from.

    >>> template("en", "mentee")[:4]
    ['Full name', 'First name', 'Name prefix', 'Last name']
    """
    return [entry[language] for entry in headings().labels.values() if entry.get("role", role) == role]
