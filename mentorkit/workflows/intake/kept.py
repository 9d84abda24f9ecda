"""An import that is not finished: kept beside the programme until it is done or given up."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args, get_type_hints

from pydantic import TypeAdapter

from mentorkit.errors import FileRefused
from mentorkit.store.unfinished import Unfinished
from mentorkit.text import Message, say
from mentorkit.workflows.intake.edits import Edits

Step = Literal["file", "seen", "columns", "values", "review", "confirm"]
"""The screens of an import, in their order."""

Files = tuple[tuple[str, bytes], ...]
"""The chosen files: name and content, each name once."""

_LOST = say(
    "What you had begun to import could not be read back, so it was thrown away. "
    "The programme itself is as it was. Choose the files again."
)
_KINDS: Mapping[str, tuple[Any, ...]] = {name: get_args(kind) for name, kind in get_type_hints(Edits).items()}


class KeptImport:
    """The chosen files, the step of the page and the edits, as they were left.

    What is kept is on the disk at once. `lost` says that something could not be read back; it is
    thrown away then.
    """

    def __init__(self, programme: Path) -> None:
        self._on_disk = Unfinished(programme)
        self.files: Files = ()
        self.step: Step = "file"
        self.edits = Edits()
        self.lost: Message | None = None
        try:
            parts = self._on_disk.load()
            if parts.get("files"):
                step, edits = parts["step"][""].decode(), _edits_in(parts["edits"][""])
                self.step, self.edits = TypeAdapter(Step).validate_python(step), edits
                self.files = tuple(parts["files"].items())
        except (KeyError, ValueError):
            self._lose()
        except FileRefused as refusal:
            self.lost = refusal.message
            if refusal.code in {"DAMAGED", "NOT_A_PROGRAMME"}:
                self._lose()

    def keep(self, **now: object) -> None:
        """Keep other `files`, another `step` or other `edits`; without files there is nothing to keep.

        What cannot be written stays in this object alone: a disk that is full refuses the import as well.
        """
        with suppress(FileRefused):
            self.write(**now)

    def write(self, **now: object) -> None:
        """The same; raises FileRefused when it cannot be written."""
        for name, value in now.items():
            setattr(self, name, value)
        if not self.files:
            self._on_disk.drop()
        else:
            parts = _PARTS if "files" in now else now
            self._on_disk.keep({name: _PARTS[name](self) for name in parts})

    def _lose(self) -> None:
        self.lost = _LOST
        self.keep(files=())


def begin_import(programme: Path, files: Files) -> Path:
    """Choose these files for an import of this programme, in the place of what was begun there.

    Raises FileRefused when that cannot be kept.
    """
    KeptImport(programme).write(files=files, step="file", edits=Edits())
    return programme


def _written(edits: Edits) -> bytes:
    """Edits as JSON, which knows no sets and no keys but texts: both are written as lists."""
    kept = vars(edits).items()
    lists = {name: list(one.items() if isinstance(one, Mapping) else one) for name, one in kept}
    return json.dumps(lists).encode()


def _edits_in(written: bytes) -> Edits:
    lists = TypeAdapter(dict[str, object]).validate_json(written)
    if set(lists) != set(_KINDS):  # of another mentorkit
        raise ValueError
    return Edits(**{name: _collected(lists[name], *kinds) for name, kinds in _KINDS.items()})


def _collected(listed: object, key: Any, value: Any = None) -> Any:
    if value is None:
        return frozenset(TypeAdapter(list[key]).validate_python(listed))
    return MappingProxyType(dict(TypeAdapter(list[tuple[key, value]]).validate_python(listed)))


_PARTS: Mapping[str, Callable[[KeptImport], Mapping[str, bytes]]] = {
    "files": lambda kept: dict(kept.files),
    "step": lambda kept: {"": kept.step.encode()},
    "edits": lambda kept: {"": _written(kept.edits)},
}
"""How each of them is written."""
