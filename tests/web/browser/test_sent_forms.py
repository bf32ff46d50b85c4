"""What people send: ratings, questions for the staff, what they follow."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.bot.fakes import NUMBER
from tests.bundled import bundled_catalog
from tests.web.browser_tabs import PHONE, ask, needs_browser
from tests.web.scripted import FRIDGE
from tests.web.seeing import faults

pytestmark = needs_browser


def test_an_answer_is_rated_without_a_reload(tab, store):
    """No good, a reason, and the words; the reader is told in place and the focus stays there."""
    with tab() as page:
        page.goto("/")
        page.evaluate("window.still = true")
        ask(page, "旧冰箱换新补贴")
        page.get_by_role("button", name="没用").click()
        page.get_by_label("想补充的话").fill("打不通")
        page.get_by_role("button", name="电话不对").click()
        expect(page.locator(".noted")).to_contain_text("记下了")
        expect(page.locator("[data-place]").first).to_be_focused()
        assert page.evaluate("window.still")
    assert [(held.reason, held.words) for held in store.journal.complaints(0.0, 10)] == [
        ("电话不对", "打不通")
    ]


@pytest.mark.parametrize("script", [True, False])
def test_a_question_is_left_for_the_staff_and_the_reply_is_read(tab, store, script):
    """With and without JavaScript; the form is open where nothing was found."""
    with tab(java_script_enabled=script) as page:
        page.goto("/")
        ask(page, "龙卷风来了怎么办")
        expect(page.get_by_label("您的问题")).to_have_value("龙卷风来了怎么办")
        page.get_by_role("button", name="发给工作人员").click()
        expect(page.locator(".noted")).to_contain_text("已转给工作人员")
        store.desk.reply(store.desk.open()[-1].id, "请先到室内避险。")
        page.goto("/")
        expect(page.locator(".replies")).to_contain_text("请先到室内避险。")


@pytest.mark.parametrize("script", [True, False])
def test_what_is_followed_is_told_on_the_next_visit(tab, store, script):
    """With and without JavaScript, from a document to the news and off again; axe is content."""
    with tab(java_script_enabled=script, viewport=PHONE) as page:
        page.goto(f"/d/{NUMBER}")
        page.get_by_role("link", name="订阅：有新内容时告诉我").click()
        expect(page.get_by_label("有新内容时告诉我")).to_have_value(NUMBER)
        page.get_by_role("button", name="订阅").click()
        expect(page.get_by_role("heading", name=NUMBER)).to_be_visible()
        store.subscriptions.begin(store.subscriptions.all()[-1].chat, bundled_catalog().measure(FRIDGE))
        page.goto("/")
        news = page.get_by_role("region", name="您订阅的有新内容")
        expect(news.get_by_role("link")).to_contain_text("家电")
        assert not script or not faults(page)
        news.get_by_role("button", name="知道了").click()
        expect(news).to_have_count(0)
        page.locator("#subscriptions").get_by_role("button", name="删除").click()
        expect(page.get_by_role("heading", name=NUMBER)).to_have_count(0)


def test_what_could_not_be_sent_stays_in_the_form(tab, store):
    """A lost connection is told beside the form, which can be sent again."""
    before = len(store.desk.open())
    with tab() as page:
        page.goto(f"/?q={quote('龙卷风来了怎么办')}")
        page.context.set_offline(True)
        page.get_by_role("button", name="发给工作人员").click()
        expect(page.get_by_role("alert")).to_contain_text("没有发出去")
        page.context.set_offline(False)
        page.get_by_role("button", name="发给工作人员").click()
        expect(page.locator(".noted")).to_contain_text("已转给工作人员")
    assert len(store.desk.open()) == before + 1
