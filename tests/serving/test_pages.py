"""Which notebooks the server shows, and as what their files reach the browser."""

import re
import sys
from pathlib import Path

from tests.serving.workbook import SERVE, started
from tests.sources import ROOT

CONFUSED = """
import mimetypes
for ending in (".js", ".css", ".svg"):
    mimetypes.add_type("text/plain", ending)
"""
"""What is installed on some Windows computers makes them call a script plain text."""


def test_the_pages_are_shown_and_the_notebook_for_analysts_not_also_where_a_script_is_called_plain_text(
    tmp_path: Path,
):
    command = [sys.executable, "-c", CONFUSED + SERVE, str(ROOT / "notebooks")]
    with started(command, tmp_path) as workbook:
        assert workbook.ask("/explore/", workbook.cookie).status == 404
        page = workbook.ask("/pairing/", workbook.cookie)
        assert page.status == 200
        files = re.findall(r'(?:src|href)="\./([^"]+\.(?:js|css|svg))"', page.body.decode())
        types = {
            Path(file).suffix: workbook.ask(f"/pairing/{file}", workbook.cookie).headers["Content-Type"]
            for file in files
        }
        assert types[".js"].startswith("text/javascript")
        assert types[".css"].startswith("text/css")
