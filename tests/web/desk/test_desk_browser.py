"""The desk in a real browser: accessibility, small windows, charts, and an editor at the keyboard."""

import re
from contextlib import contextmanager
from datetime import date
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from bot.answer import Answer, Status
from bot.following import Arrival, WaitingFiles
from bot.staff_fields import FieldKind, FieldSubject
from bot.store import WEB_CHAT, HotlineCase, Store
from tests.web.browser_tabs import PHONE, needs_browser, opened_browser, watched_tab
from tests.web.office import HASHES, PASSWORDS, ROLES, desk_parts
from tests.web.scripted import Running, scripted
from tests.web.seeing import faults, faults_by_day_and_night

NUMBER = "周政办字〔2024〕11号"
LINE = "region=周村&department=区商务局&office=商贸流通科&printed=6195136"
TASK = urlencode({"measure": "周政办字〔2020〕30号#（二）", "department": "区委网信办", "due": "2020-08-31"})
PAGES = (
    "/desk",
    "/desk/question?kind=uncovered&id=1",
    "/desk/feedback",
    "/desk/statistics",
    "/desk/hotline",
    "/desk/due",
    "/desk/due?all=1",
    f"/desk/due/task?{TASK}",
    "/desk/fields?q=商务",
    "/desk/fields/of?region=周村&department=区商务局",
    "/desk/documents",
    f"/desk/documents/of?number={NUMBER}",
    "/desk/documents/add",
    "/desk/documents/waiting",
    "/desk/phones",
    "/desk/phones/add",
    f"/desk/phones/line?{LINE}",
    "/desk/notice",
    "/desk/log",
)

pytestmark = needs_browser


def filled(home):
    """A store with accounts, questions, a letter from the page and a complaint."""
    store = Store.open(home / "wenzheng.db")
    for name, role in ROLES.items():
        store.accounts.add(name, role, HASHES[name])
    number = store.journal.asked(
        ":7", Answer("龙卷风怎么办", date(2026, 11, 21), Status.NOT_COVERED, "无"), 0.1, chat=7
    )
    store.journal.rated(":7", number, good=False)
    store.journal.reasoned(":7", number, "答非所问")
    store.desk.leave(":" + "A" * 22, WEB_CHAT, "装电梯补多少钱")
    store.audit.note("命令行", "开账号", "编辑员")
    store.hotline.put(
        HotlineCase(
            "zc-7", "电梯坏了找谁", "请找物业。", "区住建局", "周村", "", "李科长", date(2026, 11, 20)
        )
    )
    hours = {FieldKind.HOURS: "周一至周五 8:30—12:00"}
    store.fields.put(FieldSubject("", "周村", "区商务局"), "张三", date(2026, 11, 20), hours)
    task = ("周政办字〔2020〕30号#（二）", "区委网信办", "2020-08-31")
    store.progress.note(task, "编辑员", "王科长", "平台已上线，10月20日通过验收。", done=True)
    store.close()
    path = home / "关于发放取暖补助的通知.txt"
    path.write_text("一、补助标准。每户每年补助300元。", encoding="utf-8")
    long = f"https://www.qinghe.example/zwgk/{'zcwj/' * 12}t20240312_1234567.html"
    arrival = Arrival(
        long, titles=("关于发放取暖补助的通知",), numbers=("清政办发〔2024〕12号",), came="2026-11-29"
    )
    WaitingFiles(home / "waiting").put(path, path.name, arrival)


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    filled(home)
    server = Running(scripted(), desk_parts, home=home)
    yield server.address
    server.stop()
    server.join()


@pytest.fixture(scope="module")
def browser():
    with opened_browser() as held:
        yield held


@pytest.fixture
def tab(browser, address):
    """Opens tabs with somebody logged in; they fail the test on any fault of a script or of the policy."""

    @contextmanager
    def opened(name="编辑员", **options):
        with watched_tab(browser, address, **options) as page:
            page.goto("/desk")
            page.get_by_label("账号").fill(name)
            page.get_by_label("密码").fill(PASSWORDS[name])
            page.get_by_role("button", name="登录").click()
            expect(page.get_by_role("heading", name="待办问题")).to_be_visible()
            yield page

    return opened


@pytest.mark.parametrize("look", ["-", "large.contrast"])
@pytest.mark.parametrize("name", list(ROLES))
def test_axe_finds_nothing_on_any_page(tab, address, name, look):
    """WCAG 2.2 AA, for both roles, also large, in high contrast and on dark devices; the login too."""
    with tab(name) as page:
        page.context.add_cookies([{"name": "display", "value": look, "url": address}])
        for place in PAGES:
            page.goto(place)
            assert not faults_by_day_and_night(page, look_alone=look != "-"), place
        page.get_by_role("button", name="退出").click()
        assert not faults_by_day_and_night(page, look_alone=look != "-")


@pytest.mark.parametrize("look", ["-", "large"])
@pytest.mark.parametrize(
    "place", ["/desk/phones", "/desk/documents", "/desk/due", "/desk/fields", "/desk/hotline", "/desk/log"]
)
def test_a_table_is_read_on_a_phone_without_moving_it(tab, address, look, place):
    """Every cell lies within the screen, under the name of its column, 核实 of the phones too."""
    with tab(viewport=PHONE) as page:
        page.context.add_cookies([{"name": "display", "value": look, "url": address}])
        page.goto(place)
        cells = page.locator("tbody tr").first.get_by_role("cell").all()
        assert len(cells) >= 4
        for cell in (cell for cell in cells if cell.is_visible()):
            box = cell.bounding_box()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= PHONE["width"]


