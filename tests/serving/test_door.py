"""The door itself, asked without a server in front of it that would turn some requests away before."""

import asyncio
import socket
import threading
import time
from typing import Any

import pytest
import uvicorn

from mentorkit.serving import serve
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


async def ask(
    *headers: tuple[bytes, bytes], query: str = "", told: list[int] | None = None, door: Guard | None = None
) -> int:
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
    await (door or new_door())(scope, None, send)
    return found[-1]


def new_door() -> Guard:
    return Guard(behind, port=PORT, keys=Keys(TOKEN), shell=Shell("en", str))


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


def test_row_28_after_ten_wrong_keys_in_a_minute_none_is_looked_at(monkeypatch: pytest.MonkeyPatch):
    door, clock = new_door(), time.monotonic()

    async def guess() -> list[int]:
        return await asyncio.gather(*(ask(HOST, query=f"token={n}", door=door) for n in range(12)))

    assert sorted(run(guess())) == [401] * 10 + [429] * 2
    assert run(ask(HOST, query=f"token={TOKEN}", door=door)) == 429
    assert run(ask(HOST, COOKIE, query="token=guess", door=door)) == 303
    monkeypatch.setattr("time.monotonic", lambda: clock + 65)
    assert run(ask(HOST, query=f"token={TOKEN}", door=door)) == 303


def test_row_28_who_sends_half_a_request_is_not_waited_for(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(serve, "SECONDS_TO_ASK", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(serve._settings(serve._ending_sessions(behind, [])))
        running = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        running.start()
        address = listener.getsockname()
        with socket.create_connection(address, 10) as half, socket.create_connection(address, 10) as whole:
            half.sendall(b"GET / HTTP/1.1\r\nHost:")
            for _ in range(2):
                whole.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                answer = whole.recv(12)
                while not answer.endswith(b"0\r\n\r\n"):
                    answer += whole.recv(4096)
                assert answer.startswith(b"HTTP/1.1 200")
            assert half.recv(1) == b""
        server.should_exit = True
        running.join()
