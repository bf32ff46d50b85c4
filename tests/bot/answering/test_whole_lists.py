"""A list of which one entry is told is told as a whole."""

import pytest

from bot.answering.wording.particulars import Particular, sentences_on
from corpus.records import Section

GUIDE = (
    "事项：烟花零售许可\n申请材料：1.零售许可申请书；2.仓库平面图；3.安全员证书（复印件；验原件）。\n"
    "承诺时限：7个工作日\n收费标准：不收费"
)
LINES = "仓储补助怎么报？\n申报材料：\n（一）申请表；\n（二）租赁合同。\n（三）水电票据。\n四、审核\n限5日。"
FIELD = "散养儿童补贴\n所需材料：户口簿、银行卡；寄养的另交协议；代办的带委托书。每年3月申请。"


@pytest.mark.parametrize(
    ("text", "last"),
    [(GUIDE, "3.安全员证书（复印件；验原件）。"), (LINES, "（三）水电票据。"), (FIELD, "代办的带委托书。")],
)
def test_papers_are_told_to_the_last(text, last):
    """Three papers stand in a line, on lines, or in a field: all of them are told, and no more."""
    told = sentences_on((Section("", text),), Particular.PAPERS)
    assert told[-1] == last
    assert len(told) == 3


def test_a_list_of_another_matter_is_not_told_with_it():
    """Behind the only paper the numbers begin anew with the conditions."""
    text = "渡口开放\n申请材料：1.申请书。受理条件：1.有固定场所；2.有两名店员。"
    assert sentences_on((Section("", text),), Particular.PAPERS) == ("申请材料：1.申请书。",)
