"""Where the functions of a JavaScript file begin and end, as far as our own files need it.

Brackets are matched outside comments, strings, templates and regular expressions. A brace opens a
function after `=>`, and after the closing parenthesis of anything but `if`, `for` and their like. A
function without braces ends where its expression does. What does not match is an error, so that
nothing is passed over in silence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    (?P<blank> \s+ | //[^\n]* | /\*.*?\*/ )
  | "(?:\\.|[^"\\\n])*"
  | '(?:\\.|[^'\\\n])*'
  | \#?[\w$]+
  | =>
  | [^"'`]
    """,
    re.DOTALL | re.VERBOSE,
)
_REGEX = re.compile(r"/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/\w*")
_TEMPLATE = re.compile(r"[`}](?:\\.|\$(?!\{)|[^`\\$])*(?:`|\$\{)", re.DOTALL)

_PAIRS = {"(": ")", "[": "]", "{": "}", "${": "}"}
_CONTROL = {"await", "catch", "for", "if", "switch", "while", "with"}
_BEFORE_A_VALUE = {
    "",
    "await",
    "case",
    "delete",
    "else",
    "in",
    "of",
    "return",
    "throw",
    "typeof",
    "void",
    "yield",
}
_OPERATORS = {"=>", *"?:&|+-*/%<>=.!^~"}


@dataclass(frozen=True)
class Function:
    """Where its body is opened, what it is called there, and the lines of its body."""

    line: int
    name: str
    body_lines: int


@dataclass(frozen=True)
class _Token:
    text: str
    line: int
    end_line: int

    @property
    def closes(self) -> str:
        """The bracket it closes; a template goes on after the brace of a value in it."""
        return self.text[0] if self.text[0] in ")]}" else ""

    @property
    def opens(self) -> str:
        return "${" if self.text.endswith("${") else self.text if self.text in _PAIRS else ""


@dataclass
class _Open:
    """A bracket, or a function without one, of which the end has not come."""

    bracket: str
    line: int
    owner: str
    is_function: bool
    first_line: int | None = None

    def closed(self, last: _Token) -> Function:
        lines = 0 if self.first_line is None else last.end_line - self.first_line + 1
        return Function(self.line, self.owner, lines)


def functions(text: str) -> list[Function]:
    """Every function, also one within another, in the order in which they end."""
    found: list[Function] = []
    opened: list[_Open] = []
    before = _Token("", 1, 1)
    owner = ""
    for token in _tokens(text):
        while opened and opened[-1].bracket == "=>" and _ends(before, token):
            found.append(opened.pop().closed(before))
        if token.closes:
            last = _matching(opened, token)
            owner = last.owner
            if last.is_function:
                found.append(last.closed(before))
        elif opened and opened[-1].first_line is None:
            opened[-1].first_line = token.line
        if before.text == "=>" and token.text != "{":
            opened.append(_Open("=>", before.line, "=>", True, token.line))
        if token.opens:
            opened.append(_opening(before, token, owner))
        before = token
    while opened and opened[-1].bracket == "=>":
        found.append(opened.pop().closed(before))
    if opened:
        raise ValueError(f"line {opened[-1].line}: nothing closes {opened[-1].bracket}")
    return found


def _opening(before: _Token, token: _Token, owner: str) -> _Open:
    """A bracket that opens; a parenthesis belongs to the word before it, and so does what follows it."""
    if token.opens != "{":
        return _Open(token.opens, token.line, before.text, False)
    is_function = before.text == "=>" or (before.text == ")" and owner not in _CONTROL)
    return _Open("{", token.line, owner if before.text == ")" else before.text, is_function)


def _matching(opened: list[_Open], token: _Token) -> _Open:
    if not opened or _PAIRS.get(opened[-1].bracket) != token.closes:
        raise ValueError(f"line {token.line}: {token.closes} closes nothing")
    return opened.pop()


def _ends(before: _Token, token: _Token) -> bool:
    """Whether an expression ends between these two, none of its own brackets being open."""
    is_new_line = token.line > before.end_line and not {before.text, token.text} & _OPERATORS
    return bool(token.closes) or token.text in {",", ";"} or is_new_line


def _tokens(text: str) -> Iterator[_Token]:
    """Words, signs and whole values; a template comes in pieces, parted by the values in it."""
    at, line, before = 0, 1, ""
    braces: list[str] = []
    while at < len(text):
        is_in_template = text[at] == "}" and braces[-1:] == ["${"]
        is_value = before in _BEFORE_A_VALUE or not re.search(r"[\w$)\]}\"'`]$", before)
        pattern = _TEMPLATE if text[at] == "`" or is_in_template else _TOKEN
        found = (is_value and _REGEX.match(text, at)) or pattern.match(text, at)
        if found is None:
            raise ValueError(f"line {line}: what begins here does not end")
        token = _Token(found[0], line, line + found[0].count("\n"))
        if not found.groupdict().get("blank"):
            yield token
            before = token.text
            if token.closes == "}":
                braces[-1:] = []
            if token.opens in {"{", "${"}:
                braces.append(token.opens)
        at, line = found.end(), token.end_line
