"""Who is let in, asked of a real server with requests that are exactly as given."""

import http.client
import re

import pytest

from tests.serving.workbook import Workbook

OWN_HOSTS = ("127.0.0.1", "localhost")
CONTENT_POLICY = "Content-Security-Policy"


def own(workbook: Workbook, name: str = "127.0.0.1") -> dict[str, str]:
    return {"Origin": f"http://{name}:{workbook.port}"}


@pytest.mark.parametrize("name", OWN_HOSTS)
def test_the_link_gives_a_cookie_and_an_address_without_the_token(workbook: Workbook, name: str):
    answer = workbook.ask(f"/?token={workbook.token}&view=a%20b", host=f"{name}:{workbook.port}")
    assert answer.status == 303
    assert answer.headers["Location"] == "/?view=a+b"
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith(f"mentorkit-{workbook.port}=")
    assert {"HttpOnly", "SameSite=Strict"} <= set(cookie.split("; "))


def test_the_link_never_leads_to_another_site(workbook: Workbook):
    answer = workbook.ask(f"//evil.example/x?token={workbook.token}")
    assert answer.headers["Location"] == "/evil.example/x"


@pytest.mark.parametrize("path", ["/", "/?token=", "/?token=guess", "/assets/x.js", "/@file/1-x.csv"])
def test_without_the_token_nothing_is_shown(workbook: Workbook, path: str):
    answer = workbook.ask(path)
    assert answer.status == 401
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "de link die mentorkit" in answer.body.decode()


def test_the_cookie_of_another_port_or_with_another_value_does_not_count(workbook: Workbook):
    for cookie in (f"mentorkit-{workbook.port + 1}={workbook.token}", f"mentorkit-{workbook.port}=guess"):
        assert workbook.ask(headers={"Cookie": cookie}).status == 401


def test_the_cookie_is_found_among_cookies_of_other_programs(workbook: Workbook):
    others = 'session={"a": "b, c"}; odd; ' + workbook.cookie["Cookie"]
    assert workbook.ask(headers={"Cookie": others}).status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "[::1]:{port}"]
)
def test_a_request_that_names_another_host_is_refused(workbook: Workbook, host: str):
    named = host.format(port=workbook.port)
    assert workbook.ask(headers=workbook.cookie, host=named).status == 403
    assert workbook.ask(f"/?token={workbook.token}", host=named).status == 403
    assert workbook.knock(workbook.cookie | own(workbook), host=named) == 403


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "http://127.0.0.1:1", "https://127.0.0.1:{port}", "null"]
)
def test_whatever_comes_from_another_origin_is_refused(workbook: Workbook, origin: str):
    headers = workbook.cookie | {"Origin": origin.format(port=workbook.port)}
    assert workbook.ask(headers=headers).status == 403
    assert workbook.ask("/api/kernel/instantiate", headers, method="POST").status == 403
    assert workbook.ask("/api/kernel/instantiate", headers, method="OPTIONS").status == 403
    assert workbook.knock(headers) == 403


def test_a_websocket_or_a_change_without_an_origin_is_refused(workbook: Workbook):
    assert workbook.knock(workbook.cookie) == 403
    assert workbook.ask("/api/kernel/instantiate", workbook.cookie, method="POST").status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_page_that_another_site_asks_for_is_refused(workbook: Workbook, site: str):
    assert workbook.ask(headers=workbook.cookie | {"Sec-Fetch-Site": site}).status == 403


@pytest.mark.parametrize("site", ["none", "same-origin"])
def test_a_page_that_she_asks_for_is_shown(workbook: Workbook, site: str):
    assert workbook.ask(headers=workbook.cookie | {"Sec-Fetch-Site": site}).status == 200


@pytest.mark.parametrize("name", OWN_HOSTS)
def test_a_websocket_from_her_own_page_needs_the_cookie(workbook: Workbook, name: str):
    assert workbook.knock(own(workbook, name)) == 403
    assert workbook.knock(own(workbook, name) | workbook.cookie) == 101


def test_every_page_has_a_fresh_nonce_on_every_script_and_no_other_script_may_run(workbook: Workbook):
    nonces = set()
    for _ in range(2):
        answer = workbook.ask(headers=workbook.cookie)
        page = answer.body.decode()
        [nonce] = set(re.findall(r"'nonce-([^']+)'", answer.headers[CONTENT_POLICY]))
        assert len(re.findall(r"<script[\s>]", page)) == page.count(f'<script nonce="{nonce}"') > 1
        assert "'unsafe-inline'" not in policy(answer)["script-src"]
        nonces.add(nonce)
    assert len(nonces) == 2


def policy(answer: http.client.HTTPResponse) -> dict[str, list[str]]:
    parts = (part.split() for part in answer.headers[CONTENT_POLICY].split(";"))
    return {name: sources for name, *sources in parts}


def test_a_page_can_reach_only_this_server(workbook: Workbook):
    rules = policy(workbook.ask(headers=workbook.cookie))
    nothing = ("frame-src", "object-src", "frame-ancestors")
    assert all(rules[name] == ["'none'"] for name in nothing)
    sources = {source for values in rules.values() for source in values}
    outside = {source for source in sources if "//" in source or source == "*"}
    assert outside == {f"ws://127.0.0.1:{workbook.port}", f"ws://localhost:{workbook.port}"}


@pytest.mark.parametrize("path", ["/", "/manifest.json", "/nowhere", "/?token=guess"])
def test_every_answer_is_for_her_own_page_alone(workbook: Workbook, path: str):
    headers = workbook.ask(path, workbook.cookie).headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in headers[CONTENT_POLICY]
    assert len(headers.get_all("Cache-Control")) == len(headers.get_all("Referrer-Policy")) == 1


def test_no_answer_invites_another_origin(workbook: Workbook):
    answer = workbook.ask(headers=workbook.cookie | own(workbook))
    assert answer.status == 200
    assert [name for name in answer.headers if name.lower().startswith("access-control-")] == []


def test_the_page_has_its_true_length_and_no_fingerprint_of_an_older_one(workbook: Workbook):
    answer = workbook.ask(headers=workbook.cookie)
    assert int(answer.headers["Content-Length"]) == len(answer.body)
    assert answer.headers["ETag"] is None


def test_only_scripts_and_styles_of_the_program_stay_in_the_browser(workbook: Workbook):
    page = workbook.ask(headers=workbook.cookie).body.decode()
    asset = re.search(r'src="\.(/assets/[^"]+\.js)"', page).group(1)
    answer = workbook.ask(asset, workbook.cookie)
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Cache-Control"] == "private, max-age=86400"


def test_the_server_does_not_say_what_it_is_made_of(workbook: Workbook):
    assert workbook.ask().headers["Server"] is None
