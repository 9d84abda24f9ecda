"""Several programmes in one server: each has one place, and every other address leads to one of them."""

from pathlib import Path
from typing import Any

import pytest

from mentorkit.serving.shelf import Directory, Shelf
from mentorkit.serving.visit import OWN, SAMPLE, shelf_place
from tests.serving.workbook import run

FIRST, OTHER = Path("/first.mentorkit"), Path("/other.mentorkit")
PLACES = {OWN: FIRST, SAMPLE: OTHER, shelf_place(OTHER): OTHER, shelf_place(FIRST): FIRST}


def showing(file: Path, place: str) -> Any:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.body", "body": f"{file.stem} at {place}".encode()})

    return app


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(FIRST, showing, Directory(PLACES.get))


def ask(shelf: Shelf, path: str, kind: str = "http", query: bytes = b"") -> list[dict[str, Any]]:
    sent: list[dict[str, Any]] = []

    async def send(event: dict[str, Any]) -> None:
        sent.append(event)

    run(shelf({"type": kind, "path": path, "query_string": query}, None, send))
    return sent


def led_to(answer: list[dict[str, Any]]) -> str:
    assert answer[0]["status"] == 303
    return dict(answer[0]["headers"])[b"location"].decode()


def test_the_first_programme_has_no_place_in_its_address(shelf: Shelf):
    for path in ("/", "/pairing/", "/pass/", "/p/"):
        assert ask(shelf, path)[0]["body"] == b"first at "


def test_another_programme_is_at_its_own_place_under_whatever_name_it_is_asked_for(shelf: Shelf):
    place = shelf_place(OTHER)
    assert led_to(ask(shelf, f"{SAMPLE}/pairing/", query=b"lang=nl")) == f"{place}/pairing/?lang=nl"
    assert led_to(ask(shelf, place)) == f"{place}/"
    assert ask(shelf, f"{place}/pairing/")[0]["body"] == f"other at {place}".encode()


def test_an_open_page_reaches_its_programme_again_after_a_new_start(shelf: Shelf):
    assert ask(shelf, f"{shelf_place(OTHER)}/ws", "websocket")[0]["body"].startswith(b"other at")


@pytest.mark.parametrize("place", [OWN, "/p/gone", shelf_place(FIRST)])
def test_what_is_the_first_one_or_nowhere_leads_to_the_first_one(shelf: Shelf, place: str):
    assert led_to(ask(shelf, f"{place}/intake/")) == "/intake/"
    assert ask(shelf, f"{place}/ws", "websocket") == [{"type": "websocket.close", "code": 1008}]


@pytest.mark.parametrize("rest", ["//evil.example/", "/\r\nx: y"])
def test_no_address_leads_to_another_site(shelf: Shelf, rest: str):
    target = led_to(ask(shelf, f"{OWN}{rest}"))
    assert target.startswith("/")
    assert not target.startswith("//")
    assert "\n" not in target
