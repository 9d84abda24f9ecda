"""What stands around every page: words until it is drawn, and a calm screen when mentorkit has stopped."""

import json
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape, unescape
from http import HTTPStatus
from pathlib import Path

from mentorkit.model.programme import unfinished_beside
from mentorkit.serving.asgi import App, Receive, Scope, Send, query_of, reply
from mentorkit.serving.visit import Visit, split_place
from mentorkit.text import LANGUAGES, Language, Message, Speaker, reader, say, speaker

_ALIVE = "/alive"
_SHELL = Path(__file__).with_suffix(".html").read_text(encoding="utf-8")
_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
_LANDMARKS = Path(__file__).with_name("landmarks.js").read_text(encoding="utf-8")
_BUSY = Path(__file__).with_name("busy.js").read_text(encoding="utf-8")
_PRELOAD = re.compile(r'<link rel="preload"[^>]*>')
_PAGE = re.compile(r"(.*?)<title>(.*?)</title>(.*?)</head>\s*<body>(.*)", re.DOTALL)
"""What stands before the title, the title, the rest of the head, and what is in the body."""

_MOMENT = say("One moment: this is being worked out.")


@dataclass(frozen=True)
class Shell:
    """The words around the pages of all programmes, as long as this process runs; `name_at` a place."""

    language: Language
    name_at: Callable[[str], str]
    run: str = field(default_factory=lambda: secrets.token_urlsafe(8))

    def now(self, speak: Speaker, **more: Message) -> str:
        """What a page has to know while mentorkit runs, to say it when it no longer does; as JSON."""
        words = {
            "title": say("mentorkit is not running any more"),
            "again": say("Start mentorkit again. This page then goes on by itself."),
            **more,
        }
        spoken = {name: speak(message) for name, message in words.items()}
        return json.dumps({"run": self.run, "lang": speak.language, **spoken})

    def around(self, page: bytes, scope: Scope) -> bytes:
        """A page of marimo's in the reader's language, with words on it before its styles and scripts come.

        Fonts and pictures that only marimo's own look needs are not fetched.
        """
        speak, place = reader(query_of(scope), self.language), split_place(scope["path"])[0]
        found = _PAGE.fullmatch(_PRELOAD.sub("", page.decode()))
        if found is None:
            return page
        head, title, late, body = found.groups()
        words = {one: _words(unescape(title), speaker(one)) for one in LANGUAGES}
        own = words[speak.language]
        values = {
            "name": escape(self.name_at(place)),
            "wait": escape(speak(say("One moment, your programme is being opened."))),
            "now": escape(self.now(speak)),
            "alive": escape(place + _ALIVE),
            "busy": escape(json.dumps({one: speaker(one)(_MOMENT) for one in LANGUAGES})),
            "words": escape(json.dumps(words)),
            "skip": escape(own["skip"]),
            "script": _SCRIPT,
            "landmarks": _LANDMARKS,
            "press": _BUSY,
        }
        shell = re.sub(r"\{(\w+)\}", lambda name: values[name[1]], _SHELL)
        head = head.replace('<html lang="en">', f'<html lang="{speak.language}">', 1)
        return f"{head}<title>{escape(own['title'])}</title></head><body>{shell}{late}{body}".encode()


def _words(title: str, speak: Speaker) -> dict[str, str]:
    """What changes with the language outside of what marimo draws."""
    said = {"skip": say("Skip to the content"), "find": say("Search in this list")}
    return {name: speak(word) for name, word in said.items()} | {"title": f"{speak(title)} – mentorkit"}


def alive(app: App, visit: Visit, shell: Shell) -> App:
    """The application, which also tells the pages of a programme that it runs, and when it was saved last."""

    async def answering(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != visit.place + _ALIVE:
            await app(scope, receive, send)
            return
        speak = reader(query_of(scope), visit.language)
        now = shell.now(speak, saved=_saved(visit.programme)).encode()
        await reply(send, HTTPStatus.OK, [(b"content-type", b"application/json")], now)

    return answering


def _saved(programme: Path) -> Message:
    draft = unfinished_beside(programme)
    try:
        last = max(programme.stat().st_mtime, draft.stat().st_mtime if draft.exists() else 0)
        written = datetime.fromtimestamp(last, UTC).astimezone()
    except OSError:
        return say("The file of your programme is not in its place any more.")
    return say(
        "Your work is saved. The last change is of {when}; what you changed after that is not saved.",
        when=written,
    )
