"""The functions of a JavaScript file are found, and nothing that only looks like one."""

import pytest

from tests.javascript import functions
from tests.sources import SCRIPTS


def lines_of(text: str) -> dict[str, int]:
    return {function.name: function.body_lines for function in functions(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("function one(a) {\n  a()\n  a()\n}", {"one": 2}),
        ("function one({ a }, b = {}) {\n  a()\n}", {"one": 1}),
        ("class One {\n  #two(a) {\n    a()\n\n    a()\n  }\n}", {"#two": 3}),
        ("const one = a => {\n  a()\n}", {"=>": 1}),
        ("const one = a => { a() }", {"=>": 1}),
        ("const one = () => {}", {"=>": 0}),
        ("function one() {\n  function two() {\n    1\n  }\n}", {"one": 3, "two": 1}),
    ],
)
def test_a_body_runs_from_its_first_line_to_its_last(text: str, expected: dict[str, int]):
    assert lines_of(text) == expected


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("const one = a => a\nconst two = 2", 1),
        ("const one = a =>\n  a\n    ? 1\n    : 2\nconst two = 2", 3),
        ("const one = a => [\n  1,\n  2,\n]\nconst two = 2", 4),
        ("call(a => make(\n  a,\n), {\n})", 3),
        ("const one = a => a", 1),
    ],
)
def test_a_body_without_braces_ends_with_its_expression(text: str, lines: int):
    assert lines_of(text) == {"=>": lines}


@pytest.mark.parametrize(
    "text",
    [
        "if (a) {\n}",
        "for (const a of b) {\n}",
        "while (a()) {\n}",
        "const one = { a: [1], b: {} }",
        "class One extends Two {\n  a = {}\n}",
        "try { a() } catch (error) { b() }",
    ],
)
def test_other_braces_open_no_function(text: str):
    assert functions(text) == []


@pytest.mark.parametrize(
    "inside",
    [
        "// }",
        "/* } \n { */",
        "'}' + \"{\" + '\\'}'",
        "`}`",
        "`a ${b ? `{${{ c: 1 }.c}` : '}'} }`",
        "c = /[/}]\\}/.test(a)",
        "a / b; c = '}' / d",
        "return /}/",
    ],
)
def test_braces_in_words_are_no_braces(inside: str):
    text = f"function one() {{\n  a()\n  {inside}\n  b()\n}}"
    assert lines_of(text) == {"one": len(text.splitlines()) - 2}


@pytest.mark.parametrize("text", ["function one() {", "one())", "call(]", "`one", "'one"])
def test_what_does_not_match_is_an_error(text: str):
    with pytest.raises(ValueError, match="line 1"):
        functions(text)


def test_our_own_files_are_read_to_the_last_function():
    """Each of them ends with one that a lost bracket would have swallowed."""
    last = {path.name: functions(path.read_text(encoding="utf-8"))[-1].name for path in SCRIPTS}
    ends = {
        "away.js": "render",
        "board.js": "render",
        "board_list.js": "end",
        "board_map.js": "#press",
        "busy.js": "hear",
        "landmarks.js": "skip",
        "page.js": "tellWhenOut",
        "shell.js": "send",
        "tabs.js": "render",
        "top.js": "render",
        "weeks.js": "render",
    }
    assert last == ends
