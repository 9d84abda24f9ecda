"""What can go wrong at the edges. A message says what was found, why it matters and what to do."""

from mentorkit.text import Message, speaker


class MentorkitError(Exception):
    """Something a person can do something about; `message` is said in her language."""

    def __init__(self, message: Message) -> None:
        super().__init__(speaker("en")(message))
        self.message = message


class FileRefused(MentorkitError):
    """A file that is not read or not written; `code` names the reason, such as ENCRYPTED."""

    def __init__(self, code: str, message: Message) -> None:
        super().__init__(message)
        self.code = code


class RevisionConflict(MentorkitError):
    """A row was changed by someone else since it was read; both versions are in the message."""


class NotLawful(MentorkitError):
    """An action that would break a condition or a capacity; nothing was changed."""
