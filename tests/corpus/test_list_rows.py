"""Rows of a list without a full stop stay lines of their own."""

import pytest

from corpus.structure.list_rows import list_rows
from tests.corpus.taken import taken, texts

WIDE = "本县户籍的老年人可以持身份证到就近的窗口领取，行动不便的由家属代为领取，代领人须带双方证件。"


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (
            ["东街窗口，电话5550101，每天", "西街窗口，电话5550102", "南街窗口，电话5550103，周一", WIDE],
            {0, 1, 2},
        ),
        (
            ["领取查询：老龄股，5550101", "预约上门：护理站，5550102", "举报：监察股，5550103", WIDE],
            {0, 1, 2},
        ),
        (["东街窗口 5550101 每天", "西街窗口 5550102 周一", "南街窗口 5550103 周二", WIDE], {0, 1, 2}),
        (["住宿费    15元    自愿", "餐费    9元    按天", "车费    3元    单程", WIDE], {0, 1, 2}),
        (["东街窗口，电话5550101", "西街窗口，电话5550102", WIDE], set()),
        (
            ["对首次认定的企业，给予10万元奖励；", "市级的企业，给予5万元奖励；", "县级，给予2万元。", WIDE],
            set(),
        ),
        (
            [
                "对认定的企业，给予10万元奖励对",
                "市级的企业，给予5万元的奖励对高",
                "新的企业，给予3万元的奖励并且对",
            ],
            set(),
        ),
        (["东街窗口，电话5550101，", "西街窗口，电话5550102，", "南街窗口，电话5550103", WIDE], set()),
    ],
)
def test_rows_are_alike_and_end_before_the_margin(lines, rows):
    """Two alone may be a sentence; what runs on to the margin, or ends in a comma, is one."""
    assert list_rows(lines) == rows


def test_rows_of_a_notice_are_not_run_together(tmp_path):
    """Days of one row stood right before the name of the next window."""
    path = tmp_path / "公告.txt"
    rows = [
        "东街镇敬老窗口，电话5550101，星期一至星期六",
        "西街镇敬老窗口，电话5550102，星期二",
        "石门乡敬老窗口，电话5550103",
    ]
    path.write_text(
        "青禾县民政局关于发放敬老卡的公告\n\n"
        + WIDE
        + "\n\n各镇窗口如下：\n\n"
        + "\n".join(rows)
        + "\n\n每天9:00开门。\n",
        encoding="utf-8",
    )
    (text,) = texts(taken(path)).values()
    assert text.split("\n") == [WIDE, "各镇窗口如下：", *rows, "每天9:00开门。"]


def test_a_sentence_above_a_list_keeps_its_end(tmp_path):
    """Only a line that names addressees was torn by columns; this end had gone below a row."""
    path = tmp_path / "公告.txt"
    path.write_text(
        "青禾县民政局关于发放敬老卡的公告\n\n"
        + WIDE
        + "\n\n敬老窗口：\n\n东街镇便民服务中心\n西街镇便民服务中心\n",
        encoding="utf-8",
    )
    assert WIDE in "\n".join(texts(taken(path)).values())
