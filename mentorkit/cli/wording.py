"""The command line in the reader's own language: its help, and what it says about wrong use.

typer writes English only. What it says by itself is told again here; our own help is in the catalogue
like any other sentence.
"""

import re
import sys
from collections.abc import Sequence
from typing import Any

import typer

from mentorkit.cli.spoken import WRONG_USE
from mentorkit.text import Language, Speaker, reader, say
from mentorkit.text.language import language_here

_OF_TYPER = re.compile(
    r"(?m)^(?:Usage:|Arguments|Options|Commands)|Show this.+exit\.|\[required\]|\[env\s+var:|default:"
)
_IN_A_ROW = re.compile(r"\{([A-Z ]+)\}\.\.\.|(?<=[A-Z]) <Path,Path>")
"""How typer writes arguments that belong together, with their names in braces; it is said without them."""
_WRONG_USE = (
    (r"Missing \w+ (?P<name>.+?)\.", say("{name} is missing.")),
    (r"Argument .+ takes 2 values\.", say("Two files are needed. For help: mentorkit pair --help")),
    (r"No such option: (?P<name>\S+).*", say("There is no option {name}.")),
    (r"No such command (?P<name>\S+)\..*", say("There is no command {name}.")),
    (r"Invalid value for (?P<name>.+?): (?P<why>.*)", say("This value does not fit {name}: {why}")),
)


def asked_language(words: Sequence[str]) -> Language:
    """The language that the words of a command ask for, before typer reads them; else the usual one."""
    found = re.search(r" --lang[ =](\S+)", f" {' '.join(words)}")
    return reader({"lang": found and found[1]}, language_here()).language


def run(app: typer.Typer, speak: Speaker) -> None:
    """Run the command that was typed; wrong use is told in the reader's language, and ends with 2."""
    command: Any = typer.main.get_command(app)
    _translate(command, speak)
    try:
        sys.exit(command(prog_name="mentorkit", standalone_mode=False) or 0)
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        typer.echo(_wrong_use(error, speak), err=True)
        sys.exit(WRONG_USE)


def _translate(command: Any, speak: Speaker) -> None:
    context = _context_class(command.context_class, speak)
    for one in (command, *command.commands.values()):
        one.context_class = context
        one.help, one.options_metavar = speak(one.help), speak(one.options_metavar)
        for option in one.params:
            option.help = option.help and speak(option.help)
    command.subcommand_metavar = speak(command.subcommand_metavar)


def _context_class(base: Any, speak: Speaker) -> type:
    class Formatter(base.formatter_class):  # type: ignore[misc]
        def getvalue(self) -> str:
            plain = _IN_A_ROW.sub(lambda names: names[1] or "", super().getvalue())
            return _OF_TYPER.sub(lambda words: speak(" ".join(words[0].split())), plain)

    return type("Context", (base,), {"formatter_class": Formatter})


def _wrong_use(error: Any, speak: Speaker) -> str:
    said = error.format_message()
    for pattern, message in _WRONG_USE:
        if found := re.fullmatch(pattern, said, re.DOTALL):
            said = speak(message.filled(**found.groupdict()))
    if error.ctx is None:
        return str(said)
    more = speak(say("For help: {command} --help", command=error.ctx.command_path))
    return f"{error.ctx.get_usage()}\n{more}\n\n{said}"
