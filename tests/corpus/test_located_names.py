"""Phones right behind the names of shops and houses are theirs, a line each or in a row."""

import pytest

from tests.corpus.taken import running_calls


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        (
            "青禾县顺达车行（和平路5号）5550101\n青禾县飞跃电动车销售有限公司（曙光街66号）5550102",
            [
                ("青禾县顺达车行", None, "5550101"),
                ("青禾县飞跃电动车销售有限公司", None, "5550102"),
            ],
        ),
        (
            "就餐点：东街社区食堂，电话5550101；西街幸福餐厅，电话5550102。",
            [("东街社区食堂", None, "5550101"), ("西街幸福餐厅", None, "5550102")],
        ),
        (
            "1.康宁大药房（人民路与东风路交叉口）：5550101\n2.仁济药店 5550102、5550103",
            [
                ("康宁大药房", None, "5550101"),
                ("仁济药店", None, "5550102"),
                ("仁济药店", None, "5550103"),
            ],
        ),
        ("青禾县图书馆分馆（文化路2号院内）联系电话：5550101", [("青禾县图书馆分馆", None, "5550101")]),
    ],
)
def test_phones_belong_to_the_name_right_before_them(text, calls):
    """The first of two shops was nobody's, and the second lost its own phone to it."""
    assert running_calls(text) == calls


@pytest.mark.parametrize("text", ["咨询电话（和平路5号）：5550101", "请联系顺达超市，电话5550101"])
def test_labels_and_sentences_are_no_names(text):
    assert running_calls(text) == []


def test_each_line_has_its_own_head():
    """The phone of the second firm was that of the first, which the text opens with."""
    text = (
        "青禾县热力集团有限公司：负责城区，客服电话5550101，维修电话5550102。\n"
        "青禾恒暖供热有限公司：负责东片，客服电话5550103。\n"
        "青禾县安居物业服务有限公司：负责石门镇，电话5550104。"
    )
    assert [(name, phone) for name, _, phone in running_calls(text)] == [
        ("青禾县热力集团有限公司", "5550101"),
        ("青禾县热力集团有限公司", "5550102"),
        ("青禾恒暖供热有限公司", "5550103"),
        ("青禾县安居物业服务有限公司", "5550104"),
    ]


@pytest.mark.parametrize(
    ("text", "desk"),
    [
        (
            "在乡镇的，向乡镇人社所申报；在县城的，向县就业中心创业股申报（县政务大厅二楼5号窗口，电话5550101）。",
            ("县就业中心", "创业股", "5550101"),
        ),
        (
            "由县人才中心见习股受理（县政务大厅3号窗口，联系电话：5550101）。",
            ("县人才中心", "见习股", "5550101"),
        ),
    ],
)
def test_the_window_in_the_bracket_is_that_of_who_takes_papers(text, desk):
    """The house where the window stands was told as whose phone it is, or nobody."""
    assert running_calls(text) == [desk]
