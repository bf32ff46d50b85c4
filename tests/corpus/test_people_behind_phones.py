"""Phones with the people who answer them, as notices print them: in brackets, in rows, behind blanks."""

from pathlib import Path

import pytest

from corpus.departments import load_names
from corpus.extraction.whose_phones.phone_owners import Caller
from corpus.extraction.whose_phones.running_phones import find_calls, find_unowned
from corpus.reading.plain import read_plain
from corpus.structure.one_line import unfold
from corpus.structure.paragraphs import undo_wraps
from corpus.text.excerpt import whole
from corpus.text.source_text import Paragraph
from corpus.text.spaced_names import blanks_between_names, set_names_apart
from tests.corpus.taken import taken, whose

Answered = tuple[str, str | None, str | None, str]
"""Department, office, person, phone."""
ISSUER = "青禾县商务局"


def answered(text: str) -> list[Answered]:
    found = find_calls(text, Caller(load_names(), "青禾县", ISSUER))
    return list(dict.fromkeys((call.department, call.office, call.person, call.phone) for call in found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "清河区：林青（联系电话5550101）；\n桥东区：许冰（联系电话5550102）；\n青禾县：高远（电话：5550103）。",
            [
                ("清河区", None, "林青", "5550101"),
                ("桥东区", None, "许冰", "5550102"),
                ("青禾县", None, "高远", "5550103"),
            ],
        ),
        (
            "县路政处副处长林青（联系电话5550104），联系人：县运管处许冰（联系电话5550105）。",
            [(ISSUER, "县路政处", "林青", "5550104"), (ISSUER, "县运管处", "许冰", "5550105")],
        ),
        (
            "由县指挥部协调。联系人：县财政局国库科高远（联系电话5550106）。",
            [("县财政局", "国库科", "高远", "5550106")],
        ),
        (
            "邮寄地址：和平路5号3楼（县工信局运行科），联系人：林青；联系电话：5550107（13800000107）。",
            [("县工信局", "运行科", "林青", "5550107"), ("县工信局", "运行科", "林青", "13800000107")],
        ),
        ("联系人：外贸科林青；联系电话：5550108", [(ISSUER, "外贸科", "林青", "5550108")]),
        ("联系人：林青 联系电话：5550109", [(ISSUER, None, "林青", "5550109")]),
        ("联系人：林青 5550110", [(ISSUER, None, "林青", "5550110")]),
        (
            "县指挥部物资保障组：\n林青（5550111）",
            [("县指挥部物资保障组", None, "林青", "5550111")],
        ),
        (
            "青禾县融资担保有限公司\n哈迪13800000112\n清河区融资担保有限公司\n林青13800000113",
            [
                ("青禾县融资担保有限公司", None, "哈迪", "13800000112"),
                ("清河区融资担保有限公司", None, "林青", "13800000113"),
            ],
        ),
        (
            "民办学校有：育才学校（东山村内，电话：5550117）；新芽幼儿园（西河村对面，电话5550118）。",
            [("育才学校", None, None, "5550117"), ("新芽幼儿园", None, None, "5550118")],
        ),
        ("请到县政务大厅（和平路5号，电话5550119）办理。", [("县政务大厅", None, None, "5550119")]),
        (
            "清河区教育局：5550114\n东江产业集聚区：5550115\n云岭旅游度假区：5550116",
            [
                ("清河区教育局", None, None, "5550114"),
                ("东江产业集聚区", None, None, "5550115"),
                ("云岭旅游度假区", None, None, "5550116"),
            ],
        ),
    ],
)
def test_who_answers_is_named_with_the_desk(text: str, expected: list[Answered]) -> None:
    """The district, the desk or the group right before a name has the phone behind it."""
    assert answered(text) == expected


