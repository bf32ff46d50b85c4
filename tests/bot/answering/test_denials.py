"""A refusal does not say that no document prints what a document near to the question prints."""

import pytest

from bot.answering.declining.denials import prints_denied
from retrieval.deciding import Reason
from tests.bot.answering.test_particulars import HANDBOOK
from tests.corpus.taken import taken

PLAIN = (
    "临河县水利局关于清理河道的通知\n一、清理范围\n柳河城区段。\n"
    "二、完成时间\n2026年6月底前完成。\n临河县水利局\n2026年3月6日\n"
)


@pytest.mark.parametrize(
    ("text", "reason", "question", "printed"),
    [
        (HANDBOOK, Reason.MATERIALS, "提公积金要什么材料", True),
        (HANDBOOK, Reason.OPENING, "公积金周六上班吗", True),
        (HANDBOOK, Reason.PRICES, "公积金多少钱", False),
        (HANDBOOK, Reason.PERSONAL_CASE, "我家提公积金几天能批下来", True),
        (HANDBOOK, Reason.PERSONAL_CASE, "老王家领了没有", False),
        (HANDBOOK, Reason.STATISTICS, "提了多少公积金", False),
        (PLAIN, Reason.MATERIALS, "清河道要什么材料", False),
        (PLAIN, Reason.OPENING, "水利局周六上班吗", False),
    ],
)
def test_what_is_printed_is_known(tmp_path, text, reason, question, printed):
    """For each sentence of a refusal that speaks of all documents."""
    path = tmp_path / "文件.txt"
    path.write_text(text, encoding="utf-8")
    assert prints_denied(reason, question, taken(path)) is printed
