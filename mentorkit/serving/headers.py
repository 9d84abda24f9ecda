"""What every answer to the browser carries, so that a page can do no more than it needs."""

import re
import secrets
from collections.abc import Callable, Iterable
from http import HTTPStatus

from mentorkit.serving.asgi import Event, Header, Send

_SCRIPT = re.compile(rb"<script(?=[\s>])", re.IGNORECASE)
_ALWAYS: tuple[Header, ...] = (
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
)
_NEVER_KEPT: Header = (b"cache-control", b"no-store")
_KEPT_UNCHANGED: Header = (b"cache-control", b"private, max-age=86400")
_REPLACED = {b"content-security-policy", *(name for name, _ in (*_ALWAYS, _NEVER_KEPT))}


def content_policy(port: int, nonce: str | None = None) -> bytes:
    """The Content-Security-Policy of an answer.

    Only scripts that the server itself serves or that carry the nonce run; without a
    nonce no script inside a page runs. 'unsafe-eval' is there because the chart library
    compiles its expressions.

    >>> b"frame-src 'none'" in content_policy(8000)
    True
    """
    script = f"'self' 'nonce-{nonce}' 'unsafe-eval'" if nonce else "'self' 'unsafe-eval'"
    return (
        f"default-src 'self'; script-src {script}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; "
        f"connect-src 'self' ws://127.0.0.1:{port} ws://localhost:{port}; "
        "frame-src 'none'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    ).encode()


def armoured(headers: Iterable[Header], policy: bytes, *, is_asset: bool = False) -> list[Header]:
    """The headers of an answer with ours in place of the application's own.

    Whatever would let another site read the answer is dropped. Only the program's own
    files, `is_asset`, may stay in the browser's cache: everything else can hold names.
    """
    own = [(name, value) for name, value in headers if not _is_replaced(name.lower())]
    cache = _KEPT_UNCHANGED if is_asset else _NEVER_KEPT
    return [*own, *_ALWAYS, cache, (b"content-security-policy", policy)]


def _is_replaced(name: bytes) -> bool:
    return name in _REPLACED or name.startswith(b"access-control-")


def armour(send: Send, port: int, *, is_asset: bool) -> Send:
    """Passes an application's answer on with our headers."""

    async def sent(event: Event) -> None:
        if event["type"] == "http.response.start":
            headers = armoured(event.get("headers", ()), content_policy(port), is_asset=is_asset)
            event = {**event, "headers": headers}
        await send(event)

    return sent


class PageArmour:
    """Holds the program's own page back until it is whole, dresses it and marks its scripts with a nonce."""

    def __init__(self, send: Send, port: int, dress: Callable[[bytes], bytes]) -> None:
        self._send = send
        self._port = port
        self._dress = dress
        self._start: Event = {}
        self._body = bytearray()

    async def __call__(self, event: Event) -> None:
        """Take one part of the answer; send everything once the last part is here."""
        if event["type"] == "http.response.start":
            self._start = event
        elif event["type"] == "http.response.body":
            self._body += event.get("body", b"")
            if not event.get("more_body", False):
                await self._flush()

    async def _flush(self) -> None:
        nonce = secrets.token_urlsafe(16)
        is_page = self._start["status"] == HTTPStatus.OK
        page = self._dress(bytes(self._body)) if is_page else bytes(self._body)
        page = _SCRIPT.sub(b'<script nonce="' + nonce.encode() + b'"', page)
        # The page differs every time, so its old length and fingerprint are wrong.
        kept = [
            (name, value)
            for name, value in self._start.get("headers", ())
            if name.lower() not in {b"content-length", b"etag", b"last-modified"}
        ]
        headers = armoured([*kept, (b"content-length", b"%d" % len(page))], content_policy(self._port, nonce))
        await self._send({**self._start, "headers": headers})
        await self._send({"type": "http.response.body", "body": page})
