"""The certificate of an erasure: counts and files, and no name."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from mentorkit.text import Message, say, say_count


def certificate_lines(
    counts: Mapping[str, int], day: date, holding: Sequence[str], limit: int
) -> Iterator[Message]:
    """What was erased on a day, as counts of rows by table, and where the person still is for `limit` days.

    `journal_item` counts versions in the journal; `holding` are names of files.
    """
    yield say("Erased on {day}: everything that this programme knew about one person.", day=day)
    rows = sum(n for table, n in counts.items() if table != "journal_item")
    pairs = say_count("One pair.", "{n} pairs.", counts.get("pair", 0))
    yield say_count("{n} row is gone. {pairs}", "{n} rows are gone. {pairs}", rows, pairs=pairs)
    versions = counts.get("journal_item", 0)
    yield say_count(
        "{n} earlier version was taken out of the journal.",
        "{n} earlier versions were taken out of the journal.",
        versions,
    )
    if holding:
        yield say("These files from before still hold the person: {files}.", files=[*holding])
        yield say(
            "Backups among them are removed {days} days after the erasure, when the programme is opened; "
            "one that is put back is erased again. Remove a file that ends in .damaged yourself.",
            days=limit,
        )
    else:
        yield say("No file beside the programme holds the person any more.")
    yield say("What you exported, printed or mailed before is still there: remove that yourself.")
