"""How light the page is and how soon an answer is seen: `python -m tests.bench.paint`, needs chromium.

On localhost, in a browser that has nothing in its cache and whose window has come up: a new one keeps both
cores busy for a second. Times run from the last byte of the answer to the second frame drawn once it stands
in the page: then it is painted.
"""

import shutil
import statistics
import tempfile
from urllib.parse import quote

from playwright.sync_api import Browser, sync_playwright

from tests.bench.server import started

QUESTION = "家里旧冰箱想换新的，有补贴吗，找谁？"
RUNS = 10
LIMIT_KB, LIMIT_MS = 60, 300
WINDOW_MS = 1500
"""Until a new window has loaded what is the browser's own."""

_WEIGHT = """() => ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind))
  .reduce((sum, part) => sum + part.transferSize, 0)"""
_LOADED = """() => performance.getEntriesByName("first-contentful-paint")[0].startTime
  - performance.getEntriesByType("navigation")[0].responseEnd"""
_ASKED = """async (question) => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const shown = new Promise((done) => new MutationObserver(async (_, watch) => {
    watch.disconnect();
    await drawn();
    done(performance.now());
  }).observe(document.getElementById("log"), { childList: true }));
  document.getElementById("q").value = question;
  document.getElementById("ask").requestSubmit();
  const end = await shown;
  const answer = performance.getEntriesByType("resource").find((part) => part.name.includes("/answer?"));
  return end - answer.responseEnd;
}"""


def main() -> None:
    """Prints the rows of the table."""
    with tempfile.TemporaryDirectory() as home, started(home) as (_, address), sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        address_of_answer = f"{address}/?q={quote(QUESTION)}"
        weights = [_measured(browser, place, _WEIGHT) for place in (address, address_of_answer)]
        loaded = [_measured(browser, address_of_answer, _LOADED) for _ in range(RUNS)]
        asked = [_measured(browser, address, _ASKED, QUESTION) for _ in range(RUNS)]
        browser.close()
    print("| what | figure | at most |\n|---|---|---|")
    for name, weight in zip(("first page", "the same with an answer"), weights, strict=True):
        print(f"| {name}, over the wire | {weight / 1000:.1f} kB | {LIMIT_KB} kB |")
    for name, times in (("asked on the page", asked), ("opened by its address", loaded)):
        figures = f"{statistics.median(times):.0f} and {max(times):.0f} ms"
        print(f"| answer {name}, median and worst of {RUNS} | {figures} | {LIMIT_MS} ms |")


def _measured(browser: Browser, address: str, script: str, given: str | None = None) -> float:
    context = browser.new_context()
    page = context.new_page()
    page.wait_for_timeout(WINDOW_MS)
    page.goto(address, wait_until="networkidle")
    figure = float(page.evaluate(script, given))
    context.close()
    return figure


if __name__ == "__main__":
    main()
