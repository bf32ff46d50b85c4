"""A real browser for tests of pages, and tabs that notice what goes wrong in them."""

import shutil
from contextlib import contextmanager

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PHONE = {"width": 360, "height": 740}
needs_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium: `make chromium` installs Debian's where apt-get may"
)


@contextmanager
def opened_browser():
    """Chromium without a window, closed in the end."""
    with sync_playwright() as driver:
        held = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield held
        held.close()


@contextmanager
def watched_tab(browser, address, **options):
    """A tab that fails the test on any error in a script or refusal by the policy, closed in the end."""
    context = browser.new_context(base_url=address, reduced_motion="reduce", **options)
    wrong = []
    page = context.new_page()
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    page.on("console", lambda said: wrong.append(said.text) if "Security Policy" in said.text else None)
    try:
        yield page
        assert not wrong
    finally:
        context.close()


def ask(page, question):
    """Types a question into the field of the page and sends it."""
    page.locator("#q").fill(question)
    page.get_by_role("button", name="提问").click()
