"""Makes the picture in the README: `python .readme/screenshot.py`, with the test extra installed."""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

TARGET = Path(__file__).parent / "pairing.png"


def main() -> None:
    """Start the English demo, take the picture, stop the demo."""
    command = [str(Path(sys.executable).with_name("mentorkit")), "demo", "--lang", "en", "--no-browser"]
    demo = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        address = next(word for line in demo.stdout or () for word in line.split() if word.startswith("http"))
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            take(browser.new_page(viewport={"width": 1440, "height": 1100}), address)
            browser.close()
    finally:
        demo.terminate()


def take(page: Page, address: str) -> None:
    """Move one weight, open one pair, take the picture."""
    page.goto(address.replace("/?", "/pairing/?"))
    pairs = page.locator("[role=row]:not(.head):not([hidden])")
    pairs.nth(1).wait_for()
    page.get_by_role("slider").first.focus()
    for _ in range(4):
        page.keyboard.press("PageUp")
    page.locator(".mk-ripple li").first.wait_for()
    pairs.nth(1).click()
    page.locator(".mk-card").wait_for()
    page.wait_for_timeout(2000)
    page.locator(".mk-top").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    page.screenshot(path=TARGET)


if __name__ == "__main__":
    main()
