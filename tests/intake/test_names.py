import pytest

from mentorkit.intake.people.identity import Known, Who, is_own_manager, with_who
from mentorkit.intake.values.cells import cell_by_cell
from mentorkit.intake.values.names import Name, join_name, parse_name, read_email, read_name


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
        "noor@example.org (werk)",
        "E: noor@example.org",
        "e-mail: noor@example.org",
        "noor@example.org of bel me",
        "noor@example.org, liever niet bellen",
        "<noor@example.org>",
        "Noor noor@example.org",
        "[noor@example.org] (prive)",
        "mailto:noor@example.org?subject=Hoi",
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
        ("noor..bakker@example.org", "noor.bakker@example.org"),
        ("noor@example..org", "noor@example.org"),
        ("noor bakker@example.org", "noorbakker@example.org"),
        ("noor@example.co m", "noor@example.com"),
        ("noor@example.con (werk)", "noor@example.com"),
    ],
)
def test_a_common_slip_is_suggested_and_never_repaired(written, meant):
    read = read_email(written)
    assert read.value is None
    assert read.doubt is not None
    assert read.doubt.values["suggestion"] == meant


@pytest.mark.parametrize(
    "written",
    [
        "noor@example.org / thuis@example.net",
        "noor@example.org; thuis@example.net",
        "Noor <noor@example.org>, Bo <bo@example.net>",
        "noor@example.org of thuis@example.net",
    ],
)
def test_of_two_addresses_the_first_is_used_and_it_is_said(written):
    read = read_email(written)
    assert (read.value, read.doubt.values["read"]) == ("noor@example.org", "noor@example.org")
    assert read_email("noor@example.org <NOOR@example.org>").doubt is None


@pytest.mark.parametrize("written", ["noor.example.org", "geen idee", "@b", "a@b", 12])
def test_what_is_no_address_is_left_out_with_a_doubt(written):
    assert read_email(written).value is None
    assert read_email(written).doubt is not None


@pytest.mark.parametrize("written", [None, "", "anonymous", "anoniem", "-"])
def test_a_sender_without_a_name_is_no_address_and_no_doubt(written):
    (read,) = cell_by_cell(read_email)([written])
    assert (read.value, read.doubt) == (None, None)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("JAN VAN DEN BERG", "Jan van den Berg"),
        ("O'CONNOR, ANNE-MARIE", "O'Connor, Anne-Marie"),
        ("Jan VAN DEN BERG", None),
        ("JP", None),
        ("@SUM(1+1)", None),
    ],
)
def test_capitals_get_a_suggestion_and_the_name_stays(written, meant):
    read = read_name(written)
    assert (read.value, read.suggestion) == (written, meant)


def test_a_repair_of_an_address_is_a_suggestion_for_the_cell():
    assert read_email("noor@@example..org").suggestion == "noor@example.org"
    assert read_email("noor.example.org").suggestion is None


def test_a_family_name_is_as_written_and_only_an_infix_in_small_letters_stands_apart():
    assert parse_name("Berg, Jan van den").parts == ("Jan", "van den", "Berg")
    assert parse_name("Van den Bossche, Jan").parts == ("Jan", None, "Van den Bossche")
    assert Name("Plato").parts == (None, None, None)


def test_a_family_name_that_is_only_an_infix_is_kept_as_a_name():
    assert join_name("Emre", None, "van") == Name("Emre van", "Emre", None, "van")
    assert parse_name("van, Emre") == Name("Emre van", "Emre", None, "van")
    assert parse_name("Emre van") == Name("Emre van")


def test_a_long_text_that_is_no_address_is_cut_in_what_is_said_of_it():
    for written in ("x" * 500, f"{'x' * 500}@example,org"):
        assert read_email(written).doubt.values["value"] == written[:80]


def test_who_is_called_as_her_manager_is_not_told_that_no_manager_was_kept():
    """The manager is a namesake, whose address is kept; it said that no manager was."""
    ann = Who("k", "Ann Vos", "ann@x.org", "P-104")
    namesake = {"manager_email": "vos.a@x.org", "manager_name": "Ann Vos"}
    assert not is_own_manager(namesake, ann)
    assert with_who(namesake, ann)["manager_email"] == "vos.a@x.org"
    assert is_own_manager({"manager_name": "Ann Vos"}, ann)
    assert not is_own_manager({}, ann)


@pytest.mark.parametrize(
    ("written", "name", "number"),
    [
        ("Ann Vos (40001)", "Ann Vos", "40001"),
        ("Ann Vos (On Leave) (40001)", "Ann Vos", "40001"),
        ("Ann Vos (40001) (met verlof)", "Ann Vos", "40001"),
        ("Vos, Ann [P-104]", "Ann Vos", "P-104"),
        ("Ann Vos (nr. 7)", "Ann Vos", "7"),
        ("40001 - Ann Vos", "Ann Vos", "40001"),
        ("Ann Vos - 40001", "Ann Vos", "40001"),
        ("Ann Vos (Terminated)", "Ann Vos", None),
        ("Ann Vos (2 days)", "Ann Vos", None),
        ("Ann Vos", "Ann Vos", None),
        ("40001", None, "40001"),
    ],
)
def test_a_manager_with_a_number_and_remarks_beside_the_name(written, name, number):
    told = with_who({"manager": written}, Who("k", "Bo Smit"))
    assert (told.get("manager_name"), told.get("manager_id")) == (name, number)


def test_a_number_beside_a_manager_does_not_hide_the_name_where_nobody_has_a_number():
    ann = Who("k", "Ann Vos", "ann@x.org")
    assert Known([("1", ann)]).called(Who("", "Ann Vos", number="40001")) == ["1"]


def test_a_staff_number_or_address_in_other_capitals_is_the_same_person():
    ann = Who("k", "Ann Vos", "ann@x.org", "P-104")
    for answers in ({"manager_id": "p-104"}, {"manager_email": "Ann@X.org"}):
        assert is_own_manager(answers, ann)
        assert not set(answers) & set(with_who(answers, ann))
