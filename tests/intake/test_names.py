import pytest

from mentorkit.intake.names import Name, join_name, parse_name, read_email


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Noor Bakker", Name("Noor Bakker", "Noor", None, "Bakker")),
        ("Tomasz de Boer", Name("Tomasz de Boer", "Tomasz", "de", "Boer")),
        ("Anna van den Berg", Name("Anna van den Berg", "Anna", "van den", "Berg")),
        ("Emre Van Damme", Name("Emre Van Damme", "Emre", None, "Van Damme")),
        ("Aurélie in 't Veld", Name("Aurélie in 't Veld", "Aurélie", "in 't", "Veld")),
        ("Stroobants, Stijn (Extern)", Name("Stijn Stroobants", "Stijn", None, "Stroobants")),
        ("De Smet, Loïc", Name("Loïc De Smet", "Loïc", None, "De Smet")),
        ("Berg, Jan van den", Name("Jan van den Berg", "Jan", "van den", "Berg")),
        ("van der Heijden, Inès", Name("Inès van der Heijden", "Inès", "van der", "Heijden")),
        ("Mariana Duarte Silva", Name("Mariana Duarte Silva")),
        ("Plato", Name("Plato")),
        ("<img src=x onerror=alert(1)>", Name("<img src=x onerror=alert(1)>")),
    ],
)
def test_names_are_put_in_reading_order_and_split_where_certain(written, name):
    assert parse_name(written) == name


def test_names_from_their_own_columns_are_joined():
    assert join_name("Gijs", "van", "Dijk") == Name("Gijs van Dijk", "Gijs", "van", "Dijk")
    assert join_name(None, None, None) is None


@pytest.mark.parametrize(
    "written",
    [
        "noor@example.org",
        " NOOR@Example.org ",
        "mailto:noor@example.org",
        "Noor Bakker <noor@example.org>",
        "noor@example.org;",
    ],
)
def test_an_address_is_freed_from_what_surrounds_it(written):
    assert read_email(written).value == "noor@example.org"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("noor@example.con", "noor@example.com"),
        ("noor@example,org", "noor@example.org"),
        ("noor @example. org", "noor@example.org"),
    ],
)
def test_a_common_slip_is_suggested_and_never_repaired(written, meant):
    read = read_email(written)
    assert read.value is None
    assert read.doubt is not None
    assert read.doubt.values["suggestion"] == meant


@pytest.mark.parametrize("written", ["noor.example.org", "geen idee", "@b", "a@b", 12])
def test_what_is_no_address_is_left_out_with_a_doubt(written):
    assert read_email(written).value is None
    assert read_email(written).doubt is not None


@pytest.mark.parametrize("written", [None, "", "anonymous", "anoniem", "-"])
def test_a_sender_without_a_name_is_no_address_and_no_doubt(written):
    assert (read_email(written).value, read_email(written).doubt) == (None, None)
