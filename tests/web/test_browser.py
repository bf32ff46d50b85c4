"""The page in a real browser: journeys, accessibility, and what goes wrong on the way."""

import re
import time
from functools import partial
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from bot.store import Store
from tests.bot.fakes import NUMBER
from tests.web.browser_tabs import PHONE, needs_browser, opened_browser, watched_tab
from tests.web.office import desk_parts
from tests.web.printed_original import NOTICE, add, over
from tests.web.scripted import FRIDGE, ScriptedSearch, bundled, running, scripted
from tests.web.seeing import faults, faults_by_day_and_night
from tests.web.test_pages import PAGES

SMALL = (PHONE, {"width": 640, "height": 450}, {"width": 320, "height": 600})
"""A phone, a screen of 1280 by 900 at 200 %, and the least width that nothing may stick out of."""
REFUSED = quote("龙卷风来了怎么办")
DANGER = quote("老公打我怎么办")
PLACES = (*PAGES, f"/?q={REFUSED}", f"/?q={DANGER}", f"/search?q={DANGER}", "/mine", "/nope")
expect.set_options(timeout=30_000)

pytestmark = needs_browser


@pytest.fixture(scope="module")
def search():
    return ScriptedSearch()


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def address(search, home):
    with running(scripted(search), desk=desk_parts, home=home) as server:
        yield server.address


@pytest.fixture
def store(home, address):
    """What the running server keeps, read beside it."""
    held = Store.open(home / "wenzheng.db")
    yield held
    held.close()


@pytest.fixture(scope="module")
def browser():
    with opened_browser() as held:
        yield held


@pytest.fixture
def tab(browser, address):
    """Opens tabs that fail the test on any fault."""
    return partial(watched_tab, browser, address)


def ask(page, question):
    page.locator("#q").fill(question)
    page.get_by_role("button", name="提问").click()


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
        store.subscriptions.begin(store.subscriptions.all()[-1].chat, bundled().measure(FRIDGE))
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
        page.goto(f"/?q={REFUSED}")
        page.context.set_offline(True)
        page.get_by_role("button", name="发给工作人员").click()
        expect(page.get_by_role("alert")).to_contain_text("没有发出去")
        page.context.set_offline(False)
        page.get_by_role("button", name="发给工作人员").click()
        expect(page.locator(".noted")).to_contain_text("已转给工作人员")
    assert len(store.desk.open()) == before + 1


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


VOICES = """(() => {
  const said = (window.said = []);
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  const voices = %s;
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices, cancel: () => said.push("-"), addEventListener: () => {},
    speak: (one) => said.push(one.text),
  } });
})()"""
"""A browser that notes what it would say."""
CHINESE, ENGLISH = VOICES % '[{ lang: "zh-CN" }]', VOICES % '[{ lang: "en-GB" }]'


def test_an_answer_is_read_aloud_when_asked_and_stops_when_asked(tab):
    """Telephones digit by digit, the year of a document too, amounts not; nothing before the button."""
    with tab() as page:
        page.add_init_script(CHINESE)
        page.goto(f"/?q={quote('旧冰箱换新补贴')}")
        assert page.evaluate("said") == []
        page.locator("article").get_by_role("button", name="朗读").click()
        expect(page.get_by_role("button", name="停止朗读")).to_have_attribute("aria-pressed", "true")
        said = page.evaluate("said.join('')")
        assert "0 5 3 3 ， 6 1 9 5 1 3 6" in said
        assert "〔2 0 2 4〕11号" in said
        assert "等5类旧家电" in said
        assert "打印" not in said
        assert max(page.evaluate("said.map((words) => words.length)")) <= 120
        page.get_by_role("button", name="停止朗读").click()
        assert page.evaluate("said[said.length - 1]") == "-"
        expect(page.locator("article").get_by_role("button", name="朗读")).to_be_visible()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("拨打12345转接", "拨打1 2 3 4 5转接"),
        ("补贴12345元", "补贴12345元"),
        ("报警110，救助120人", "报警1 1 0，救助120人"),
        ("手机13812345678。", "手机1 3 8 1 2 3 4 5 6 7 8。"),
        ("电话 6195136", "电话 6 1 9 5 1 3 6"),
        ("2024年12月31日，12.5万元", "2024年12月31日，12.5万元"),
        ("聊政办发〔2021〕5号第12条", "聊政办发〔2 0 2 1〕5号第12条"),
    ],
)
def test_telephones_are_said_in_digits_and_sums_as_numbers(tab, text, said):
    """What follows a number tells a hotline from an amount."""
    with tab() as page:
        page.goto("/")
        assert page.evaluate("inDigits", text) == said


def test_without_a_chinese_voice_or_a_microphone_no_button_is_there(tab):
    """Absent without a trace, in the elderly mode too."""
    with tab() as page:
        page.add_init_script(ENGLISH)
        page.add_init_script("delete window.SpeechRecognition; delete window.webkitSpeechRecognition")
        page.goto(f"/?q={quote('旧冰箱换新补贴')}")
        expect(page.get_by_role("button", name="复制链接").first).to_be_visible()
        for name in ("朗读", "说话输入", "转发"):
            expect(page.get_by_role("button", name=name)).to_have_count(0)
        expect(page.get_by_text("浏览器的厂商")).to_be_hidden()


HEARS = """window.webkitSpeechRecognition = window.SpeechRecognition = function () {
  window.ear = this;
  this.start = () => {};
  this.stop = () => this.onend();
}"""


def test_what_is_said_is_written_into_the_field(tab):
    """It says where the voice goes before it is used; what was typed stays; a fault is told in words."""
    with tab() as page:
        page.add_init_script(HEARS)
        page.goto("/")
        expect(page.get_by_text("浏览器的厂商")).to_be_visible()
        page.locator("#q").fill("我家")
        page.get_by_role("button", name="说话输入").click()
        expect(page.get_by_role("status")).to_contain_text("请说话")
        page.evaluate("ear.onresult({ results: [[{ transcript: '旧冰箱' }], [{ transcript: '换新' }]] })")
        page.get_by_role("button", name="说话输入").click()
        expect(page.locator("#q")).to_have_value("我家旧冰箱换新")
        expect(page.get_by_role("status")).to_be_empty()
        page.get_by_role("button", name="说话输入").click()
        page.evaluate("ear.onerror(); ear.onend()")
        expect(page.get_by_role("status")).to_contain_text("没有听清")


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
