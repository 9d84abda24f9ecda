"""What stands around every page: words until it is drawn, and a calm screen when mentorkit has stopped."""

import json
import re
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape, unescape
from pathlib import Path

from mentorkit.text import Language, Message, say, speaker

ALIVE = "/alive"
"""Where a page asks whether mentorkit still runs."""

_HERE = Path(__file__)
_SHELL = _HERE.with_suffix(".html").read_text(encoding="utf-8")
_SCRIPT = _HERE.with_suffix(".js").read_text(encoding="utf-8")
_PRELOAD = re.compile(r'<link rel="preload"[^>]*>')
_PAGE = re.compile(r"(.*?)<title>(.*?)</title>(.*?)</head>\s*<body>(.*)", re.DOTALL)
"""What stands before the title, the title, the rest of the head, and what is in the body."""


@dataclass(frozen=True)
class Shell:
    """The words around the pages of one programme, as long as this process runs."""

    programme: Path
    language: Language
    run: str = field(default_factory=lambda: secrets.token_urlsafe(8))

    def now(self, language: Language) -> str:
        """What a page has to know while mentorkit runs, to say it when it no longer does; as JSON."""
        speak = speaker(language)
        words = {
            "title": say("mentorkit is not running any more"),
            "saved": self._saved(),
            "again": say("Start mentorkit again. This page then goes on by itself."),
        }
        spoken = {name: speak(message) for name, message in words.items()}
        return json.dumps({"run": self.run, "lang": language, **spoken})

    def _saved(self) -> Message:
        try:
            written = datetime.fromtimestamp(self.programme.stat().st_mtime, UTC).astimezone()
        except OSError:
            return say("The file of your programme is not in its place any more.")
        return say(
            "Your work is saved. The last change is of {when}; what you changed after that is not saved.",
            when=written,
        )

    def around(self, page: bytes, language: Language) -> bytes:
        """A page of marimo's in the reader's language, with words on it before its styles and scripts come.

        Fonts and pictures that only marimo's own look needs are not fetched.
        """
        found = _PAGE.fullmatch(_PRELOAD.sub("", page.decode()))
        if found is None:
            return page
        speak, (head, title, late, body) = speaker(language), found.groups()
        values = {
            "wait": escape(speak(say("One moment, your programme is being opened."))),
            "now": escape(self.now(language)),
            "script": _SCRIPT,
        }
        shell = re.sub(r"\{(\w+)\}", lambda name: values[name[1]], _SHELL)
        head = head.replace('<html lang="en">', f'<html lang="{language}">', 1)
        name = escape(f"{speak(unescape(title))} – mentorkit")
        return f"{head}<title>{name}</title></head><body>{shell}{late}{body}".encode()
