"""The door itself, asked without a server in front of it that would turn some requests away before."""

import asyncio
import time
from typing import Any

import pytest

from mentorkit.serving.guard import Guard
from mentorkit.serving.keys import Keys
from mentorkit.serving.shell import Shell
from tests.serving.workbook import run

PORT, TOKEN = 4321, "the-right-key"
HOST = (b"host", b"127.0.0.1:4321")
COOKIE = (b"cookie", b"mentorkit-4321=the-right-key")


async def behind(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


async def ask(*headers: tuple[bytes, bytes], query: str = "", told: list[int] | None = None) -> int:
    """The status of the answer, which is also written down in `told` at the moment it comes."""
    found = [] if told is None else told

    async def send(event: Any) -> None:
        if event["type"] == "http.response.start":
            found.append(event["status"])

    scope = {
        "type": "http",
        "method": "GET",
        "path": "/x",
        "query_string": query.encode(),
        "headers": headers,
    }
    await Guard(behind, port=PORT, keys=Keys(TOKEN), shell=Shell("en", str))(scope, None, send)
    return found[-1]


@pytest.mark.parametrize("other", [b"evil.example", b"127.0.0.1:4321"])
def test_a_request_with_two_hosts_is_refused_even_when_one_or_both_are_hers(other: bytes):
    assert run(ask(HOST, COOKIE)) == 200
    assert run(ask(HOST, (b"host", other), COOKIE)) == 403
    assert run(ask((b"host", other), HOST, COOKIE)) == 403


def test_a_wrong_key_waits_for_its_answer_and_nobody_else_does():
    told: list[int] = []

    async def both() -> None:
        await asyncio.gather(
            ask(HOST, query="token=guess", told=told), ask(HOST, query=f"token={TOKEN}", told=told)
        )

    start = time.monotonic()
    run(both())
    assert told == [303, 401]
    assert time.monotonic() - start >= 0.5
