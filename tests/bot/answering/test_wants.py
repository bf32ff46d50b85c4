"""What questions ask for."""

import pytest

from bot.answering.wants import Want, wants


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("首台套保费一家企业一年最高补多少？", {Want.AMOUNT}),
        ("智慧教育那项时限是几月", {Want.DEADLINE}),
        ("垃圾分类宣传是哪个局负责的？", {Want.WHO}),
        ("单套公寓能纳入公租房管理吗", {Want.ELIGIBILITY}),
        ("家里旧冰箱想换新的，有补贴吗，找谁", {Want.AMOUNT, Want.WHO}),
        ("污水处理厂扩建", set()),
    ],
)
def test_wants(question, expected):
    """A question may ask for several things, or none by name."""
    assert wants(question) == expected
