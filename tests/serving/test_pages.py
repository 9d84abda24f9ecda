"""Which notebooks the server shows."""

from pathlib import Path

from tests.serving.workbook import served
from tests.sources import ROOT


def test_the_notebook_for_analysts_is_no_page_of_the_server(tmp_path: Path):
    with served(ROOT / "notebooks", tmp_path) as workbook:
        assert workbook.ask("/pairing/", workbook.cookie).status == 200
        assert workbook.ask("/explore/", workbook.cookie).status == 404
