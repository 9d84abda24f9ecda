"""The workbook in a real browser: it works for her, and for nobody else."""

import signal
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.serving.conftest import Stranger
from tests.serving.workbook import Workbook, served

NOTEBOOKS = Path(__file__).parent / "notebooks"
NOTEBOOK = Path(__file__).parent / "hostile" / "programme.py"
ATTEMPTS = ("a.png", "c.png", "e.css", "f.png")
"""What the hostile page tries to load from outside, apart from frames."""


def faults(page: Page) -> list[str]:
    """Errors that the page will report from now on: refused content, scripts, failed files."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda line: found.append(line.text) if line.type == "error" else None)
    page.on("response", lambda answer: found.append(answer.url) if answer.status >= 400 else None)
    return found


def outside(page: Page) -> list[str]:
    """Requests to anything but this computer that the page will try from now on."""
    found: list[str] = []
    page.on("request", lambda asked: found.append(asked.url) if is_outside(asked.url) else None)
    return found


def is_outside(url: str) -> bool:
    return urlsplit(url).scheme not in {"data", "blob"} and urlsplit(url).hostname != "127.0.0.1"


def wait_until(page: Page, is_true: Callable[[], bool]) -> None:
    """Let the browser go on until something is true; a minute is the end of it."""
    for _ in range(600):
        if is_true():
            return
        page.wait_for_timeout(100)
    pytest.fail("The page never got that far.")


def log_in(page: Page, workbook: Workbook) -> None:
    page.goto(workbook.address)
    expect(page.get_by_text("The weight is 3.")).to_be_visible(timeout=60_000)


def test_her_own_page_works_with_charts_and_tables_and_without_the_outside(page: Page, workbook: Workbook):
    errors, requests = faults(page), outside(page)
    log_in(page, workbook)
    assert page.url == f"{workbook.origin}/"
    expect(page.locator("canvas, svg.marks").nth(1)).to_be_visible(timeout=60_000)
    expect(page.get_by_role("cell", name="Amira")).to_be_visible(timeout=60_000)
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("The weight is 4.")).to_be_visible(timeout=60_000)
    assert errors == []
    assert requests == []


def test_a_page_says_calmly_that_mentorkit_has_stopped_and_goes_on_when_it_runs_again(
    page: Page, tmp_path: Path
):
    gone, slider = page.locator("#mk-gone"), page.get_by_role("slider").first
    with served(NOTEBOOKS, tmp_path) as before:
        log_in(page, before)
        expect(page.locator("#mk-wait")).to_be_hidden()
        before.process.kill()
        slider.focus()
        page.keyboard.press("ArrowRight")
        expect(gone).to_contain_text("mentorkit draait niet meer")
        expect(gone).to_be_focused()
        assert page.locator("#root").evaluate("root => root.inert")
        moved = slider.get_attribute("aria-valuenow")
        page.keyboard.press("ArrowRight")
        assert slider.get_attribute("aria-valuenow") == moved
        assert page.evaluate("document.elementFromPoint(200, 20).id") == "mk-gone"
    with served(NOTEBOOKS, tmp_path) as again:
        assert again.port == before.port
        expect(page.get_by_text("The weight is 3.")).to_be_visible(timeout=60_000)
        expect(gone).to_be_hidden()


def test_a_file_that_she_chooses_arrives(page: Page, workbook: Workbook):
    log_in(page, workbook)
    page.locator("input[type=file]").set_input_files(
        {"name": "people.csv", "mimeType": "text/csv", "buffer": b"name"}
    )
    expect(page.get_by_text("Received people.csv")).to_be_visible(timeout=60_000)


def test_what_she_downloads_is_what_was_made(page: Page, workbook: Workbook):
    log_in(page, workbook)
    expect(page.locator("canvas, svg.marks").nth(1)).to_be_visible(timeout=60_000)  # until then things move
    with page.expect_download(timeout=60_000) as download:
        page.get_by_text("Get the plan").click()
    assert Path(download.value.path()).read_bytes() == b"the plan"


def test_another_browser_without_the_link_sees_only_how_to_get_in(page: Page, workbook: Workbook):
    for address in (workbook.origin, f"{workbook.origin}/?token=guess"):
        answer = page.goto(address)
        assert answer.status == 401
        expect(page.get_by_text("de link die mentorkit")).to_be_visible()


def test_a_page_of_another_program_on_this_computer_gets_nothing(
    page: Page, workbook: Workbook, stranger: Stranger
):
    log_in(page, workbook)
    page.goto(stranger.origin)
    socket = page.evaluate(
        """port => new Promise(done => {
            const socket = new WebSocket(`ws://127.0.0.1:${port}/ws?session_id=s_other`)
            socket.onopen = () => done("open")
            socket.onerror = () => done("refused")
        })""",
        workbook.port,
    )
    fetched = page.evaluate(
        "url => fetch(url, {credentials: 'include'}).then(() => 'read', () => 'refused')", workbook.origin
    )
    sent = page.evaluate(
        """url => fetch(url, {credentials: 'include', method: 'POST', mode: 'no-cors', body: '{}'})
            .then(() => 'sent', () => 'refused')""",
        f"{workbook.origin}/api/kernel/instantiate",
    )
    assert (socket, fetched) == ("refused", "refused")
    assert sent in {"sent", "refused"}  # the browser may send it; the server's answer is in test_guard


def test_a_page_of_another_program_cannot_frame_or_follow_a_link_to_it(
    page: Page, workbook: Workbook, stranger: Stranger
):
    log_in(page, workbook)
    page.goto(stranger.origin)
    page.evaluate(
        "url => { document.body.innerHTML = `<iframe src='${url}'></iframe><a href='${url}'>Go</a>` }",
        workbook.origin,
    )
    page.wait_for_load_state("networkidle")
    assert "The weight is" not in "".join(frame.content() for frame in page.frames)
    with page.expect_response(f"{workbook.origin}/") as answer:
        page.get_by_text("Go").click()
    assert answer.value.status == 403


def test_a_site_that_points_its_name_at_this_computer_gets_nothing(page: Page, workbook: Workbook):
    for path in ("/", f"/?token={workbook.token}"):
        assert page.goto(f"http://rebound.test:{workbook.port}{path}").status == 403


def test_words_of_participants_run_nothing_and_reach_nobody(
    page: Page, hostile: Workbook, stranger: Stranger
):
    stranger.asked.clear()
    blocked: set[str] = set()
    page.on("requestfailed", lambda asked: blocked.add(asked.url))
    page.goto(hostile.address)
    wait_until(page, lambda: {f"http://outside.example/{name}" for name in ATTEMPTS} <= blocked)
    expect(page.locator("iframe").nth(3)).to_be_attached(timeout=60_000)
    assert page.title() == "A hostile page – mentorkit"
    with page.expect_event("console", lambda line: "form-action" in line.text, timeout=60_000):
        page.get_by_text("Send").dispatch_event("click")
    assert page.url == f"{hostile.origin}/"
    assert stranger.asked == []


def test_a_file_with_script_in_it_runs_nothing_when_it_is_opened_as_a_page(page: Page, hostile: Workbook):
    page.goto(hostile.address)
    link = page.locator("a[href*='@file']").first
    link.wait_for(state="attached", timeout=60_000)
    page.goto(link.evaluate("link => link.href"))
    assert "BROKEN INTO" in page.content()
    assert page.title() != "BROKEN INTO"


def test_what_an_error_says_is_written_nowhere(page: Page, short_lived: Workbook):
    page.goto(short_lived.address)
    expect(page.get_by_text("An internal error occurred").first).to_be_visible(timeout=60_000)
    code, printed = short_lived.end()
    files = [
        path for path in short_lived.home.rglob("*") if path.is_file() and b"CANARY" in path.read_bytes()
    ]
    assert (code, files) == (0, [])
    assert "CANARY" not in printed
    beside = [path.name for path in NOTEBOOK.parent.iterdir() if path.name != "__pycache__"]
    assert beside == [NOTEBOOK.name]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_server_stops_while_her_page_is_open(page: Page, short_lived: Workbook, number: signal.Signals):
    page.goto(short_lived.address)
    expect(page.get_by_text("Everything was shown")).to_be_visible(timeout=60_000)
    code, printed = short_lived.end(number)
    assert (code, printed) == (0, "ended\n")
