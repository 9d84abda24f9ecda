"""What an analyst looks at: a programme file, files of sign-ups, or made-up people. Only read."""

from collections.abc import Sequence
from pathlib import Path

from mentorkit.frames import Snapshot
from mentorkit.intake import read_file
from mentorkit.text import Language
from mentorkit.workflows.intake.files import NOWHERE, programme_of, read_sign_ups
from mentorkit.workflows.intake.review import review
from mentorkit.workflows.made_up import made_up_programme
from mentorkit.workflows.set_up import open_programme

_SUFFIX = ".mentorkit"


def looked_at(paths: str, uploads: Sequence[tuple[str, bytes]], language: Language) -> Snapshot:
    """The programme in files: those uploaded, else those at these paths, else the sample one.

    Paths of several files of sign-ups stand with a semicolon between them. Raises
    FileRefused when a file cannot be read.
    """
    if uploads:
        return programme_of(review(NOWHERE, [read_file(*upload) for upload in uploads]))
    files = [Path(part.strip().strip('"')) for part in paths.split(";") if part.strip()]
    if not files:
        return open_programme(made_up_programme(language))
    if [file.suffix for file in files] == [_SUFFIX]:
        return open_programme(files[0])
    return programme_of(read_sign_ups(*files))
