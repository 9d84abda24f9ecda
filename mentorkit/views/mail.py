"""Mails that the coordinator sends: a link that opens each, and a text to copy."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from mentorkit.text import Speaker, say
from mentorkit.views.table import plain_list

LONGEST_LINK = 2_000
"""Characters that every mail program takes in a `mailto:` address."""


YOUR_CODE = say("Your code")
"""Above the column in which codes stand, and in a form."""


@dataclass(frozen=True)
class Mail:
    """A mail in plain text; `to` has a comma between two addresses, and is empty when none is known."""

    to: str
    name: str
    subject: str
    body: str

    @property
    def link(self) -> str | None:
        """A `mailto:` address with everything in it; None without an address or when it is too long.

        >>> Mail("noor@example.org", "Noor", "A question", "Hello Noor").link
        'mailto:noor@example.org?subject=A%20question&body=Hello%20Noor'
        """
        body = quote(self.body.replace("\n", "\r\n"), safe="")
        link = f"mailto:{quote(self.to, safe='@,')}?subject={quote(self.subject, safe='')}&body={body}"
        return link if self.to and len(link) <= LONGEST_LINK else None


def draft(mails: Sequence[Mail], speak: Speaker) -> str:
    """All mails as one plain text to copy from, each under the name and address it is for."""
    parts = [
        f"{speak(say('To: {name}', name=f'{mail.name} <{mail.to}>' if mail.to else mail.name))}\n"
        f"{speak(say('Subject: {subject}', subject=mail.subject))}\n\n{mail.body}"
        for mail in mails
    ]
    return "\n\n----------\n\n".join(parts)


def coded_form(title: str, questions: Iterable[str], speak: Speaker) -> str:
    """A title and questions as a text to paste into an online form: the code first."""
    code = speak(say("As it stands in your mail."))
    return "\n".join([title, "", f"{speak(YOUR_CODE)}. {code}", "", *questions]) + "\n"


def mail_links(mails: Iterable[Mail], speak: Speaker) -> Markup:
    """A link for each mail that a mail program can open."""
    link = Markup('<a href="{}">{}</a>')
    written = (
        link.format(one.link, speak(say("Write to {name}", name=one.name))) for one in mails if one.link
    )
    return plain_list(written)
