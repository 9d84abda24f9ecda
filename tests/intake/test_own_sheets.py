"""Invented sheets in Dutch, English, French and German: every column as a careful reader takes it."""

import pytest

from mentorkit.intake import map_columns
from mentorkit.intake.understand.account import account_of
from mentorkit.intake.understand.roles import kind_of
from tests.intake.own_sheets import SHEETS, Sheet, wrong


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_column_is_read_as_a_careful_reader_does(sheet: Sheet):
    kind = kind_of(sheet.table, map_columns(sheet.table).fields)
    mapping = map_columns(sheet.table, "mentee" if kind == "mentee" else "mentor")
    assert wrong(sheet, mapping.fields) == {}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_column_has_an_account_with_a_reason(sheet: Sheet):
    account = account_of(sheet.table, map_columns(sheet.table))
    assert [one.heading for one in account] == [heading for heading, _, _ in sheet.columns]
    assert all(one.why.id and (one.field is not None) == (one.status == "read") for one in account)
