"""Makes the picture in the README: `python .readme/screenshot.py`, with the test extra installed."""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

TARGET = Path(__file__).parent / "pairing.png"


def main() -> None:
    """Start the English demo, move one weight, open one pair, take the picture."""
    command = [str(Path(sys.executable).with_name("mentorkit")), "demo", "--lang", "en", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as demo, sync_playwright() as play:
        address = next(word for line in demo.stdout or () for word in line.split() if word.startswith("http"))
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1360, "height": 1150})
        page.goto(address)
        page.wait_for_selector("marimo-table")
        page.get_by_role("slider").first.focus()
        for _ in range(3):
            page.keyboard.press("PageUp")
        page.wait_for_selector(".mk-ripple li")
        page.locator("marimo-table").get_by_role("checkbox").nth(1).click()
        page.wait_for_selector(".mk-card")
        page.wait_for_timeout(1500)
        page.screenshot(path=TARGET)
        browser.close()
        demo.terminate()


if __name__ == "__main__":
    main()
