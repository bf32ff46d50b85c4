"""A measure handed on: copied, forwarded, looked at in its original."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.web.browser_tabs import PHONE, needs_browser
from tests.web.printed_original import NOTICE, add, over
from tests.web.scripted import FRIDGE, running
from tests.web.seeing import faults

pytestmark = needs_browser


def test_a_card_is_copied_with_its_source_and_its_phone(tab):
    """What is quoted, whom to call, where it stands; nothing of the buttons."""
    with tab(permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(f"/?q={quote('旧冰箱换新补贴')}")
        page.get_by_role("button", name="复制", exact=True).first.click()
        expect(page.get_by_role("button", name="已复制")).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
    for words in (
        "对个人消费者在政策期内交售空调",
        "0533-6195136",
        "周政办字〔2024〕11号",
        "2024年12月31日到期",
    ):
        assert words in copied
    assert "打印" not in copied


def test_a_measure_is_forwarded_by_the_share_sheet(tab, address):
    """Title, words with source and phone, and the readable address."""
    with tab() as page:
        page.add_init_script("navigator.share = async (given) => { window.given = given; }")
        page.goto(f"/m/{quote(FRIDGE.replace('#', '/'))}")
        page.get_by_role("button", name="转发").click()
        given = page.evaluate("given")
    assert given["title"].startswith("支持家电销售企业")
    assert given["url"] == f"{address}/m/{quote('周政办字〔2024〕11号')}/19"
    assert "0533-6195136" in given["text"]


@pytest.fixture(scope="module")
def paged(tmp_path_factory):
    """A server whose documents include a PDF of five pages."""
    home = tmp_path_factory.mktemp("paged")
    add(home, tmp_path_factory.mktemp("brought"))
    with running(over(home), home=home) as server:
        yield server.address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_citizen_looks_at_the_original_on_a_phone(browser, paged, scheme):
    """From the measure to its page, a page on, back; with and without scripts nothing sticks out."""
    scripts = scheme == "light"
    context = browser.new_context(
        base_url=paged, viewport=PHONE, color_scheme=scheme, java_script_enabled=scripts
    )
    page = context.new_page()
    page.goto(f"/m/{quote(NOTICE, safe='')}/{quote('三')}")
    page.get_by_role("link", name="查看原件").click()
    picture = page.get_by_role("img", name=re.compile("原件第3页"))
    expect(picture).to_be_visible()
    page.wait_for_load_state("load")
    assert picture.bounding_box()["height"] > 400  # as tall as A4, so it has come
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    if scripts:
        assert not faults(page)
    page.get_by_role("link", name="下一页").first.click()
    expect(page.get_by_text("第4页，共5页").first).to_be_visible()
    page.get_by_label("跳到第几页").fill("2")
    page.get_by_role("button", name="跳过去").click()
    expect(page.get_by_role("img", name=re.compile("原件第2页"))).to_be_visible()
    page.get_by_role("link", name="回到第三项").click()
    expect(page).to_have_url(re.compile(f"/m/{quote(NOTICE)}/"))
    context.close()
