"""Which questions are about details that the law protects, or that a pairing does not need."""

import pytest

from mentorkit.intake.words.headings import headings, told

PROTECTED = {
    "origin": """
        Etnische achtergrond; ethnic_group; Quelle est votre nationalité ?; Staatsangehörigkeit; What is
        your immigration status?
    """,
    "politics": """
        Op welke politieke partij stem je?; politicalViews; Vos opinions politiques; Politische Meinung
    """,
    "belief": """
        Ben je gelovig?; religious_affiliation; Vos croyances; Glaubensgemeinschaft; Levensbeschouwing
    """,
    "union": """
        Lid van een vakbond; trade_union_member; Êtes-vous syndiqué(e) ?; Gewerkschaftsmitglied
    """,
    "health": """
        Heb je een chronische ziekte?; has_medical_condition; Avez-vous un handicap ?;
        Schwerbehinderung; Allergieën; Ben je neurodivergent?; Do you need accommodations? Accessibility
        needs; How is your mental health?
    """,
    "sexuality": """
        Seksuele geaardheid; sexualOrientation; LGBTQ+; Orientation sexuelle; Votre genre
    """,
    "crime": """
        Ben je ooit veroordeeld?; prior_convictions; Casier judiciaire; Vorbestraft?; Have you been
        arrested?
    """,
    "veteran": """
        isVeteran; Veteraan; Ancien combattant; Have you served in the military?
    """,
    "family": """
        Aantal kinderen; has_children; Avez-vous des enfants ?; Haben Sie Kinder?; Ben je zwanger?;
        Wanted pregnancy date
    """,
    "age": """
        Geboortejaar; age_group; Date de naissance; Geburtsdatum
    """,
}
LOOK_ALIKES = """
    Geloofwaardig optreden; Geloof in jezelf; In welk ziekenhuis werk je?; Gezondheidszorg;
    Healthcare sector; Medical specialty; Third party tools; European Union affairs;
    Politiek-bestuurlijke sensitiviteit; Zit je in de tuincommissie?; Add your topics; Languages;
    Werken met kinderen; Part of the organisation; Original idea; Personal growth; Embrace change;
    Tijdsbeperking; Salarisschaal; Belief in yourself
"""


def listed(text: str) -> list[str]:
    return [" ".join(heading.split()) for heading in text.split(";")]


@pytest.mark.parametrize("heading", [one for text in PROTECTED.values() for one in listed(text)])
def test_a_question_about_a_protected_detail_is_sensitive_in_every_language_and_spelling(heading):
    assert headings().is_sensitive(heading)


@pytest.mark.parametrize("heading", listed(LOOK_ALIKES))
def test_a_question_that_only_looks_like_one_is_not(heading):
    assert not headings().is_sensitive(heading)


def test_no_heading_that_we_know_is_sensitive():
    entries = told("aliases.toml")["fields"].values()
    known = [
        one
        for entry in entries
        for said in entry.values()
        for one in ([said] if isinstance(said, str) else said)
    ]
    assert [one for one in known if headings().is_sensitive(one)] == []
