"""Rows that say what is paid for something are told from rows of phones, tasks and counts."""

from dataclasses import replace

import pytest

from corpus.records import ItemReason
from retrieval.question import is_tariff, what_is_priced
from tests.bot.fakes import measure


def _row(**cells):
    return replace(measure("1", tuple(cells.items())), reason=ItemReason.ROW)


@pytest.mark.parametrize(
    ("cells", "tariff"),
    [
        ({"项目": "取水", "收费标准": "2.85"}, True),
        ({"项目": "停车", "价格（元/小时）": "4元/小时"}, True),
        ({"人群": "低保户", "收费标准": "免收"}, True),
        ({"类别": "一级", "补贴金额": "1200"}, True),
        ({"单位": "区供水公司", "电话": "6412345"}, False),
        ({"任务": "改厕", "数量": "300"}, False),
        ({"事项": "结婚登记", "窗口": "5号"}, False),
        ({"收费标准": "2.85"}, False),
    ],
)
def test_a_row_with_a_price_is_known(cells, tariff):
    """By a cell that is no more than a price, under a column of prices, behind what it is for."""
    assert is_tariff(_row(**cells)) is tariff


def test_what_is_priced_is_told_without_whom_to_call():
    """The name of a company holds words that the matter does not: 自来水."""
    row = _row(类别="居民用水", 项目="第一档", 收费标准="2.85", 收费单位="区自来水公司", 电话="6412345")
    assert what_is_priced(row) == "居民用水，第一档"
