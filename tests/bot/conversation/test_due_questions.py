"""Which everyday questions ask for what is due, and which ask of certificates, loans and fees."""

from datetime import date

import pytest

from bot.conversation.hearing.due_questions import DueTurn, days_said, due_question, due_span
from bot.due import DueSpan

TODAY = date(2026, 11, 29)


def asked(words, **known):
    """What the words ask for."""
    return due_question(words, DueTurn(TODAY, **known))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("这个月到期的任务有哪些？", "这个月"),
        ("请列一下年底前要完成的重点任务", "年底前"),
        ("有没有超期的", "逾期"),
        ("督办事项有哪些过了时限", "逾期"),
        ("上个月到期没办结的", "上个月"),
        ("各单位本季度有啥该办结的", "本季度"),
        ("最近有哪些任务快到期了", ""),
        ("还有哪些任务没完成", ""),
        ("还有逾期的吗", "逾期"),
        ("这几天有啥任务快到点了", ""),
        ("没按期办结的督查任务有哪些", ""),
        ("看一下逾期清单", "逾期"),
        ("上半年该完成的任务完成了没有", "上半年"),
        ("未来30天到期的任务", "未来30天"),
    ],
)
def test_questions_of_officials_are_heard(words, said):
    """With or without the days."""
    assert asked(words).said == said


@pytest.mark.parametrize(
    "words",
    [
        "行驶证下个月到期",
        "信用卡逾期没有影响吧",
        "社保逾期没交",
        "有哪些合同本月到期",
        "下个月有啥要交的",
        "这个月有什么工作",
        "哪些补贴月底截止",
        "哪些政策年底到期",
        "什么叫逾期",
        "逾期会罚多少",
        "到期没有",
        "这个任务到期了没有",
        "没完成学业能领吗",
        "租期到期了怎么续",
        "年底有什么活动",
        "停车超时没有",
        "快到期的驾照",
        "承诺事项到期",
        "办结期限多长",
    ],
)
def test_questions_about_another_matter_are_not(words):
    """A word is left that names it, or nothing says that it is of the tasks of offices."""
    assert asked(words) is None


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("下个月 有啥要交的", True),
        ("本周 有哪些任务", True),
        (" 逾期了没有", True),
        (" 有哪些任务", False),
        (" 有啥要交的", False),
        (" 发的证到期了", False),
        (" 期限", False),
        (" 下个月几点上班", False),
    ],
)
def test_of_a_department_less_needs_to_be_said(words, heard):
    """Its name is left out; what is to be handed in at a counter is told from what it has to hand in."""
    assert (asked(words, department=True) is not None) == heard


def test_after_an_answer_overdue_alone_is_said_of_that():
    """逾期没有 after a policy asks of it; a task or a department makes it plain."""
    assert asked("逾期没有", alone=False) is None
    assert asked("本月有哪些到期的", alone=False) is None
    assert asked("有逾期的任务没有", alone=False) is not None
    assert asked(" 逾期没有", alone=False, department=True) is not None


def test_after_a_list_only_what_is_different_is_said():
    """Days, a department or a place; nothing else, and nothing that points at one of the list."""
    for words, known in (
        ("那下个月呢", {}),
        ("逾期的呢", {}),
        (" 呢", {"department": True}),
        ("", {"place": True}),
    ):
        assert asked(words, alone=False, listed=True, **known).goes_on, words
    for words in ("电话呢", "还有吗", "谁负责", "这个下个月呢"):
        assert asked(words, alone=False, listed=True) is None, words


def test_an_office_of_ones_own_is_not_guessed():
    """我们局 may be any."""
    assert asked("我们局下个月有哪些任务到期").own
    assert not asked("各局下个月有哪些任务到期").own


def test_what_is_overdue_ends_yesterday():
    """Of a month, too; the words said again give the same days."""
    assert due_span(days_said("这些超期了", TODAY), TODAY) == DueSpan(None, date(2026, 11, 28))
    said = days_said("本月逾期的", TODAY)
    assert due_span(said, TODAY) == DueSpan(date(2026, 11, 1), date(2026, 11, 28))
    assert due_span(days_said("有哪些任务", TODAY), TODAY) is None
    assert due_span("本月逾期", date(2026, 12, 1)) == DueSpan(None, date(2026, 11, 30))
