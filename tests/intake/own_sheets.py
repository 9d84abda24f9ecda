"""Sheets as people make them, invented: every column with its answers and what a careful reader makes of it.

`out` stands for a column that is not read: offered, named as not read, or left out for a reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mentorkit.intake.tables.table import Table

PEOPLE = ["Ada Brink", "Bas Culp", "Cleo Dorn", "Dirk Eland", "Eva Frey", "Finn Groot", "Gus Hahn", "Ina Jol"]
MAILS = [f"{name.replace(' ', '.').lower()}@voorbeeld.example" for name in PEOPLE]
FIRST, LAST = [name.split()[0] for name in PEOPLE], [name.split()[1] for name in PEOPLE]
LONG = [
    f"In the coming year {word} would like to see how others do this, and to try it in a safe place."
    for word in FIRST
]
TICK = ["x", None, "x", None, None, "x", "x", None]
TOCK = [None, "x", None, "x", "x", None, "x", None]
LINKS = [f"https://www.linkedin.com/in/{name.lower()}" for name in FIRST]
DAYS = [f"2019-0{n}-1{n}" for n in range(1, 9)]
MOMENTS = [f"2026-09-1{n} 09:1{n}:00" for n in range(8)]


def around(*values: object) -> list[object]:
    """Eight answers out of a few."""
    return [values[place % len(values)] for place in range(8)]


@dataclass(frozen=True)
class Sheet:
    name: str
    columns: Sequence[tuple[str, Sequence[object], str]]
    """Heading, answers, and the fields that are right, with `|` between; "out" for one that is not read."""

    @property
    def table(self) -> Table:
        headings, cells, _ = zip(*self.columns, strict=True)
        rows = tuple(enumerate(zip(*cells, strict=True), 2))
        return Table(f"{self.name}.xlsx", "", (1,), tuple(headings), rows)


ROLE = around("Mentor", "Mentee")
SHEETS = (
    Sheet(
        "university_en",
        [
            ("Timestamp", MOMENTS, "submitted_at"),
            ("Email Address", MAILS, "email"),
            ("First Name", FIRST, "first_name"),
            ("Last Name", LAST, "last_name"),
            ("Are you signing up as a mentor or a mentee?", ROLE, "role"),
            ("What is your major?", around("Biology", "History", "Law"), "out|department"),
            ("Expected year of graduation", around(2027, 2028), "out"),
            (
                "Which areas would you like mentorship in? (Select all that apply)",
                around("Grad school, Research skills", "Internships", None),
                "goals",
            ),
            (
                "Which areas can you provide mentorship in?",
                around("Research skills", "Grad school, Internships", None),
                "topics",
            ),
            ("How many mentees are you willing to take on?", around(1, 2), "capacity"),
            ("How many hours per month can you commit?", around(2, 3, 4), "hours_per_month"),
            ("LinkedIn profile URL", LINKS, "out"),
            ("Anything else we should know?", around(None, "I have a dog", "No"), "out"),
        ],
    ),
    Sheet(
        "buddies_nl",
        [
            ("Voornaam", FIRST, "first_name"),
            ("Familienaam", LAST, "last_name"),
            ("Mailadres", MAILS, "email"),
            ("Gsm-nummer", [f"+32 470 12 34 5{n}" for n in range(8)], "phone"),
            ("Ik wil graag deelnemen als", around("Buddy", "Nieuwkomer"), "role|out"),
            ("Welke talen spreek je?", around("Nederlands, Frans", "Engels", "Frans"), "languages"),
            ("Gemeente", around("Gent", "Aalst"), "city"),
            ("Wanneer ben je meestal vrij?", around("maandagavond", "weekend, vrijdag"), "availability"),
            ("Waarmee wil je hulp?", around("Formulieren, Taal oefenen", "Taal oefenen", "Fietsen"), "goals"),
            ("Hoe hoorde je over ons?", around("Via een vriend", "Facebook"), "channel|out"),
            ("Geboortejaar", around(1990, 1985), "out"),
        ],
    ),
    Sheet(
        "staff_de",
        [
            ("Personalnummer", [f"0{n}41" for n in range(8)], "employee_id"),
            ("Vorname", FIRST, "first_name"),
            ("Nachname", LAST, "last_name"),
            ("E-Mail-Adresse", MAILS, "email"),
            ("Abteilung", around("Vertrieb", "Einkauf"), "department"),
            ("Stelle", around("Sachbearbeiter", "Leiterin"), "job_title"),
            ("Standort", around("Bonn", "Kiel"), "city"),
            ("Bundesland", around("NRW", "Bremen"), "region"),
            ("Vorgesetzte/r", around("Eva Frey", "Gus Hahn"), "manager|manager_name"),
            ("Eintrittsdatum", DAYS, "joined"),
        ],
    ),
    Sheet(
        "form_de",
        [
            ("Zeitstempel", MOMENTS, "submitted_at"),
            ("Vor- und Nachname", PEOPLE, "full_name"),
            ("Deine E-Mail", MAILS, "email"),
            ("Ich möchte teilnehmen als", around("Mentor/in", "Mentee"), "role"),
            (
                "Themen, bei denen ich unterstützen kann",
                around("Führung; Verhandeln", "Verhandeln", None),
                "topics",
            ),
            (
                "Themen, bei denen ich Unterstützung suche",
                around("Verhandeln", "Führung; Bewerben", None),
                "goals",
            ),
            ("Warum möchtest du mitmachen?", LONG, "goal_text"),
        ],
    ),
    Sheet(
        "alumni_fr",
        [
            ("Horodateur", MOMENTS, "submitted_at"),
            ("Prénom", FIRST, "first_name"),
            ("Nom de famille", LAST, "last_name"),
            ("Adresse mail", MAILS, "email"),
            ("Vous êtes", around("Mentor·e", "Mentoré·e"), "role"),
            (
                "Dans quels domaines pouvez-vous accompagner ?",
                around("Orientation;Rédaction de CV", "Orientation", None),
                "topics",
            ),
            (
                "Dans quels domaines souhaitez-vous être accompagné·e ?",
                around("Rédaction de CV", "Orientation;Prise de parole", None),
                "goals",
            ),
            ("Langue(s) d'échange", around("Français", "Anglais, Français"), "languages"),
            ("Nombre de mentorés souhaité", around(1, 2, None), "capacity"),
            ("Ville de résidence", around("Lille", "Lyon"), "city"),
            ("Présentez-vous en quelques lignes", LONG, "biography"),
        ],
    ),
    Sheet(
        "likert_en",
        [
            ("Full Name", PEOPLE, "full_name"),
            ("Work email", MAILS, "email"),
            *(
                (f"How much would you like to learn about: [{topic}]", around(*marks), "goals")
                for topic, marks in {
                    "Delegating": (1, 5, 3, 4),
                    "Hosting workshops": (5, 2, 2),
                    "Data stories": (3, 4, 1),
                }.items()
            ),
            ("Team", around("North", "South"), "department"),
        ],
    ),
    Sheet(
        "ticks_nl",
        [
            ("Naam", PEOPLE, "full_name"),
            ("E-mail", MAILS, "email"),
            ("Ik kan helpen met: Solliciteren", TICK, "topics"),
            ("Ik kan helpen met: Administratie", TOCK, "topics"),
            ("Ik wil hulp bij: Solliciteren", TOCK, "goals"),
            ("Ik wil hulp bij: Administratie", TICK, "goals"),
            ("Ik wil hulp bij: Netwerken", TOCK, "goals"),
        ],
    ),
    Sheet(
        "wishes_en",
        [
            ("Name", PEOPLE, "full_name"),
            ("Work email", MAILS, "email"),
            ("Mentor preference - 1st choice", [*PEOPLE[1:], PEOPLE[0]], "prefers"),
            ("Mentor preference - 2nd choice", [*PEOPLE[2:], *PEOPLE[:2]], "prefers"),
            ("Is there anyone you should not be matched with?", around(None, "Bas Culp", "none"), "avoids"),
            ("Development goals", around("Delegating", "Influencing; Delegating"), "goals"),
        ],
    ),
    Sheet(
        "mentors_nl",
        [
            ("Naam mentor", PEOPLE, "full_name"),
            ("Mail", MAILS, "email"),
            ("Expertisegebieden", around("Recht, Inkoop", "Inkoop", "Bouw, Recht"), "topics"),
            ("Hoeveel mensen kun je begeleiden?", around(1, 2), "capacity"),
            (
                "Over welke onderwerpen wil je liever geen mentor zijn?",
                around("Bouw", "Recht", None),
                "boundaries",
            ),
            (
                "Wat wil je zelf leren als mentor?",
                around("Luisteren", "Vragen stellen", "Luisteren"),
                "goals",
            ),
            ("Wie zit er in jouw netwerk?", around("Gemeenten", "Scholen"), "network"),
            ("Wanneer ben je hier komen werken?", DAYS, "joined"),
            ("Opmerkingen", around(None, "Vrijdag vrij"), "out|note"),
        ],
    ),
    Sheet(
        "numbered_en",
        [
            ("Name", PEOPLE, "full_name"),
            ("Email", MAILS, "email"),
            ("Skill #1", around("Budgets", "Contracts"), "topics"),
            ("Skill #2", around("Contracts", "Hiring"), "topics"),
            ("I want to learn (1)", around("Hiring", "Budgets"), "goals"),
            ("I want to learn (2)", around("Contracts", "Hiring", None), "goals"),
        ],
    ),
    Sheet(
        "conversation_en",
        [
            ("**Hi there!** What's your name?", PEOPLE, "full_name"),
            ("Great, {{field:0a1b}} - what's your *email*?", MAILS, "email"),
            (
                "<p>Which <b>skills</b> do you want to develop?</p>",
                around("Public speaking, Planning", "Planning", "Hiring, Planning"),
                "goals",
            ),
            ("Q7. Tell us about yourself, {{field:0a1b}} (max. 100 words)", LONG, "biography"),
            ("8) Which team are you in? *", around("North", "South"), "department"),
            ("I agree that my data may be used (required)", around("Yes", "No"), "has_consented"),
        ],
    ),
    Sheet(
        "neutral_nl",
        [
            ("Naam", PEOPLE, "full_name"),
            ("E-mailadres", MAILS, "email"),
            ("Rol in het programma", ROLE, "role"),
            ("Welke onderwerpen spreken je aan? [Financiën]", around("Ja", "Nee"), "topics|goals"),
            ("Welke onderwerpen spreken je aan? [Imkeren]", around("Nee", "Ja", "Ja"), "topics|goals"),
            ("Welke onderwerpen spreken je aan? [Breien]", around("Ja", "Ja", "Nee"), "topics|goals"),
            ("Hoeveel uur per maand?", around(2, 3), "hours_per_month"),
        ],
    ),
    Sheet(
        "staff_en",
        [
            ("Staff No.", [f"A{n}07" for n in range(8)], "employee_id"),
            ("Full Name", PEOPLE, "full_name"),
            ("Email Address (Work)", MAILS, "email"),
            ("Division", around("Rail", "Road"), "department"),
            ("Grade", around("B2", "C1"), "level"),
            ("Line Manager Name", around("Eva Frey", "Gus Hahn"), "manager|manager_name"),
            ("Line Manager Email", around(MAILS[4], MAILS[6]), "manager_email"),
            ("Started on", DAYS, "joined"),
            ("Preferred language", around("English", "French"), "languages"),
            ("Time zone", around("CET", "GMT"), "timezone"),
        ],
    ),
    Sheet(
        "branches_en",
        [
            ("Your name", PEOPLE, "full_name"),
            ("Your e-mail", MAILS, "email"),
            ("I'd like to be a...", around("Mentor", "Mentee"), "role"),
            ("What can you teach others?", around("Sewing, Baking", None, "Baking", None), "topics"),
            ("What do you hope to learn yourself?", around(None, "Baking", None, "Sewing, Baking"), "goals"),
            ("Hours a month (mentor)", around(2, None), "hours_per_month"),
            ("Hours a month (mentee)", around(None, 3), "hours_per_month"),
            ("Which region do you live in?", around("West", "East"), "city|out"),
            ("What motivates you to join?", LONG, "goal_text"),
        ],
    ),
)


def wrong(sheet: Sheet, read: dict[int, str]) -> dict[str, str | None]:
    """The columns that are understood otherwise than a careful reader does."""
    found = {
        (heading, at): read.get(at, "out")
        for at, (heading, _, right) in enumerate(sheet.columns)
        if read.get(at, "out") not in right.split("|")
    }
    return {heading: field for (heading, _), field in found.items()}
