"""How people are called on screen."""

from collections import Counter
from dataclasses import dataclass

from mentorkit.frames import Snapshot


@dataclass(frozen=True)
class Who:
    """Names by id of a person; people who share a name are told apart by e-mail or number."""

    names: dict[str, str]

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Who":
        """The names of everybody in a programme."""
        rows = snapshot.people.select("id", "full_name", "email", "employee_id").rows()
        times = Counter(name for _, name, _, _ in rows)
        return cls(
            {
                person: name if times[name] == 1 else f"{name} ({email or number or person[:6]})"
                for person, name, email, number in rows
            }
        )

    def __getitem__(self, person: str) -> str:
        """The name of a person; the id itself when she was removed."""
        return self.names.get(person, person)
