from pathlib import Path

import pytest

from corpus.readers import Paragraph, read_plain, read_source
from corpus.structure.furniture import Furniture
from corpus.structure.gazette import Issue, split_issues
from corpus.structure.sources import Origin

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"


@pytest.fixture(scope="module")
def gazette() -> list[Issue]:
    path = DOCUMENTS / "004_bc186a4e71f3299e.txt"
    return split_issues(read_source(path), Origin(path.name))


def lines(issue: Issue) -> list[str]:
    return [block.text for block in issue.body if isinstance(block, Paragraph)]


def test_gazette_holds_nine_documents_in_the_order_of_its_pages(gazette: list[Issue]) -> None:
    """The contents page lists eight numbers and the chronicle; the contents themselves are no document."""
    assert [issue.head.number for issue in gazette] == [
        "聊政发〔2021〕7号",
        "聊政办发〔2021〕5号",
        "聊政办字〔2021〕11号",
        "聊政办字〔2021〕13号",
        "聊政办字〔2021〕14号",
        "聊政任〔2021〕11号",
        "聊政任〔2021〕12号",
        "聊政任〔2021〕13号",
        "聊城市人民政府大事记（2021年6月）",
    ]


@pytest.mark.parametrize(
    ("position", "before", "after"),
    [
        (0, "市生态环境局、市交通", "运输局、市市场监管局、市"),
        (1, "（二）抓好教育培训。重点", "围绕贯彻落实《政府信息公开条例》"),
        (2, "批准后公布确认，并予以奖励。", "（五）奖励资金由市财政部门拨付"),
        (3, "均执行农业生产用电价格政策。", "(牵头单位：市自然资源和规划局"),
    ],
)
def test_page_jump_is_stitched(gazette: list[Issue], position: int, before: str, after: str) -> None:
    """What follows 上接 stands right after what precedes its 下转."""
    body = lines(gazette[position])
    seam = next(index for index, line in enumerate(body) if line.endswith(before))
    assert body[seam + 1].startswith(after)


def test_personnel_notices_and_chronicle_keep_no_continuation(gazette: list[Issue]) -> None:
    """The continuations are printed between them."""
    for issue in gazette[5:]:
        assert not any("牵头" in line or "上接" in line or "奖励资金" in line for line in lines(issue))


def test_word_displaced_by_two_columns_closes_its_sentence(gazette: list[Issue]) -> None:
    """执行。 is printed after the addressees of 聊政发〔2021〕7号."""
    body = lines(gazette[0])
    assert body[0] == "各县（市、区）人民政府，市属开发区管委会，"
    assert body[2].endswith("请结合实际认真贯彻")
    assert body[3] == "执行。"


def test_removals_printed_below_the_signature_come_before_those_above(gazette: list[Issue]) -> None:
    """代子亭 and 商善刚 are removed, not appointed, in 聊政任〔2021〕12号."""
    body = lines(gazette[6])
    heading = body.index("免去：")
    assert body[heading + 1 : heading + 5] == [
        "玄志刚的聊城市广播电视台副台长职务；",
        "代子亭的聊城市土地储备开发集团有限公",
        "司董事长职务；",
        "商善刚的聊城市中医医院院长职务。",
    ]
    assert body[-2:] == ["聊城市人民政府", "2021年6月18日"]


def test_character_doubled_across_a_page_break_is_dropped_once(gazette: list[Issue]) -> None:
    """纳入 / 入全市: one 入; 市市场监管局 torn after 市市 keeps both."""
    doubled = [part.text for kind, part in gazette[0].discarded if kind is Furniture.DOUBLED]
    assert doubled == ["入"]


def test_unmatched_page_jump_moves_nothing() -> None:
    """Without its counterpart a continuation stays where it is printed."""
    text = "甲市人民政府\n关于种树的通知\n甲政发〔2021〕1号\n各县：\n种树（下转第3页）\n\n树种。"
    (issue,) = split_issues(read_plain("t.txt", text), Origin("t.txt"))
    assert lines(issue) == ["各县：", "种树", "树种。"]


def test_number_cited_in_running_text_begins_no_document() -> None:
    """27号 cites 周政办字〔2020〕29号, under which another document was issued."""
    head = "甲市人民政府\n关于种树的通知\n甲政发〔2021〕1号\n各县：\n"
    text = head + "按照《关于种草的通知》\n（甲政发〔2020〕9号）\n办理。"
    assert len(split_issues(read_plain("t.txt", text), Origin("t.txt"))) == 1
