"""Pictures of the pages for the README: `python -m tests.bench.screenshots`, needs chromium."""

import shutil
import tempfile
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from bot.answering.assistant import Assistant
from bot.app import make_workbench
from bot.settings import Settings
from tests.bench.desk_sample import fill
from tests.web.office import PASSWORDS, desk_parts
from tests.web.scripted import running

FOLDER = Path(__file__).parents[2] / "docs" / "images"
NUMBER = quote("周政办字〔2024〕11号")
PAGES = {
    "ask": "/",
    "answer": f"/?q={quote('家里旧冰箱想换新的，有补贴吗，找谁？')}#log",
    "measure": f"/m/{NUMBER}/19",
    "document": f"/d/{NUMBER}",
    "documents": "/d",
    "departments": "/departments",
    "department": f"/departments/{quote('区商务局')}",
    "search": f"/search?q={quote('补贴')}",
}
DESK = {
    "desk-inbox": "/desk",
    "desk-statistics": "/desk/statistics",
}
SIZES = {"phone": (360, 740), "desktop": (1280, 640)}
WIDE = ("answer", "measure", "search", "department")
"""Taken on a desktop too."""


def main() -> None:
    """Takes every page on a phone, some on a desktop, those of the desk on a desktop."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        home = Path(folder)
        workbench = make_workbench(Settings())
        assistant = Assistant(workbench.catalog, workbench.retriever)
        fill(home, assistant.ask)
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with running(assistant, desk=desk_parts, home=home) as server:
            wide = {name: PAGES[name] for name in WIDE}
            _take(_opened(browser, "phone"), server.address, PAGES, "phone")
            _take(_opened(browser, "desktop"), server.address, wide, "desktop")
            _take(_logged_in(_opened(browser, "desktop"), server.address), server.address, DESK, "desktop")
        browser.close()


def _opened(browser: Browser, size: str) -> Page:
    width, height = SIZES[size]
    return browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")


def _logged_in(page: Page, address: str) -> Page:
    name, password = next(iter(PASSWORDS.items()))
    page.goto(f"{address}/desk")
    page.get_by_label("账号").fill(name)
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录").click()
    return page


def _take(page: Page, address: str, pages: dict[str, str], size: str) -> None:
    for name, place in pages.items():
        page.goto(address + place, wait_until="networkidle")
        page.screenshot(path=FOLDER / f"{name}-{size}.png")


if __name__ == "__main__":
    main()
