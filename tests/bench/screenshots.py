"""Pictures of the pages for the README: `python -m tests.bench.screenshots`, needs chromium."""

import shutil
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

from bot.app import make_assistant
from bot.settings import Settings
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
SIZES = {"phone": (360, 740), "desktop": (1280, 800)}


def main() -> None:
    """Takes every page on a phone and on a desktop."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with running(make_assistant(Settings())) as server, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for size, (width, height) in SIZES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
            for name, address in PAGES.items():
                page.goto(server.address + address)
                page.screenshot(path=FOLDER / f"{name}-{size}.png")
        browser.close()


if __name__ == "__main__":
    main()
