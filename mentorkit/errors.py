"""What can go wrong at the edges. A message says what was found, why it matters and what to do."""

from collections.abc import Mapping

from mentorkit.text import Message, speaker


class MentorkitError(Exception):
    """Something a person can do something about; `message` is said in the reader's language.

    `field` names what is to be filled in otherwise, when that is one field of a form.
    """

    def __init__(self, message: Message, field: str = "") -> None:
        super().__init__(speaker("en")(message))
        self.message = message
        self.field = field


class FileRefused(MentorkitError):
    """A file that is not read or not written; `code` names the reason, such as ENCRYPTED."""

    def __init__(self, code: str, message: Message) -> None:
        super().__init__(message)
        self.code = code


class RevisionConflict(MentorkitError):
    """A row was changed by someone else since it was read; both versions are in the message.

    `ours` and `theirs` hold the fields that differ, as the coordinator has them and as the file has
    them. `theirs` is None when the row is no longer there.
    """

    def __init__(
        self,
        message: Message,
        *,
        table: str = "",
        ours: Mapping[str, object] | None = None,
        theirs: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(message)
        self.table = table
        self.ours = ours or {}
        self.theirs = theirs


class NotLawful(MentorkitError):
    """An action that would break a condition or a capacity; nothing was changed."""
