"""A list of which one entry is told is told as a whole."""

import pytest

from bot.answering.quoting.highlights import highlights
from bot.answering.wording.particulars import Particular, sentences_on
from corpus.records import Measure, Section, Validity

GUIDE = (
    "事项：烟花零售许可\n申请材料：1.零售许可申请书；2.仓库平面图；3.安全员证书（复印件；验原件）。\n"
    "承诺时限：7个工作日\n收费标准：不收费"
)
LINES = "仓储补助怎么报？\n申报材料：\n（一）申请表；\n（二）租赁合同。\n（三）水电票据。\n四、审核\n限5日。"
FIELD = "散养儿童补贴\n所需材料：户口簿、银行卡；寄养的另交协议；代办的带委托书。每年3月申请。"


def article(text: str) -> Measure:
    """A measure of one section."""
    return Measure("n#1", "n", "1", (), text, (Section("", text),), (), Validity())


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


def test_a_long_guide_is_quoted_with_all_that_the_field_asked_for_lists():
    """One paper shares a word with the question; the other three, and the fee, are quoted as well."""
    guide = (
        "事项名称：渡口经营许可\n设定依据：《青禾县渡口管理办法》第九条规定设置渡口应当经县交通运输部门许可。\n"
        "申请条件：1.有符合航道管理要求的码头；2.有持证船员两名；3.有安全管理制度。\n"
        "申请材料：1.渡口经营许可申请书；2.码头权属证明；3.船员证书；4.安全管理制度。\n收费标准：不收费\n"
        f"结果送达：窗口领取。\n注意事项：{'渡运期间应当保持通信畅通，遇大风大雾停航。' * 10}"
    )
    told = "\n".join(highlights("渡口经营许可要什么材料", article(guide)))
    assert "申请材料：1.渡口经营许可申请书；2.码头权属证明；3.船员证书；4.安全管理制度。" in told
    assert "收费标准：不收费" in "\n".join(highlights("渡口经营许可要交费吗", article(guide)))
