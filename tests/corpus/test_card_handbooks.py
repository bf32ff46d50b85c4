"""Handbooks of many policies with the same fields for each, and questions that the press asked."""

from pathlib import Path

import pytest

from corpus.reading.cards import labels_of_book, lines_of_book
from corpus.reading.grids import Grid
from corpus.records import Document
from corpus.structure.clauses.card_items import find_card_items
from corpus.structure.clauses.interviews import find_interview
from corpus.text.markers import Style, find_marker
from tests.corpus.taken import DUTY, LEAD, taken, texts, who
from tests.corpus.test_compilations import in_word

COVER = ["青禾县惠企政策导引", "（2025年版）", "青禾县工业和信息化局", "2025年6月"]
CONTENTS = ["目录", "一、资金类……1", "1.首贷补贴……1", "2.设备补助……3", "二、人才类……5", "VIII"]


def card(title: str, *, content: str, contact: str) -> list[list[str]]:
    return [
        [title, ""],
        ["依据文件", f"《青禾县{title}办法》"],
        ["发文字号", "/"],
        ["服务内容", content],
        ["办理流程", "1．申请\n线上提交材料。\n2．公示"],
        ["联络方式", contact],
    ]


def handbook(folder: Path) -> Document:
    return in_word(
        folder,
        *COVER,
        *CONTENTS,
        "一、资金类",
        "1.首贷补贴",
        card("首贷补贴", content="一次补贴2000元。", contact="青禾县地方金融监督管理局：5550101"),
        "2.设备补助",
        card("设备补助", content="一、比例\n按8%补助。\n二、上限\n50万元。", contact=""),
        "二、人才类",
        "（一）引进",
        "1.安家补贴",
        card("安家补贴", content="每人3万元。", contact="青禾县人才局、北郊镇人民政府：5550103"),
    )


def test_each_card_of_a_handbook_is_a_measure(tmp_path: Path) -> None:
    """Titles divide it; the labels inside the fields do not, and every line belongs to its card."""
    read = handbook(tmp_path)
    assert list(texts(read)) == ["一1", "一2", "二（一）1"]
    assert texts(read)["一2"] == (
        "设备补助\n设备补助\n依据文件：《青禾县设备补助办法》\n发文字号：/\n服务内容：\n一、比例\n按8%补助。\n"
        "二、上限\n50万元。\n办理流程：\n1．申请\n线上提交材料。\n2．公示\n联络方式："
    )
    assert read.measures[2].heading == ("二、人才类", "（一）引进")


def test_the_cover_of_a_handbook_names_it_and_its_body(tmp_path: Path) -> None:
    """The Roman number of the last page of contents is no title."""
    read = handbook(tmp_path)
    assert (read.title, read.issuer) == ("青禾县惠企政策导引（2025年版）", "青禾县工业和信息化局")


def test_the_phones_of_cards_are_those_of_the_bodies_before_them(tmp_path: Path) -> None:
    """监督管理局 is no line for complaints; two bodies share one phone."""
    read = handbook(tmp_path)
    phones = {m.item: [(name, phone) for name, _, _, _, phone, _ in who(m)] for m in read.measures}
    assert phones == {
        "一1": [("青禾县地方金融监督管理局", "5550101")],
        "一2": [],
        "二（一）1": [("青禾县人才局", "5550103"), ("北郊镇人民政府", "5550103")],
    }


def test_a_value_that_a_page_tears_goes_on() -> None:
    """A row without a label continues the value above it, and its last line is open."""
    labels = frozenset({"政策依据", "支持内容", "联系电话"})
    page = Grid(
        (
            ("政策依据", "《办法》"),
            ("支持内容", "对首次从银行获得贷款的小微企业，按\n照实际支付利息给予"),
            ("", "补贴。"),
        )
    )
    assert [(line.text, line.closed) for line in lines_of_book(page, labels)] == [
        ("政策依据：《办法》", True),
        ("支持内容：对首次从银行获得贷款的小微企业，按", False),
        ("照实际支付利息给予", False),
        ("补贴。", True),
    ]


def test_lists_are_no_cards() -> None:
    """Three pages of a list whose first column repeats its kinds share no labels."""
    page = Grid(
        (
            ("行政许可", "采伐许可", "林业科"),
            ("行政许可", "运输许可", "林业科"),
            ("行政处罚", "罚款", "执法队"),
        )
    )
    assert labels_of_book([page, page, page]) == frozenset()


FIELDS = ["政策依据：《办法》", "支持内容：", "1.贷款贴息。", "2.担保补助。", "联系电话：5550101"]


