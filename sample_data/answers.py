"""What the invented people fill in, and what is planted in it."""

from dataclasses import dataclass
from itertools import product
from random import Random
from typing import Any

from people import Decks, Person, Role

MAY_BE_BLANK = (
    "job", "years", "city", "goal_text", "biography", "values", "working_style", "learning_style",
    "feedback_style", "channels", "availability", "hours", "interests",
)  # fmt: skip
THIS_YEAR = 2026


@dataclass
class Entry:
    """One row of a sign-up file, before and after it is spoilt; `may_spoil` False keeps it clean."""

    person: Person
    answers: dict[str, Any]
    may_spoil: bool = True


def weighted(rng: Random, weights: dict[str, float], count: int) -> list[str]:
    """Different keys, the heavier the likelier (Efraimidis-Spirakis, doi:10.1016/j.ipl.2005.11.003)."""
    keyed = {key: rng.random() ** (1 / weight) for key, weight in weights.items() if weight > 0}
    chosen = sorted(keyed, key=lambda key: -keyed[key])[:count]
    return [key for key in weights if key in chosen]


def capital(text: str) -> str:
    """The text with its first letter as a capital and the rest as it was."""
    return text[:1].upper() + text[1:]


class Form:
    """Fills in the sign-up form for one person after another."""

    def __init__(self, words: dict[str, Any], rng: Random) -> None:
        """Start with full decks of sentences and places."""
        self.words, self.rng, self.decks = words, rng, Decks(rng)

    def fill(self, person: Person, role: Role) -> Entry:
        """One sign-up; some answers stay blank, planted answers never do."""
        words, rng = self.words, self.rng
        topics = person.answers.get("topics") or self.topics(person, role)
        answers: dict[str, Any] = {
            "email": person.email, "name": person.name, "department": person.department,
            "job": capital(person.job), "level": words["level"][person.rank]["label"],
            "years": int(person.years) if person.years.is_integer() else person.years,
            "city": person.city, "manager": person.manager, "topics": topics,
            "goal_text": self.goal_text(topics), "biography": self.biography(person, role),
            "languages": person.languages, "values": rng.sample(words["values"], 3),
            "working_style": rng.choices([1, 2, 3, 4, 5], [2, 5, 5, 4, 1])[0],
            "learning_style": rng.choices(words["learning"], [5, 6, 2, 3])[0],
            "feedback_style": rng.choices([1, 2, 3, 4, 5], [1, 3, 5, 6, 2])[0],
            "channels": self.some("channels", 1, 3), "availability": self.some("availability", 2, 6),
            "hours": rng.choice([2, 2, 3, 4, 4, 6, 8] if role == "mentor" else [1, 2, 2, 3, 4]),
            "trained": words["yes"], "consent": words["yes"], "interests": self.some("interests", 1, 4),
        }  # fmt: skip
        if role == "mentor":
            places = [places for places, times in words["plan"]["capacity"] for _ in range(times)]
            answers["capacity"] = self.decks.draw("capacity", places)
        blanks = {key for key in MAY_BE_BLANK if rng.random() < words["plan"]["blank_share"]}
        kept = {key: value for key, value in answers.items() if key not in blanks}
        return Entry(person, kept | person.answers, may_spoil=not self.is_key(person, role))

    def is_key(self, person: Person, role: Role) -> bool:
        """Whether others depend on this sign-up, so that it must stay readable."""
        return person.is_planted or (role == "mentee" and person.rank in {"expert", "starting_head"})

    def some(self, key: str, low: int, high: int) -> list[str]:
        """A few options of a question, in the order of the form."""
        return weighted(self.rng, dict.fromkeys(self.words[key], 1.0), self.rng.randint(low, high))

    def topics(self, person: Person, role: Role) -> list[str]:
        """What somebody of this level and department would tick."""
        label = self.words["level"][person.rank]["label"]
        leads, weights = person.rank in {"lead", "head", "top"}, {}
        for topic in self.words["topic"]:
            here = person.department in topic.get("departments", [person.department])
            if role == "mentee":
                weights[topic["name"]] = topic["wanted"] * (here and label in topic.get("levels", [label]))
            else:
                for_leaders = leads and "junior" not in topic.get("levels", ["junior"])
                weights[topic["name"]] = topic["offered"] * here * (2 if for_leaders else 1)
        counts = [0, 1, 3, 4, 4, 2, 1] if role == "mentor" else [2, 4, 4, 1, 0, 0, 0]
        return weighted(self.rng, weights, self.rng.choices(range(1, 8), counts)[0])

    def goal_text(self, topics: list[str]) -> str:
        """Why and what for, about one of the topics; now and then with a last word."""
        chosen = self.rng.choice(topics)
        topic = next(t for t in self.words["topic"] if t["name"] == chosen)
        text = " ".join(self.decks.draw(topic["name"], list(product(topic["reasons"], topic["aims"]))))
        closer = self.decks.draw("closers", self.words["text"]["closers"])
        return f"{text} {closer}" if self.rng.random() < 0.3 else text

    def biography(self, person: Person, role: Role) -> str:
        """One sentence about the work and one or two about the person."""
        text = self.words["text"]
        since = THIS_YEAR - int(person.years * self.rng.uniform(0.3, 0.9))
        article = "an" if person.job[0] in "aeiouAEIOUH" and not person.job.startswith("head") else "a"
        intro = self.decks.draw("intros", text["intros"]).format(
            job=person.job, a_job=f"{article} {person.job}", city=person.city, year=since
        )
        about = [self.decks.draw(role, text["about"][role]) for _ in range(self.rng.randint(1, 2))]
        return " ".join(dict.fromkeys([intro, *about]))


def plant(entries: dict[Role, list[Entry]], words: dict[str, Any], rng: Random) -> None:
    """Put in consent withheld, training not taken, wishes and vetoes, one of each at most per person."""
    plan = words["plan"]
    pairs: tuple[tuple[Role, Role], ...] = (("mentor", "mentee"), ("mentee", "mentor"))
    for role, other in pairs:
        free = [entry for entry in entries[role] if entry.may_spoil]
        rng.shuffle(free)
        known = [entry.person for entry in entries[other] if entry.may_spoil]
        wishes = plan[f"{role}_wishes"]
        star = next(person for person in known if person.rank in {"expert", "medior"})
        favourites = [star] * (wishes // 4) + rng.sample(known, wishes)
        for number in range(wishes):
            person = favourites[number]
            free.pop().answers["prefers"] = person.email if number % 4 == 1 else person.name
        for _ in range(plan[f"{role}_vetoes"]):
            free.pop().answers["avoids"] = rng.choice(known).name
        for entry in [free.pop() for _ in range(plan["no_consent"][role])]:
            entry.answers["consent"] = words["no"]
        for entry in [free.pop() for _ in range(plan["untrained"] if role == "mentor" else 0)]:
            entry.answers["trained"] = words["no"]
        for entry in [free.pop() for _ in range(2 if plan["no_wish"] else 0)]:
            entry.answers["prefers"] = plan["no_wish"]
