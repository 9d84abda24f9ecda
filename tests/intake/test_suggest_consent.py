import pytest

from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.columns import map_columns


@pytest.mark.parametrize(
    ("question", "answer", "field"),
    [
        ("Do you agree to the processing of your data?", "Yes", "has_consented"),
        ("Geef je toestemming voor het gebruik van je gegevens?", "Nee", "has_consented"),
        ("Acceptez-vous / J'accepte le traitement de mes données", "Oui", "has_consented"),
        ("Mogen we je foto gebruiken? Akkoord?", "Ja", None),
        ("Welke data vind je leuk?", "Ja", None),
        ("Do you agree to the processing of your data?", "I wonder", None),
    ],
)
def test_a_question_whether_data_may_be_used_is_the_consent(question, answer, field):
    table = Table("a.csv", "", (1,), ("Naam", question), ((2, ("Bo Smit", answer)),))
    assert map_columns(table).fields.get(1) == field
