"""What can be asked on a page, whatever it holds."""

import pytest

from tests.ui.pages import page_of


@pytest.mark.parametrize("count", [3, 1_001])
def test_a_list_of_any_length_is_the_one_of_the_browser_also_within_a_form(count: int):
    page = page_of()
    field = page.pick("Mentor", {f"Mentor {n}": n for n in range(count)}, 2)
    form = page.form(page.fields(who=field), "Record", lambda given: None)
    for shown in (field, form):
        assert "data-searchable='false'" in shown.text
        assert "data-searchable='true'" not in shown.text
    assert field.value == 2