def test_a_phone_is_confirmed_from_a_phone(tab):
    """The link of the first row is on the screen and leads to the form."""
    with tab(viewport=PHONE) as page:
        page.goto("/desk/phones")
        page.get_by_role("link", name=re.compile("^核实 ?：")).first.click()
        expect(page.get_by_role("heading", name="核实电话")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, {"width": 320, "height": 600}])
def test_nothing_sticks_out_of_a_small_window(tab, address, size):
    """Tables scroll within themselves; with large text too."""
    with tab(viewport=size) as page:
        for look in ("-", "large"):
            page.context.add_cookies([{"name": "display", "value": look, "url": address}])
            for place in PAGES:
                page.goto(place)
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (place, look)


def test_the_charts_are_drawn_and_the_tables_stay(tab):
    """One drawing for each breakdown, hidden from screen readers, which have the table."""
    with tab() as page:
        page.goto("/desk/statistics")
        expect(page.locator(".drawing canvas")).to_have_count(3)
        expect(page.locator('.drawing[aria-hidden="true"]')).to_have_count(3)
        expect(page.get_by_role("row", name="没有说明 1")).to_be_visible()


def test_everything_works_without_javascript(tab):
    """Numbers as tables, the reply unfolds, the notice is saved."""
    with tab(java_script_enabled=False) as page:
        page.goto("/desk/statistics")
        expect(page.get_by_role("row", name="没有说明 1")).to_be_visible()
        page.goto("/desk/notice")
        page.get_by_label("通知内容").fill("本周搬迁")
        page.get_by_role("button", name="保存通知").click()
        expect(page.get_by_role("status")).to_contain_text("已保存")
        page.get_by_label("通知内容").fill("")
        page.get_by_role("button", name="保存通知").click()


@pytest.mark.parametrize("script", [True, False])
def test_closing_and_stopping_ask_back(tab, address, script):
    """One press only shows what would happen; nothing is done before it is confirmed."""
    with tab(java_script_enabled=script) as page:
        page.goto("/desk")
        question = page.locator("article", has_text="龙卷风怎么办")
        question.locator("summary", has_text="关闭").click()
        expect(question.get_by_role("button", name="确定关闭")).to_be_visible()
        page.goto("/desk/notice")
        page.locator("summary", has_text="停用").click()
        expect(page.get_by_role("button", name="确定停用")).to_be_visible()
        page.goto("/desk")
        expect(question).to_be_visible()
        page.goto("/desk/notice")
        expect(page.get_by_text("现在：正常答复。")).to_be_visible()


def until_focused(page, target, most=60):
    """Presses Tab until something has the focus."""
    for _ in range(most):
        if target.evaluate("held => held === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail("never focused")


def test_an_editor_replies_at_the_keyboard_and_the_person_reads_it(tab, browser, address):
    """From the skip link to the reply without a mouse; the log tells of it; its person reads it."""
    with tab() as page:
        page.goto("/desk")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
        page.keyboard.press("Enter")
        letter = page.locator("article", has_text="装电梯补多少钱")
        until_focused(page, letter.locator("summary", has_text="答复"))
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(letter.get_by_label("答复内容")).to_be_focused()
        page.keyboard.type("请到区住建局咨询。")
        page.keyboard.press("Tab")
        expect(letter.get_by_label("答复单位")).to_be_focused()
        page.keyboard.type("区住房城乡建设局")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("答复已保存")
        page.goto("/desk/log")
        expect(page.get_by_role("row", name="请到区住建局咨询。")).to_be_visible()
    context = browser.new_context(base_url=address)
    context.add_cookies([{"name": "conversation", "value": "A" * 22, "url": address}])
    public = context.new_page()
    public.goto("/")
    replies = public.get_by_role("region", name="工作人员给您的答复")
    expect(replies).to_contain_text("请到区住建局咨询。")
    expect(replies).to_contain_text(re.compile("——区住房城乡建设局，编辑员核准，20[0-9]{2}年"))
    context.close()


def test_an_editor_adds_a_document_and_withdraws_it(tab, tmp_path):
    """Choose, read what was understood, store; the new document is in the list; then out again."""
    file = tmp_path / "通知.txt"
    file.write_text(
        "周村区人民政府办公室\n关于秸秆还田补助的通知\n周政办发〔2026〕3号\n\n各镇人民政府：\n"
        "一、补助标准。每亩补助30元。（责任单位：区农业农村局，电话：6195001）\n\n"
        "周村区人民政府办公室\n2026年3月5日\n",
        encoding="utf-8",
    )
    with tab() as page:
        page.goto("/desk/documents")
        page.get_by_role("link", name="添加文件").click()
        page.get_by_label("文件", exact=True).set_input_files(file)
        page.get_by_role("button", name="读一读").click()
        expect(page.locator(".preview")).to_contain_text("文号：周政办发〔2026〕3号")
        assert not faults(page)
        page.get_by_role("button", name="存入", exact=True).click()
        expect(page.get_by_role("status")).to_contain_text("已存入")
        page.get_by_role("link", name="周政办发〔2026〕3号").click()
        page.locator("summary", has_text="撤下").click()
        page.get_by_role("button", name="确定撤下").click()
        expect(page.get_by_role("link", name="周政办发〔2026〕3号")).to_have_count(0)


def test_a_reader_sees_no_form_that_changes_anything(tab):
    """Only the way out and forms that look things up."""
    with tab("查看员") as page:
        for place in PAGES:
            page.goto(place)
            forms = page.locator('form[method="post"]')
            expect(forms).to_have_count(1)
            expect(forms).to_have_attribute("action", "/desk/logout")
