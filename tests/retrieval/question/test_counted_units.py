"""Numbers are read in the unit that a question asks for."""

import pytest

from retrieval.question.counted_units import counted


@pytest.mark.parametrize(
    ("question", "stated", "other"),
    [
        ("公司不能超过几个人", "员工不超过8人", "每月不超过2000元"),
        ("几天能下来", "5个工作日内办结", "给予5万元"),
        ("几个工作日能批", "7个工作日内批复", "7人以上"),
        ("最晚几月交", "延长至3月底", "延长30年"),
        ("满几岁能领", "年满80周岁", "满80分"),
        ("最多补几年", "补贴期限不超过3年", "不超过3人"),
        ("要等几个月", "等待期3个月", "等待3天"),
        ("按几成报", "按30%报销", "报销30元"),
        ("多少户轮得上", "改造120户", "改造120万元"),
        ("一次给多少钱", "一次性给予3000元", "一次性给予3人"),
        ("打几折", "享受半价优惠", "享受优惠"),
    ],
)
def test_a_number_counts_in_its_unit(question: str, stated: str, other: str) -> None:
    """Another number in the sentence does not answer."""
    pattern = counted(question)
    assert pattern is not None
    assert pattern.search(stated)
    assert not pattern.search(other)


@pytest.mark.parametrize("question", ["怎么申请", "找哪个部门", "孩子能转学吗"])
def test_questions_that_count_nothing_have_no_unit(question: str) -> None:
    """Nothing is then read for it."""
    assert counted(question) is None
