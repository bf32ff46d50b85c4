"""Where to go is told of the measure itself and by articles on the place of all, not by neighbours."""

import pytest

from bot.answering.quoting.where_to_go import addresses
from tests.bot.answering.test_particulars import HANDBOOK
from tests.corpus.taken import taken


@pytest.fixture
def handbook(tmp_path):
    """The document and its articles by label."""
    path = tmp_path / "指南.txt"
    path.write_text(HANDBOOK, encoding="utf-8")
    document = taken(path)
    return document, {one.item: one for one in document.measures}


@pytest.mark.parametrize(
    ("item", "lines"),
    [
        ("一", ["受理窗口：2号窗口。", "地点：县政务服务中心三楼。"]),
        ("二", ["受理窗口：6号窗口。", "地点：县政务服务中心三楼。"]),
        ("三", ["地点：县政务服务中心三楼。"]),
    ],
)
def test_its_own_window_and_the_hall(handbook, item, lines):
    """Each line to the end of its sentence."""
    document, articles = handbook
    assert [near.words for near in addresses("去哪个窗口", articles[item], document)] == lines


def test_nothing_is_told_where_nobody_asks_where(handbook):
    document, articles = handbook
    assert addresses("要什么材料", articles["一"], document) == ()
