"""How pages look: for screen readers, in the dark, in small windows, large, on paper, without scripts."""

import re
import time
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.web.browser_tabs import PHONE, ask, needs_browser
from tests.web.scripted import FRIDGE
from tests.web.seeing import faults_by_day_and_night
from tests.web.test_pages import PAGES

SMALL = (PHONE, {"width": 640, "height": 450}, {"width": 320, "height": 600})
"""A phone, a screen of 1280 by 900 at 200 %, and the least width that nothing may stick out of."""

REFUSED = quote("龙卷风来了怎么办")

DANGER = quote("老公打我怎么办")

PLACES = (*PAGES, f"/?q={REFUSED}", f"/?q={DANGER}", f"/search?q={DANGER}", "/mine", "/nope")

pytestmark = needs_browser


@pytest.mark.parametrize("look", ["-", "large.contrast", "elder"])
def test_axe_finds_nothing(tab, address, look):
    """WCAG 2.2 AA and best practices, on every page, also large, in high contrast and on dark devices."""
    with tab() as page:
        page.context.add_cookies([{"name": "display", "value": look, "url": address}])
        for place in PLACES:
            page.goto(place)
            assert not faults_by_day_and_night(page, look_alone=look != "-"), place


@pytest.mark.parametrize("look", ["-", "contrast"])
def test_a_dark_device_gets_a_dark_page_and_paper_a_white_one(tab, address, look):
    """Light words on a dark ground wherever the device asks for it; printed black on white."""
    with tab(color_scheme="dark") as page:
        page.context.add_cookies([{"name": "display", "value": look, "url": address}])
        page.goto("/")
        assert brightness(page, "backgroundColor") < 100
        assert brightness(page, "color") > 600
        page.emulate_media(media="print", color_scheme="dark")
        assert brightness(page, "backgroundColor") == 3 * 255
        assert brightness(page, "color") == 0


def brightness(page, part):
    """Red, green and blue of the whole page together: 0 is black, 765 white."""
    colour = page.evaluate("part => getComputedStyle(document.body)[part]", part)
    return sum(map(int, re.findall(r"\d+", colour)[:3]))


@pytest.mark.parametrize("look", ["-", "large", "elder"])
def test_nothing_sticks_out_of_a_small_window(tab, address, look):
    """A phone, 200 % zoom, and 320 pixels (WCAG 1.4.10): no scrolling sideways, with large text too."""
    with tab() as page:
        page.context.add_cookies([{"name": "display", "value": look, "url": address}])
        for place in PLACES:
            page.goto(place)
            for size in SMALL:
                page.set_viewport_size(size)
                wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                assert wide <= 0, (place, size)


def test_everything_works_without_javascript(tab):
    """The form, the unfolding, the switch, the search."""
    with tab(java_script_enabled=False) as page:
        page.goto("/")
        ask(page, "家里旧冰箱想换新的，有补贴吗？")
        expect(page.get_by_role("link", name="0533-6195136").first).to_be_visible()
        expect(page.get_by_role("button", name="复制")).to_have_count(0)
        page.locator("article .full summary").click()
        expect(page.locator("article .full .original").first).to_be_visible()
        page.get_by_role("button", name="大字").click()
        expect(page.locator("html.large")).to_have_count(1)
        expect(page.get_by_role("link", name="0533-6195136").first).to_be_visible()


def test_the_keyboard_alone_is_enough(tab):
    """Skip link first, Enter asks, the focus moves to the answer and goes on into it."""
    with tab() as page:
        page.goto("/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(page.get_by_label("您想问什么")).to_be_focused()
        page.keyboard.type("旧冰箱换新补贴")
        page.keyboard.press("Enter")
        expect(page.locator(".asked")).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.locator("article header h3 a")).to_be_focused()


@pytest.mark.parametrize("script", [True, False])
def test_the_elderly_mode_is_larger_shorter_and_remembers_itself(tab, script):
    """Large buttons, little but asking on the first screen, the phone a button; kept for the next days."""
    with tab(viewport=PHONE, java_script_enabled=script) as page:
        page.goto("/")
        expect(page.locator("#start")).to_be_visible()
        page.get_by_role("button", name="长辈版").click()
        expect(page.locator("html.elder")).to_have_count(1)
        expect(page.locator("#start")).to_be_hidden()
        expect(page.get_by_role("link", name="文件", exact=True)).to_be_hidden()
        button = page.get_by_role("button", name="提问").bounding_box()
        assert button["height"] >= 56
        assert button["y"] + button["height"] < PHONE["height"]
        assert page.locator(".suggestion:visible").count() == 2
        page.goto(f"/?q={quote('旧冰箱换新补贴')}")
        expect(page.locator("html.elder")).to_have_count(1)
        assert page.get_by_role("link", name="0533-6195136").first.bounding_box()["height"] >= 56
        (kept,) = (held for held in page.context.cookies() if held["name"] == "display")
    assert kept["value"] == "elder"
    assert kept["expires"] - time.time() > 300 * 24 * 3600


def test_printing_shows_the_measure_alone(tab):
    """Without navigation, form and buttons."""
    with tab() as page:
        page.goto(f"/m/{quote(FRIDGE.replace('#', '/'))}")
        page.emulate_media(media="print")
        expect(page.locator("nav").first).to_be_hidden()
        expect(page.locator(".actions")).to_be_hidden()
        expect(page.locator(".original").first).to_be_visible()
