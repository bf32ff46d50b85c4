"""What people come for: an answer, a measure, a ledger; and what goes wrong on the way."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.web.browser_tabs import PHONE, ask, needs_browser
from tests.web.seeing import faults

pytestmark = needs_browser


def test_words_of_the_documents_are_offered_in_the_search(tab):
    """Chosen at the keyboard or with a tap; Escape leaves what is typed; axe finds nothing meanwhile."""
    with tab() as page:
        page.goto("/search")
        field = page.get_by_role("combobox", name="原文里的词")
        field.press_sequentially("butie")
        option = page.get_by_role("option").first
        expect(option).to_have_text("补贴")
        assert not faults(page)
        field.press("Escape")
        expect(option).to_be_hidden()
        field.press_sequentially(" ")
        field.press("Backspace")
        expect(option).to_be_visible()
        field.press("ArrowDown")
        expect(option).to_have_attribute("aria-selected", "true")
        field.press("Enter")
        expect(page.get_by_role("heading", name="找到")).to_be_visible()
        expect(field).to_have_value("补贴")
        field.fill("老旧")
        page.get_by_role("option", name="老旧小区", exact=True).click()
        expect(page).to_have_url(re.compile("q=%E8%80%81%E6%97%A7%E5%B0%8F%E5%8C%BA"))


def test_what_may_be_asked_is_offered_while_typing(tab):
    """By first letters; the button is never covered; what is chosen is asked; axe finds nothing meanwhile."""
    with tab(viewport=PHONE) as page:
        page.goto("/")
        options = page.get_by_role("listbox").get_by_role("option")
        field = page.get_by_label("您想问什么")
        before = page.get_by_role("button", name="提问").bounding_box()
        field.press_sequentially("ljxq")
        option = options.first
        expect(option).to_contain_text("老旧小区")
        assert page.get_by_role("button", name="提问").bounding_box() == before
        assert option.bounding_box()["y"] < before["y"] + 2 * before["height"]
        assert not faults(page)
        field.press("Escape")
        expect(option).to_be_hidden()
        field.fill("冰箱")
        expect(options.filter(has_text=re.compile("^旧冰箱$"))).to_be_visible()
        field.press("ArrowUp")
        expect(options.last).to_have_attribute("aria-selected", "true")
        options.filter(has_text=re.compile("^旧冰箱$")).click()
        expect(page.locator(".asked")).to_contain_text("旧冰箱")
        expect(options).to_have_count(0)


def test_on_a_phone_the_results_come_first_and_the_facets_are_a_tap_away(tab):
    """The first result begins on the first screen."""
    with tab(viewport=PHONE) as page:
        page.goto(f"/search?q={quote('补贴')}")
        assert page.locator("#found").bounding_box()["y"] < PHONE["height"]
        assert page.locator("section li a").first.bounding_box()["y"] < PHONE["height"]
        page.get_by_role("link", name="缩小范围").click()
        expect(page.get_by_role("heading", name="缩小范围")).to_be_in_viewport()


def test_a_citizen_asks_on_a_phone_and_gets_a_number_to_tap(tab):
    """Answer without a reload, phone link, whole text unfolded in place."""
    with tab(viewport=PHONE) as page:
        page.goto("/")
        page.evaluate("window.still = true")
        ask(page, "家里旧冰箱想换新的，有补贴吗，找谁？")
        expect(page.get_by_role("link", name="0533-6195136").first).to_have_attribute(
            "href", "tel:05336195136"
        )
        assert page.evaluate("window.still")
        page.locator("article .full summary").click()
        expect(page.locator("article .full")).to_contain_text("组织开展专属营销活动")


def test_an_enterprise_reads_on_and_shares_the_link(tab, address):
    """From the answer to the measure's own page; the link copied is the readable one."""
    with tab(permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(f"/?q={quote('旧冰箱企业有奖励吗')}")
        page.locator("article header h3 a").click()
        page.wait_for_url("**/m/**")
        page.get_by_role("button", name="复制链接").click()
        expect(page.get_by_role("button", name="已复制")).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == f"{address}/m/{quote('周政办字〔2024〕11号')}/19"


def test_an_official_finds_the_ledger_and_downloads_it(tab):
    """Departments, one of them, only what it leads, as a workbook."""
    with tab() as page:
        page.goto("/")
        page.get_by_role("link", name="部门", exact=True).click()
        page.get_by_role("link", name="区商务局", exact=True).click()
        page.get_by_label("职责").select_option("牵头")
        page.get_by_role("button", name="筛选").click()
        expect(page.locator(".role.support")).to_have_count(0)
        with page.expect_download() as download:
            page.get_by_role("link", name="下载表格").click()
        assert download.value.suggested_filename == "区商务局.xlsx"


def test_two_tabs_do_not_disturb_each_other(tab):
    """Each keeps its own answers."""
    with tab() as first:
        second = first.context.new_page()
        first.goto("/")
        second.goto("/")
        ask(first, "旧冰箱换新补贴")
        ask(second, "老旧船舶报废补助")
        expect(first.locator(".turn")).to_have_count(1)
        expect(first.locator(".turn")).to_contain_text("旧家电")
        expect(second.locator(".turn")).to_contain_text("不适用于周村")


def test_back_and_forward_lead_through_what_was_asked(tab):
    """The address follows the question; back to another page and forward again finds the answer."""
    with tab() as page:
        page.goto("/")
        ask(page, "旧冰箱换新补贴")
        expect(page.locator(".turn")).to_have_count(1)
        ask(page, "老旧船舶报废补助")
        expect(page.locator(".turn")).to_have_count(2)
        page.goto("/d")
        page.go_back()
        expect(page.locator(".asked").first).to_contain_text("老旧船舶")
        page.go_back()
        expect(page.locator(".asked").first).to_contain_text("旧冰箱")
        page.go_forward()
        expect(page.locator(".asked").first).to_contain_text("老旧船舶")


def test_a_lost_connection_keeps_the_question(tab):
    """It says so; once it is back the same question is answered."""
    with tab() as page:
        page.goto("/")
        page.context.set_offline(True)
        ask(page, "旧冰箱换新补贴")
        expect(page.get_by_role("status")).to_contain_text("网络断了")
        expect(page.locator("#q")).to_have_value("旧冰箱换新补贴")
        page.context.set_offline(False)
        page.get_by_role("button", name="提问").click()
        expect(page.locator(".turn")).to_have_count(1)


def test_a_slow_server_is_waited_for_in_words(tab, search):
    """Meanwhile it says that it is looking; then the answer comes and the words go."""
    with tab() as page:
        page.goto("/")
        ask(page, "慢慢地问旧冰箱换新")
        expect(page.get_by_role("status")).to_contain_text("正在查文件")
        assert search.begun.wait(60)
        search.release.set()
        expect(page.locator(".turn")).to_have_count(1)
        expect(page.get_by_role("status")).to_be_empty()


def test_script_in_a_question_is_shown_as_typed(tab):
    """With JavaScript too, where the answer is put into the page."""
    words = "<img src=x onerror=alert(1)>旧冰箱"
    with tab() as page:
        page.on("dialog", lambda _: pytest.fail("a script ran"))
        page.goto("/")
        ask(page, words)
        expect(page.locator(".asked")).to_contain_text(words)
        expect(page.locator(".asked img")).to_have_count(0)
