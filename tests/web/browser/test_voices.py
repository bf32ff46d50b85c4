"""Answers read aloud, and questions spoken, where the browser can."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.web.browser_tabs import needs_browser

pytestmark = needs_browser


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
