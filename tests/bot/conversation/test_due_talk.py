"""/due and /tasks over the bundled documents."""

import json
from datetime import date

import pytest

from bot.answer import Ask, Status
from bot.answering.assistant import Assistant
from bot.conversation.focus import from_data
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from tests.bot.conversation.said_turns import turns_over
from tests.bot.fakes import FakeFinding, FakeQuery, FakeSearch


@pytest.fixture
def say(catalog):
    """Says one turn on 20 November 2022."""
    search = FakeSearch(FakeFinding(query=FakeQuery()))
    return turns_over(catalog, search, today=date(2022, 11, 20))


def test_what_a_department_has_to_do_is_told_with_its_dates(say):
    """Seven items of 周政办字〔2020〕30号, of which it supports 第（二）项, and row 43 of 2022."""
    text = say("/tasks 区大数据局").text
    assert "共8项：时限已过7项，下月到期1项" in text
    assert "〔配合〕IPv6网站支持率" in text
    assert "2022年12月31日，下月到期，还有41天（原文“2022年12月”）〔牵头〕支持实施数字政府强基工程" in text
    assert "是否已经完成，文件里没有写" in text


def test_the_earliest_is_told_first(say):
    """2020年8月 before 2020年9月 before 2022年12月."""
    text = say("/tasks 大数据局").text
    places = [text.index(words) for words in ("“2020年8月”", "“2020年9月”", "“2022年12月”")]
    assert places == sorted(places)


def test_what_is_due_goes_on_page_by_page(say):
    """Numbers go on; no task twice; the last page offers no more."""
    lines, answer = [], say("/due")
    while True:
        lines += [line for line in answer.text.splitlines() if line[0:1].isdigit()]
        if not answer.more:
            break
        answer = say(answer.more)
    assert [int(line.partition(".")[0]) for line in lines] == list(range(1, len(lines) + 1))
    assert f"共{len(lines)}项" in answer.text


def test_what_is_due_may_be_of_a_department(say):
    """What it only supports is left out, what is due next month is there."""
    text = say("/due 区大数据局").text
    assert "时限已过6项，下月到期1项" in text
    assert "IPv6" not in text


def test_a_place_without_deadlines_has_nothing_due(say):
    """The documents of 聊城 print none."""
    answer = say("/due 聊城")
    assert answer.status is Status.NOT_COVERED
    assert answer.text == (
        "聊城的文件里，没有时限已过、本月或下月到期的任务（只算单列的时限，写在正文句子里的日子请看全文）。"
    )
    assert say("/due", region="聊城").text == answer.text


def test_what_cannot_be_meant_is_said(say):
    """A department that is none, one of several, and none at all."""
    assert "没有叫“火星局”的部门" in say("/due 火星局").text
    assert say("/tasks 财政").suggestions == ("/tasks 区财政局 周村", "/tasks 市财政局 聊城")
    assert say("/tasks").text == "请写上部门，例如：/tasks 区商务局"


def test_a_department_without_deadlines_is_told_where_its_tasks_are(say):
    """No document prints one for 市财政局."""
    assert say("/tasks 市财政局").text == (
        "手头的文件没有给市财政局的任务单列时限（写在正文句子里的日子请看全文）。全部任务请发：/dept 市财政局"
    )


def test_a_list_survives_a_restart(say, catalog):
    """Its topic is plain data."""
    search = FakeSearch(FakeFinding(query=FakeQuery()))
    sessions = MemorySessions()
    talk = Talk(Assistant(catalog, search, today=lambda: date(2022, 11, 20)), sessions)
    talk.ask(Ask("/due", session="s"))
    kept = sessions.load("s")
    assert from_data(json.loads(json.dumps(kept.to_data()))) == kept


def test_an_everyday_question_asks_for_its_days_alone(say):
    """Row 43 of the list of 2022 is the one of 区大数据局 for December; what is overdue is only counted."""
    answer = say("下个月区大数据局有啥要交的")
    text = answer.text
    assert answer.suggestions == ("区大数据局逾期的任务有哪些",)
    assert "2022年12月1日至2022年12月31日到期的共1项" in text
    assert "〔牵头〕支持实施数字政府强基工程" in text
    assert "另有时限已过6项，说“区大数据局逾期的任务有哪些”看这些。" in text
    overdue = say("区大数据局逾期的任务有哪些").text
    assert "时限已过的共6项" in overdue
    assert "数字政府强基工程" not in overdue


def test_a_list_goes_on_with_what_is_different(say):
    """Rows 1, 24, 25, 34 and 41 give 区财政局 a task until December; row 24 one until April, too."""
    say("下个月哪些任务到期")
    other = say("财政局呢").text
    assert other.startswith("到期事项（区财政局，")
    assert "2022年12月1日至2022年12月31日到期的共5项" in other
    assert "时限已过的共1项" in say("逾期的呢").text
    assert say("聊城呢").text.startswith("聊城的文件里，没有时限已过的任务（只算单列的时限")


def test_a_list_goes_on_after_one_that_was_empty(say):
    """None is due in November 2022; what is overdue there, and December, are a few words away."""
    empty = say("周村本月哪些任务到期")
    assert "周村的文件里，没有2022年11月1日至2022年11月30日到期的任务" in empty.text
    assert empty.suggestions == ("周村逾期的任务有哪些",)
    assert "到期事项（周村，" in say("下个月呢").text
    assert "时限已过的共" in say(empty.suggestions[0]).text


def test_the_command_takes_days_too(say):
    """Beside a department, or alone; the choice of two keeps them."""
    assert "2022年12月1日至2022年12月31日到期的共1项" in say("/due 下个月 大数据局").text
    assert say("/due 上个月").text.startswith(
        "周村、聊城的文件里，没有2022年10月1日至2022年10月31日到期的任务"
    )
    assert say("/due 下个月 财政").suggestions[0] == "/due 下个月 区财政局 周村"


def test_whose_tasks_is_asked_back(say):
    """The bot does not know where somebody works."""
    answer = say("我们局下个月有哪些任务到期")
    assert answer.status is Status.CLARIFY
    assert answer.text == "请写上是哪个部门，例如：区商务局本月有哪些任务到期"


@pytest.mark.parametrize("words", ["驾驶证下个月到期", "贷款逾期没有办法还", "区大数据局有哪些任务"])
def test_other_questions_are_answered_as_before(say, words):
    """None of them gets the list of what is due."""
    assert "到期事项" not in say(words).text


def test_what_people_pay_to_the_tax_office_is_none_of_its_tasks(say):
    """The tax hotline is named, and the words that list the tasks; those of 区发展改革局 are listed."""
    answer = say("下个月税务局有啥要交的")
    assert answer.status is Status.NOT_COVERED
    assert "12366" in answer.text
    assert "到期的任务有哪些" in answer.suggestions[0]
    assert "12366" not in say(answer.suggestions[0]).text
    assert "自己要向" not in say("下个月区发展改革局有啥要交的").text


def test_what_the_tax_office_has_to_report_is_a_task(say):
    """报送 is said of offices alone."""
    assert "自己要向" not in say("下个月区税务局有哪些要报送的").text
