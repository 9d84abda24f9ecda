"""The invented people of one programme: names, places in the organisation, managers."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any, Literal

Role = Literal["mentor", "mentee"]


@dataclass(frozen=True)
class Person:
    """Somebody who works there; `answers` are the ones the word list plants, `rank` its level key."""

    name: str
    email: str
    department: str
    job: str
    rank: str
    years: float
    city: str
    manager: str
    languages: tuple[str, ...]
    answers: dict[str, Any] = field(default_factory=dict)
    is_planted: bool = False


class Decks:
    """Stacks of cards that are shuffled when new and when empty, so that nothing repeats too soon."""

    def __init__(self, rng: Random) -> None:
        """Start without stacks; `rng` shuffles."""
        self.rng = rng
        self.stacks: dict[str, list[Any]] = {}

    def draw(self, name: str, cards: Sequence[Any]) -> Any:
        """The next card of the stack with this name, filled from `cards`."""
        stack = self.stacks.setdefault(name, [])
        if not stack:
            stack.extend(self.rng.sample(list(cards), len(cards)))
        return stack.pop()


class Organisation:
    """The people of one programme, each with a manager up to the top, by role."""

    def __init__(self, words: dict[str, Any], rng: Random) -> None:
        """Hire everybody the word list asks for."""
        self.words, self.rng, self.decks = words, rng, Decks(rng)
        self.names = {planted["name"] for planted in words.get("planted", [])}
        self.people: dict[Role, list[Person]] = {"mentor": [], "mentee": []}
        tops: list[Person] = []
        for top in words["top"]:
            place = {"name": top["department"], "jobs": {"top": [top["job"]]}}
            tops.append(self.hire(place, "top", tops[0].email if tops else ""))
        self.people["mentor"] += tops
        for department in words["department"]:
            self.staff(department, tops[department["top"]].email)
        experts = [p for p in self.people["mentor"] if p.rank == "expert" and not p.is_planted]
        self.people["mentee"] += rng.sample(experts, words["plan"]["both_roles"])

    def staff(self, department: dict[str, Any], top: str) -> None:
        """Fill one department: its head, perhaps a team leader, then those who report to them."""
        mentors, mentees = self.people["mentor"], self.people["mentee"]
        head = self.head(department, top)
        bosses = [head]
        if department["lead"]:
            found = self.planted(department, "lead", head) or [self.hire(department, "lead", head)]
            mentors += found
            bosses += [found[0].email, found[0].email]
        mentors += self.planted(department, "mentor", head)
        for _ in range(department["mentors"]):
            rank = self.rng.choices(["expert", "able"], [4, 1])[0]
            mentors.append(self.hire(department, rank, self.rng.choice(bosses)))
        mentees += self.planted(department, "mentee", bosses[-1])
        for _ in range(department["mentees"]):
            rank = self.rng.choices(["junior", "medior", "senior"], [45, 43, 12])[0]
            mentees.append(self.hire(department, rank, self.rng.choice(bosses)))

    def head(self, department: dict[str, Any], top: str) -> str:
        """The e-mail address of who leads the department; a duo names each other as manager."""
        kind = department["head"]
        first = self.hire(department, "starting_head" if kind == "mentee" else "head", top)
        if kind == "duo":
            second = self.hire(department, "head", first.email)
            self.people["mentor"] += [replace(first, manager=second.email), second]
        elif kind != "nobody":
            self.people["mentor" if kind == "mentor" else "mentee"].append(first)
        return first.email

    def planted(self, department: dict[str, Any], role: str, manager: str) -> list[Person]:
        """The people whom the word list describes one by one."""
        found = []
        for wanted in self.words.get("planted", []):
            if wanted["department"] == department["name"] and wanted["role"] == role:
                person = self.hire(department, wanted["level"], manager)
                known = {
                    "name": wanted["name"],
                    "email": self.address(wanted["name"]),
                    "languages": tuple(wanted["languages"]),
                    "job": wanted.get("job", person.job),
                }
                found.append(replace(person, **known, answers=wanted["answers"], is_planted=True))
        return found

    def hire(self, department: dict[str, Any], rank: str, manager: str) -> Person:
        """Somebody new with a name that nobody else has."""
        rng, level = self.rng, self.words["level"][rank]
        name = self.new_name()
        low, high = level["years"]
        years = round(rng.uniform(low, high) * 2) / 2
        return Person(
            name=name,
            email=self.address(name),
            department=department["name"],
            job=rng.choice(department["jobs"][level["jobs"]]),
            rank=rank,
            years=years if years < 10 else float(int(years)),
            city=rng.choice(self.words["cities"]),
            manager=manager,
            languages=tuple(k for k, share in self.words["languages"].items() if rng.random() < share),
        )

    def new_name(self) -> str:
        """A first and a last name of one family of names."""
        families = self.words["names"]
        while True:
            family = self.rng.choices(families, [f["share"] for f in families])[0]
            first, last = (self.decks.draw(str(family[part]), family[part]) for part in ("first", "last"))
            name = f"{first} {last}"
            if name not in self.names:
                self.names.add(name)
                return name

    def address(self, name: str) -> str:
        """The work address that belongs to a name, in plain letters."""
        plain = name.lower().translate(str.maketrans("ıł", "il"))
        plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
        first, rest = plain.split(" ", 1)
        last = "".join(c for c in rest if c.isalpha())
        return f"{first}.{last}@{self.words['domain']}"
