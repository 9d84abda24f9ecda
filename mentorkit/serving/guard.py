"""The door of the local server: only the coordinator's own browser, with the printed link, comes in."""

import asyncio
import time
from collections.abc import Collection
from http import HTTPStatus
from urllib.parse import urlencode

from mentorkit.serving.asgi import App, Receive, Scope, Send, hang_up, location, query_of, reply
from mentorkit.serving.headers import PageArmour, armour, armoured
from mentorkit.serving.keys import Keys
from mentorkit.serving.shell import Shell
from mentorkit.serving.visit import split_place
from mentorkit.text import Message, reader, say

_SECONDS_AFTER_WRONG_TOKEN = 0.5
_MOST_WRONG, _MINUTE = 10, 60.0
"""So many wrong keys within so many seconds; then none is looked at for a while."""

_ASKS_ONLY = ("GET", "HEAD")
_NOTHING = b"default-src 'none'; frame-ancestors 'none'"
_NOT_YOURS = say(
    "This request did not come from your own mentorkit page, so it was refused to protect "
    "the people in your programme. Open the link that mentorkit printed."
)
_NEEDS_LINK = say(
    "This page opens only with the link that mentorkit printed when it started. "
    "Copy the whole link from the window in which mentorkit runs and open it in this browser."
)
_LATER = say(
    "Too many wrong links were tried in the last minute. "
    "Wait a minute, and open the link that mentorkit printed."
)


class Guard:
    """An ASGI application that lets only the coordinator's own browser reach the one behind it.

    A request is refused when it names another host (a site that points its name at this
    computer), when it comes from another site or another port, or when it lacks the
    token. The token arrives once, in the address; after that it travels in a cookie
    that scripts and other sites cannot use. `pages` are the paths of the program's own
    pages, which get the `shell` around them: only there do scripts get permission to run.
    """

    def __init__(
        self, app: App, *, port: int, keys: Keys, shell: Shell, pages: Collection[str] = ("/",)
    ) -> None:
        self._app = app
        self._port = port
        self._keys = keys
        self._shell = shell
        self._pages = frozenset(pages)
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self._origins = {f"http://{host}" for host in self._hosts}
        self._wrong: list[float] = []
        # Browsers share cookies between ports, so the port is in the name.
        self._cookie = f"mentorkit-{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one connection in or turn it away."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif not self._is_own(scope):
            await self._refuse(scope, send, HTTPStatus.FORBIDDEN, _NOT_YOURS)
        elif scope["type"] == "http" and (offered := query_of(scope).get("token")) is not None:
            await self._welcome(scope, send, offered)
        elif not self._holds_key(scope) and self._comes_back(scope):
            await self._let_in(scope, send)
        elif not self._holds_key(scope):
            await self._refuse(scope, send, HTTPStatus.UNAUTHORIZED, _NEEDS_LINK)
        else:
            await self._app(scope, receive, self._armour(scope, send))

    def _is_own(self, scope: Scope) -> bool:
        """Whether the request names this server and comes from its own page or the address bar."""
        hosts = _values(scope, b"host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return False
        origins = _values(scope, b"origin")
        if scope["type"] == "http" and scope["method"] in _ASKS_ONLY and not origins:
            return set(_values(scope, b"sec-fetch-site")) <= {"none", "same-origin"}
        return len(origins) == 1 and origins[0] in self._origins

    def _holds_key(self, scope: Scope) -> bool:
        return any(map(self._keys.opens, self._cookies(scope)))

    def _comes_back(self, scope: Scope) -> bool:
        """Whether a page holds the key of an earlier run, which is good for one time."""
        is_asking = scope["type"] == "http" and scope["method"] in _ASKS_ONLY
        return is_asking and any(map(self._keys.returns, self._cookies(scope)))

    def _cookies(self, scope: Scope) -> list[str]:
        parts = (part.strip() for line in _values(scope, b"cookie") for part in line.split(";"))
        pairs = (part.partition("=") for part in parts)
        return [value for name, _, value in pairs if name == self._cookie]

    async def _welcome(self, scope: Scope, send: Send, offered: str) -> None:
        """Turn the key in the address into a cookie; who was let in already needs none."""
        if self._holds_key(scope):
            await self._let_in(scope, send)
            return
        self._wrong = [at for at in self._wrong if time.monotonic() - at < _MINUTE]
        if len(self._wrong) >= _MOST_WRONG:  # not even looked at
            await self._refuse(scope, send, HTTPStatus.TOO_MANY_REQUESTS, _LATER)
        elif self._keys.opens(offered) or self._keys.returns(offered):
            await self._let_in(scope, send)
        else:
            self._wrong.append(time.monotonic())
            await asyncio.sleep(_SECONDS_AFTER_WRONG_TOKEN)
            await self._refuse(scope, send, HTTPStatus.UNAUTHORIZED, _NEEDS_LINK)

    async def _let_in(self, scope: Scope, send: Send) -> None:
        """Give the key of this run, and the same address without a key in it."""
        rest = urlencode([(name, value) for name, value in query_of(scope).items() if name != "token"])
        cookie = f"{self._cookie}={self._keys.current}; HttpOnly; SameSite=Strict; Path=/"
        headers = [location("", scope["path"], rest), (b"set-cookie", cookie.encode())]
        await reply(send, HTTPStatus.SEE_OTHER, armoured(headers, _NOTHING))

    async def _refuse(self, scope: Scope, send: Send, status: HTTPStatus, why: Message) -> None:
        if scope["type"] == "websocket":
            await hang_up(send)
            return
        text = reader(query_of(scope), self._shell.language)(why).encode()
        headers = armoured([(b"content-type", b"text/plain; charset=utf-8")], _NOTHING)
        await reply(send, status, headers, text)

    def _armour(self, scope: Scope, send: Send) -> Send:
        if scope["type"] == "websocket":
            return send
        if split_place(scope["path"])[1] in self._pages and scope["method"] in _ASKS_ONLY:
            return PageArmour(send, self._port, lambda page: self._shell.around(page, scope))
        return armour(send, self._port, is_asset="/assets/" in scope["path"])


def _values(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for header, value in scope["headers"] if header == name]
