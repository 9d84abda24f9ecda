"""The words of ASGI, the contract between a web server and an application."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias
from urllib.parse import parse_qsl, quote

Scope: TypeAlias = MutableMapping[str, Any]
Event: TypeAlias = MutableMapping[str, Any]
Header: TypeAlias = tuple[bytes, bytes]
Receive: TypeAlias = Callable[[], Awaitable[Event]]
Send: TypeAlias = Callable[[Event], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]


def query_of(scope: Scope) -> dict[str, str]:
    """What an address asks for behind its question mark; of what is there twice, the last."""
    return dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))


def location(place: str, path: str, query: str) -> Header:
    """The header that leads a browser to a path of a place; `place` has no slash at its end."""
    # A path that starts with two slashes would be read as the name of another site.
    target = f"{place}/{quote(path.lstrip('/'))}"
    return b"location", (f"{target}?{query}" if query else target).encode("latin-1")


async def reply(send: Send, status: int, headers: list[Header], body: bytes = b"") -> None:
    """Answer a request at once and whole."""
    sized = [*headers, (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": int(status), "headers": sized})
    await send({"type": "http.response.body", "body": body})


async def hang_up(send: Send) -> None:
    """Turn a lasting connection away."""
    await send({"type": "websocket.close", "code": 1008})
