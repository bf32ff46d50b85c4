"""A gift's sum that a document does not print, whatever other sums it prints."""

import pytest

from bot.answering.declining.given_sums import lacks_gift
from bot.answering.declining.unprinted_points import UnprintedPoints
from corpus.catalog import Catalog
from retrieval.question import Point
from tests.corpus.taken import taken

CALL = """青禾市科学技术局关于开展2026年数字车间申报工作的通知
一、申报条件
在青禾市注册满一年，上年度营业收入2000万元以上，设备投资1000万元以上。
二、申报流程
企业登录系统填报，12月20日前提交。
三、管理
认定为数字车间的，授予称号；{more}
青禾市科学技术局
2026年11月2日
"""


def document(folder, more="每年复核一次。"):
    path = folder / "通知.txt"
    path.write_text(CALL.format(more=more), encoding="utf-8")
    return taken(path)


@pytest.mark.parametrize(
    "question", ["评上数字车间奖多少钱", "数字车间给补几万", "数字车间奖励多少钱", "数字车间补贴金额是多少"]
)
def test_what_somebody_must_have_is_no_gift(tmp_path, question):
    """The only sums are those of the conditions; the point is missing where it is asked of them."""
    call = document(tmp_path)
    assert lacks_gift(question, call)
    assert UnprintedPoints(Catalog((call,), "d")).of(question, call.measures[0]) == (Point.SUM,)


@pytest.mark.parametrize(
    "more",
    ["一次性奖励20万元。", "每个车间资助20万元。", "最高给予投资额10%的补助。", "专项资金安排每家20万元。"],
)
def test_a_sum_anywhere_in_the_document_is_printed(tmp_path, more):
    """Another article may be asked about, which the search did not put first."""
    assert not lacks_gift("评上数字车间奖多少钱", document(tmp_path, more))


@pytest.mark.parametrize(
    "question", ["申报数字车间收入要多少", "申报要交多少钱", "数字车间奖励怎么申请", "数字车间补贴打什么电话"]
)
def test_other_sums_and_points_are_not_asked_as_gifts(tmp_path, question):
    """What is charged or required, how one applies, whom one calls."""
    assert not lacks_gift(question, document(tmp_path))