def test_an_office_alone_keeps_its_phone() -> None:
    """Where nobody issued the document, the office and the name behind 联系人 stay with the phone."""
    (call,) = find_unowned("联系人：外贸科林青；联系电话：5550108")
    assert (call.department, call.office, call.person, call.phone) == ("", "外贸科", "林青", "5550108")


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("联系人：高远 蔺青", "联系人：高远、蔺青"),
        ("联系人: 高远\u3000蔺青，电话: 5550101", "联系人: 高远、蔺青，电话: 5550101"),
        ("联系科室：企业服务平台 就业科 社保科", "联系科室：企业服务平台、就业科、社保科"),
        ("联系人：许冰 联系电话：5550101", "联系人：许冰 联系电话：5550101"),
        ("联系人：许 冰", "联系人：许 冰"),
        ("承办科室：社会救助和养 老服务科", "承办科室：社会救助和养 老服务科"),
        ("第一章 总 则", "第一章 总 则"),
    ],
)
def test_names_that_a_blank_parts(text: str, apart: str) -> None:
    """A blank parts whole names behind a label of people or offices, and nothing else."""
    assert set_names_apart(text) == apart
    assert bool(list(blanks_between_names(text))) == (text != apart)


def test_names_and_phones_pair_up(tmp_path: Path) -> None:
    """Three offices, three people and three phones of one line each belong together in that order."""
    path = tmp_path / "说明.txt"
    path.write_text(
        "青禾县商务局关于办理有关事项的说明\n一、服务企业\n做好政策解读。\n联系科室：外贸科 流通科 市场科\n"
        "联系人：林青 许冰 高远\n联系电话：5550101、5550102、5550103\n二、其他\n按规定办理。\n"
        "青禾县商务局\n2025年2月12日\n",
        encoding="utf-8",
    )
    desks = [(office, person, phone) for _, _, office, person, phone, _ in whose(taken(path))["一"]]
    assert desks == [
        ("外贸科", "林青", "5550101"),
        ("流通科", "许冰", "5550102"),
        ("市场科", "高远", "5550103"),
    ]


def test_rows_of_names_and_phones_stay_rows() -> None:
    """A line of a name and its phones ends there, however many the phones are."""
    lines = ["咨询电话", "清河区教育局：5550101 5550102", "桥东区教育局：5550103", "请家长关注。"]
    printed = [Paragraph(whole(line)) for line in lines]
    assert [paragraph.text for paragraph in undo_wraps(printed)] == lines


def test_a_text_in_one_line_breaks_behind_a_phone() -> None:
    """A name or a label behind a phone begins anew; 或 goes on."""
    text = (
        "青禾县商务局关于公布咨询电话的通知 各有关单位： 现将有关事项通知如下。请各企业及时办理相关手续，"
        "逾期未办理的按放弃处理，所需材料以窗口告知为准，其他要求按照原来的规定执行，不再另行通知。 "
        "清河区医保局 5550101 桥东区医保局 0311-5550102 2.受理地址：和平路5号 "
        "城北医保站 5550104 或 5550105"
    )
    rows = [block.text for block in unfold(read_plain("a.txt", text)).blocks if isinstance(block, Paragraph)]
    assert rows[-4:] == [
        "清河区医保局 5550101",
        "桥东区医保局 0311-5550102",
        "2.受理地址：和平路5号",
        "城北医保站 5550104 或 5550105",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "城南小学（和平路5号，咨询电话：5550101）、东山附小（林场路2号，咨询电话：5550102）。",
        "东山附小（林场路2号，咨询电话：5550102）、城南小学（和平路5号，咨询电话：5550101）。",
        "城南小学（和平路5号，咨询电话：5550101）：清河社区。\n东山附小（咨询电话：5550102）：林场社区。",
    ],
)
def test_a_phone_in_a_bracket_stays_beside_one_whose_owner_is_known(tmp_path: Path, line: str) -> None:
    """A name that nothing tells for a desk keeps its phone from being dropped for that of the next desk."""
    path = tmp_path / "招生通告.txt"
    path.write_text(
        f"青禾县2031年小学招生通告\n一、招生对象\n年满六周岁的儿童。\n二、报名\n{line}\n三、其他\n请按时报名。\n"
        "青禾县教育局\n2031年4月1日\n",
        encoding="utf-8",
    )
    applying = taken(path).measures[1]
    duties = (*applying.responsibilities, *applying.ownerless)
    assert [(duty.department, duty.phone) for duty in duties] == [("城南小学", "5550101"), ("", "5550102")]
