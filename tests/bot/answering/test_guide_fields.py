"""A guide is quoted by its fields, each from its first word to its last."""

import pytest

from bot.answering.quoting.highlights import MAX_FACT_CHARS, highlights
from tests.bot.fakes import measure

CONDITIONS = (
    "设立条件：1.站点面积不小于40平方米；2.有两名以上管理员；3.距学校200米以上；4.不得代存活禽、危险品。"
)
PAPERS = "申请材料：1.驿站设立申请表；2.场所平面图；3.管理员名单；4.消防承诺书"
BOARD = (
    "常见问题：问：驿站能不能加挂广告牌？答：可以，宽度不超过3米。"
    "问：牌子坏了怎么办？答：到原窗口换领，当天换好。"
)
TEXT = "\n".join(
    (
        "事项名称：快递驿站设立备案",
        CONDITIONS,
        PAPERS,
        "办理时限：法定时限15个工作日，承诺时限4个工作日",
        "收费标准：不收费",
        "牌照期限：驿站牌照三年一换，期满前30日换领",
        "办理地点：县政务服务中心三楼B区9号窗口；各乡镇邮政支局",
        "备案结果：《快递驿站备案回执》，载明驿站名称、负责人、经营场所、品牌和备案编号，张贴于门口醒目处",
        "办公时间：周一至周五8:30-12:00，14:30-17:30（夏令时），14:00-17:00（冬令时）",
        BOARD,
    )
)
GUIDE = measure("全文", (("", TEXT),))


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("快递驿站备案要带什么材料", PAPERS),
        ("开快递驿站设立条件有哪些", CONDITIONS),
        ("驿站备案要交钱吗", "收费标准：不收费"),
    ],
)
def test_the_field_that_is_asked_for_is_quoted_alone_and_to_its_end(question, field):
    """Four papers and four conditions stand behind their labels, at semicolons; the fee is a field too."""
    assert highlights(question, GUIDE) == (field,)


def test_a_list_of_which_an_entry_is_near_is_quoted_whole():
    """The fourth condition is about 活禽; the other three hold for whoever keeps none as well."""
    quoted = highlights("驿站能代存活禽吗", GUIDE)
    assert CONDITIONS in "\n".join(quoted)
    assert sum(map(len, quoted)) <= MAX_FACT_CHARS


def test_a_printed_question_is_quoted_with_its_answer():
    """That a broken plate is asked about says nothing; the answer behind it does."""
    assert "问：牌子坏了怎么办？答：到原窗口换领，当天换好。" in "\n".join(highlights("驿站牌子坏了", GUIDE))


def test_a_second_thing_asked_without_a_field_is_not_left_out():
    """Who asks for papers and what the sign may measure is not shown the papers alone."""
    assert "宽度不超过3米" in "\n".join(highlights("备案要带什么材料，广告牌能做几米宽", GUIDE))
