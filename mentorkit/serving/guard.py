"""The door of the local server: only the coordinator's own browser, with the printed link, comes in."""

import asyncio
import hmac
from collections.abc import Collection
from http import HTTPStatus
from urllib.parse import parse_qsl, quote, urlencode

from mentorkit.serving.asgi import App, Header, Receive, Scope, Send
from mentorkit.serving.headers import Armour, PageArmour, armoured
from mentorkit.serving.visit import split_place
from mentorkit.text import Language, Message, say, speaker

_SECONDS_AFTER_WRONG_TOKEN = 0.5
_ASKS_ONLY = ("GET", "HEAD")
_NOT_YOURS = say(
    "This request did not come from your own mentorkit page, so it was refused to protect "
    "the people in your programme. Open the link that mentorkit printed."
)
_NEEDS_LINK = say(
    "This page opens only with the link that mentorkit printed when it started. "
    "Copy the whole link from the window in which mentorkit runs and open it in this browser."
)


class Guard:
    """An ASGI application that lets only the coordinator's own browser reach the one behind it.

    A request is refused when it names another host (a site that points its name at this
    computer), when it comes from another site or another port, or when it lacks the
    token. The token arrives once, in the address; after that it travels in a cookie
    that scripts and other sites cannot use. `pages` are the paths of the program's own
    pages: only there do scripts get permission to run.
    """

    def __init__(
        self, app: App, *, port: int, token: str, pages: Collection[str] = ("/",), language: Language = "en"
    ) -> None:
        self._app = app
        self._port = port
        self._token = token
        self._pages = frozenset(pages)
        self._speak = speaker(language)
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self._origins = {f"http://{host}" for host in self._hosts}
        # Browsers share cookies between ports, so the port is in the name.
        self._cookie = f"mentorkit-{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one connection in or turn it away."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif not self._is_own(scope):
            await self._refuse(scope, send, HTTPStatus.FORBIDDEN, _NOT_YOURS)
        elif scope["type"] == "http" and (offered := dict(_pairs(scope)).get("token")) is not None:
            await self._welcome(scope, send, offered)
        elif not self._holds_cookie(scope):
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

    def _holds_cookie(self, scope: Scope) -> bool:
        pairs = (
            part.strip().partition("=") for line in _values(scope, b"cookie") for part in line.split(";")
        )
        return any(name == self._cookie and self._is_token(value) for name, _, value in pairs)

    def _is_token(self, offered: str) -> bool:
        return hmac.compare_digest(offered.encode(), self._token.encode())

    async def _welcome(self, scope: Scope, send: Send, offered: str) -> None:
        """Turn the token in the address into a cookie, and take it out of the address."""
        if not self._is_token(offered):
            await asyncio.sleep(_SECONDS_AFTER_WRONG_TOKEN)
            await self._refuse(scope, send, HTTPStatus.UNAUTHORIZED, _NEEDS_LINK)
            return
        rest = urlencode([(name, value) for name, value in _pairs(scope) if name != "token"])
        # A path that starts with two slashes would be read as the name of another site.
        path = "/" + quote(scope["path"]).lstrip("/")
        headers = [
            (b"location", f"{path}?{rest}".rstrip("?").encode()),
            (b"set-cookie", f"{self._cookie}={self._token}; HttpOnly; SameSite=Strict; Path=/".encode()),
        ]
        await _answer(send, HTTPStatus.SEE_OTHER, headers, b"")

    async def _refuse(self, scope: Scope, send: Send, status: HTTPStatus, why: Message) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        text = self._speak(why).encode()
        await _answer(send, status, [(b"content-type", b"text/plain; charset=utf-8")], text)

    def _armour(self, scope: Scope, send: Send) -> Send:
        if scope["type"] == "websocket":
            return send
        if split_place(scope["path"])[1] in self._pages and scope["method"] in _ASKS_ONLY:
            return PageArmour(send, self._port)
        return Armour(send, self._port, is_asset="/assets/" in scope["path"])


async def _answer(send: Send, status: HTTPStatus, headers: list[Header], body: bytes) -> None:
    sized = [*headers, (b"content-length", b"%d" % len(body))]
    guarded = armoured(sized, b"default-src 'none'; frame-ancestors 'none'")
    await send({"type": "http.response.start", "status": int(status), "headers": guarded})
    await send({"type": "http.response.body", "body": body})


def _values(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for header, value in scope["headers"] if header == name]


def _pairs(scope: Scope) -> list[tuple[str, str]]:
    return parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