@pytest.mark.parametrize(
    ("titles", "labels"),
    [
        (["1.首贷补贴", "2.设备补助", "3.安家补贴"], ["1", "2", "3"]),
        (["（一）首贷补贴", "（二）设备补助", "（三）安家补贴"], ["（一）", "（二）", "（三）"]),
        (["首贷补贴", "设备补助", "安家补贴"], ["首贷补贴", "设备补助", "安家补贴"]),
    ],
)
def test_titles_above_the_same_fields_are_items(titles: list[str], labels: list[str]) -> None:
    """Whatever their labels look like, and though the points inside are labelled too."""
    lines = [line for title in titles for line in (title, *FIELDS)]
    found = find_card_items(lines)
    assert [m.label for m in found.values() if m and m.style is Style.CARD] == labels
    assert found[3] is None


def test_two_services_make_no_handbook() -> None:
    """A notice may describe two things by the same fields."""
    assert not find_card_items(["1.首贷补贴", *FIELDS, "2.设备补助", *FIELDS])


PRESS = [
    "青禾日报：今年的消费券怎么发？",
    "王宁：分三批发放。",
    "一是4月发放500万元。",
    "县广播电视台：大家关心能不能叠加使用，请您介绍一下。",
    "李静：可以叠加。",
]


def test_questions_of_the_press_are_items_with_their_answers(tmp_path: Path) -> None:
    """The name of who asks is no label of a field; whoever is next answers."""
    path = tmp_path / "问答实录.txt"
    path.write_text("问答实录：青禾县消费券有关情况\n\n" + "\n\n".join(PRESS), encoding="utf-8")
    assert texts(taken(path, "青禾县")) == {
        "问1": "\n".join(PRESS[:3]),
        "问2": "\n".join(PRESS[3:]),
    }


def test_contacts_with_colons_are_no_interview() -> None:
    """Lines of bodies and phones ask nothing."""
    assert not find_interview(["青禾县财政局：5550101", "北郊镇政府：5550102", "南湖街道：5550103"])


def test_long_ways_to_apply_are_asked_about_one_by_one(tmp_path: Path) -> None:
    """Short ones are the points of one list."""
    way = "可以在手机上打开政务服务应用，登录以后选择养老待遇认证，按照提示完成人脸识别，再看结果。"
    ways = f"（一）本县居住的，{way * 4}\n（二）在外地居住的，{way * 4}"
    body = f"一、认证方式\n{ways}\n二、逾期处理\n逾期未认证的，暂停发放待遇。"
    path = tmp_path / "认证通告.txt"
    path.write_text("关于开展养老待遇认证的通告\n\n" + body.replace("\n", "\n\n"), encoding="utf-8")
    assert list(texts(taken(path, "青禾县"))) == ["一（一）", "一（二）", "二"]


def test_a_body_is_told_what_to_do_behind_what_it_is(tmp_path: Path) -> None:
    """作为主管部门 stands between the subject and its verb."""
    path = tmp_path / "细则.txt"
    path.write_text(
        "青禾县交易场所管理细则\n\n第一条 青禾县科学技术局（以下简称县科技局）"
        "作为交易场所的主管部门，负责设立审核。\n\n第二条 交易场所应当公开收费标准。",
        encoding="utf-8",
    )
    first = taken(path, "青禾县").measures[0]
    assert [(name, role) for name, role, *_ in who(first)] == [("青禾县科学技术局", DUTY)]
    assert LEAD not in [role for _, role, *_ in who(first)]


def test_a_part_may_be_followed_by_a_colon() -> None:
    """第二部分：… divides a text as 第二部分 … does."""
    marker = find_marker("第二部分：二类门诊病种")
    assert marker is not None
    assert (marker.style, marker.label, marker.end) == (Style.CHAPTER, "第二章", 5)


def of_fields(title: str, opening: str, place: str) -> list[str]:
    return [title, opening, f"文件依据：《青禾县{title}办法》", f"申请渠道：{place}"]


def test_a_field_above_groups_and_a_title_without_its_first_field() -> None:
    """A field that only stands above groups is their title; a title behind the last field opens an item."""
    content = "政策内容：符合条件的，每月补贴200元。"
    lines = [
        "服务对象：种粮农户",
        *of_fields("种粮补贴", content, "镇农业站"),
        *of_fields("农机补贴", content, "县农机科"),
        *of_fields("良种补贴", content, "镇农业站"),
        "服务对象：农业企业",
        *of_fields("仓储补贴", content, "镇农业站"),
        *of_fields("基地补贴", "县里每年选定示范基地，每个给予一次性奖补。", "县农业农村局"),
        *of_fields("冷链补贴", content, "县商务局"),
        *of_fields("加工补贴", content, "县商务局"),
    ]
    items = {lines[i]: marker.style for i, marker in find_card_items(lines).items() if marker}
    cards = [words for words, style in items.items() if style is Style.CARD]
    assert cards == ["种粮补贴", "农机补贴", "良种补贴", "仓储补贴", "基地补贴", "冷链补贴", "加工补贴"]
    groups = [words for words, style in items.items() if style is Style.GROUP]
    assert groups == ["服务对象：种粮农户", "服务对象：农业企业"]
