"""Pages to print and to keep: HTML that needs nothing from outside."""

from pathlib import Path

from markupsafe import Markup

from mentorkit.text import Message, Speaker

_PAGE = Markup(
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    "<style>\n{style}</style></head><body>{body}</body></html>"
)


def printed_page(title: Message, body: Markup, style: Path, speak: Speaker) -> str:
    """A whole page around its body, with a stylesheet of ours in it."""
    css = Markup(style.read_text(encoding="utf-8"))  # noqa: S704 -- a file of ours
    return str(_PAGE.format(language=speak.language, title=speak(title), style=css, body=body))
