"""Pages to print and to keep: HTML that needs nothing from outside."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from mentorkit.text import Language, Message, Speaker

_PAGE = Markup(
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'"
    '{allowed}">{screen}<style>\n{style}</style></head><body>{body}{script}</body></html>'
)
_PLAIN = Path(__file__).with_suffix(".css")
_SCREEN = Markup('<meta name="viewport" content="width=device-width">')
"""What a telephone needs to show a page at its own width."""


def printed_page(title: Message, body: Markup, speak: Speaker, style: Path = _PLAIN) -> str:
    """A whole page around its body, with a stylesheet of ours in it: the plain one, or one of its own."""
    return whole_page(speak(title), body, style, speak.language)


def whole_page(title: str, body: Markup, style: Path, language: Language, script: Path | None = None) -> str:
    """A whole page with a stylesheet and perhaps a script of ours, the only one that may run, by its hash."""
    css = Markup(style.read_text(encoding="utf-8"))  # noqa: S704 -- a file of ours
    code = script.read_text(encoding="utf-8") if script else ""
    hashed = b64encode(sha256(code.encode()).digest()).decode()
    allowed = Markup("; script-src 'sha256-{}'").format(hashed) if code else ""
    inner = Markup("<script>{}</script>").format(Markup(code)) if code else ""  # noqa: S704 -- as above
    parts = {"style": css, "body": body, "script": inner, "allowed": allowed}
    return str(_PAGE.format(language=language, title=title, screen=_SCREEN if code else "", **parts))
