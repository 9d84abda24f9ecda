"""The care of a programme file: backups, one put back, a person erased, and whether all is well."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from mentorkit.cli.own import present, today_here, write_all, write_new
from mentorkit.cli.spoken import PROBLEMS_IN_DATA, Lang, speaking
from mentorkit.text import say, say_count
from mentorkit.text.language import who_is_here


def backup(programme: Path, lang: Lang = None) -> None:
    """Make a checked backup of a programme now."""
    from mentorkit.store import Store  # noqa: PLC0415 - heavy

    now = datetime.now(UTC)
    with speaking(lang) as speak, Store.open(present(programme), now=now) as store:
        typer.echo(speak(say("The backup is {file}.", file=str(store.backup(now=now)))))


def restore(
    programme: Path,
    number: Annotated[
        int | None, typer.Argument(help="Its number in the list. Default: show the list.")
    ] = None,
    lang: Lang = None,
) -> None:
    """Show the backups of a programme, or put one back; the file as it is now is kept."""
    from mentorkit.views.programme.backups import choice_line, put_back_line  # noqa: PLC0415 - heavy
    from mentorkit.workflows.restore import backups_to_choose, put_back_number  # noqa: PLC0415 - heavy

    with speaking(lang) as speak:
        if number is not None:
            kept = put_back_number(programme, number, who_is_here(speak))
            typer.echo(speak(put_back_line(kept)))
            return
        for n, choice in enumerate(backups_to_choose(programme), 1):
            typer.echo(
                f"{n}. {speak(choice_line(choice.backup.at, choice.people, choice.pairs, choice.since))}"
            )


def erase_one(
    programme: Path,
    person: Annotated[str, typer.Argument(help="E-mail address, number or full name.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write the certificate to this file.")
    ] = None,
    is_sure: Annotated[bool, typer.Option("--yes", help="Erase. Default: only look.")] = False,
    lang: Lang = None,
) -> None:
    """Erase a person from a programme and its journal; this cannot be undone."""
    from mentorkit.model.erased import LIMIT  # noqa: PLC0415 - heavy
    from mentorkit.views.programme.erased import certificate_lines  # noqa: PLC0415 - heavy
    from mentorkit.workflows.erase import erase_from, rows_about  # noqa: PLC0415 - heavy

    with speaking(lang) as speak:
        if not is_sure:
            would_go = say_count(
                "{n} row about this person would go, for good. To erase it, add --yes.",
                "{n} rows about this person would go, for good. To erase them, add --yes.",
                rows_about(present(programme), person),
            )
            typer.echo(speak(would_go))
            return
        done = erase_from(present(programme), person, who_is_here(speak))
        text = "\n".join(map(speak, certificate_lines(*done, LIMIT.days)))
        typer.echo(text)
        if output is not None:
            write_new(output, f"{text}\n".encode())


def access(
    programme: Path,
    person: Annotated[str, typer.Argument(help="E-mail address, number or full name.")],
    folder: Annotated[Path, typer.Argument(help="The two files are written here.")],
    lang: Lang = None,
) -> None:
    """Write everything about a person, for that person: a page to read, and JSON."""
    from mentorkit.workflows.access import about_named  # noqa: PLC0415 - heavy

    with speaking(lang) as speak:
        found, today = about_named(present(programme), person), today_here()
        page = found.page(today, speak.of(found.snapshot.programme.terms))
        stem = speak(say("everything about one person"))
        documents = [(f"{stem}.html", page), (f"{stem}.json", found.data(today))]
        for name in write_all(folder, ((name, text.encode()) for name, text in documents)):
            typer.echo(str(folder / name))


def doctor(programme: Path, lang: Lang = None) -> None:
    """Say whether a programme file and each of its backups are well, and where they are."""
    from mentorkit.views.programme.backups import copied_line, health_lines  # noqa: PLC0415 - heavy
    from mentorkit.workflows.places import copied_by  # noqa: PLC0415 - heavy
    from mentorkit.workflows.restore import health  # noqa: PLC0415 - heavy

    with speaking(lang) as speak:
        found = health(programme)
        for line in health_lines(found.refusal, found.sound, found.damaged, found.folder):
            typer.echo(speak(line))
        if copied := copied_line(copied_by(programme)):
            typer.echo(speak(copied))
    if found.refusal or found.damaged:
        raise typer.Exit(PROBLEMS_IN_DATA)


def verify(programme: Path, lang: Lang = None) -> None:
    """Say whether every entry of the journal is as it was written; name the first that is not."""
    from mentorkit.views.programme.backups import verified_line  # noqa: PLC0415 - heavy
    from mentorkit.workflows.restore import verified  # noqa: PLC0415 - heavy

    with speaking(lang) as speak:
        wrong = verified(present(programme))
        typer.echo(speak(verified_line(wrong)))
    if wrong is not None:
        raise typer.Exit(PROBLEMS_IN_DATA)
