"""Handbooks and questions with answers: their title, items and phones, the tables in their answers."""

from pathlib import Path

import pytest
from docx import Document as WordDocument

from corpus.records import Document
from tests.corpus.making import add, tabled
from tests.corpus.taken import taken, term, who

COVER = ["青禾县居民办事", "问", "答", "手", "册", "目录", "社会保险……1", "住房保障……5"]
QUESTIONS = ["问：失业后怎么登记？", "答：到街道登记。", "问：多久能登记？", "答：当天。"]
DESKS = [
    ["机构名称", "地址", "联系电话"],
    ["青禾县就业服务中心", "东街1号", "5550101"],
    ["北郊镇人社所", "北街2号", "5550102"],
]
DISTRICTS = [
    ["辖区", "居民养老保险", "", "职工养老保险"],
    ["", "参保咨询电话", "待遇咨询电话", "参保咨询电话"],
    ["县本级", "5550201", "5550202", "5550203"],
    ["北郊镇", "5550301", "5550302", "5550303"],
]


def in_word(folder: Path, *parts: str | list[list[str]], name: str = "手册.docx") -> Document:
    document = WordDocument()
    for part in parts:
        if isinstance(part, str):
            add(document, part)
        else:
            tabled(document, part)
    document.save(folder / name)
    return taken(folder / name)


def phones(document: Document, item: str) -> list[tuple[str, str | None]]:
    measure = next(measure for measure in document.measures if measure.item == item)
    return [(name, phone) for name, _, _, _, phone, _ in who(measure)]


def test_a_table_in_an_answer_is_part_of_it(tmp_path: Path) -> None:
    """Its rows are no measures, their cells stay apart; the bodies in them are those of the question."""
    read = in_word(tmp_path, *QUESTIONS, "问：到哪里登记？", DESKS, "问：要带什么？", "答：身份证。")
    assert [measure.item for measure in read.measures] == ["问1", "问2", "问3", "问4"]
    assert read.measures[2].text == (
        "到哪里登记？\n机构名称\t地址\t联系电话\n"
        "青禾县就业服务中心\t东街1号\t5550101\n北郊镇人社所\t北街2号\t5550102"
    )
    assert phones(read, "问3") == [("青禾县就业服务中心", "5550101"), ("北郊镇人社所", "5550102")]


def test_a_table_of_an_item_that_asks_nothing_keeps_its_rows(tmp_path: Path) -> None:
    """In a notice each row of such a table can be asked about."""
    read = in_word(tmp_path, "关于失业登记的通知", "一、登记对象", "失业人员。", "二、登记地点", DESKS)
    assert [measure.item for measure in read.measures] == ["一", "表1", "表2"]


@pytest.mark.parametrize(
    ("edition", "title"), [((), ""), (("（2025年版）", "青禾县人社局", "2025年6月"), "（2025年版）")]
)
def test_the_cover_gives_the_title(tmp_path: Path, edition: tuple[str, ...], title: str) -> None:
    """One letter a line, above the contents; edition, body and month may stand below it."""
    read = in_word(tmp_path, *COVER[:5], *edition, *COVER[5:], "社会保险", *QUESTIONS, *QUESTIONS)
    assert read.title == f"青禾县居民办事问答手册{title}"
    assert read.issuer == ("青禾县人社局" if edition else "")
    assert [measure.item for measure in read.measures] == ["问1", "问2", "问3", "问4"]


def test_what_an_answer_says_of_its_rule_is_not_the_handbooks(tmp_path: Path) -> None:
    """A term in an answer is that of what it speaks of."""
    said = "答：每月700元，本标准自2025年7月1日起执行，有效期至2027年6月30日。"
    read = in_word(tmp_path, *COVER, *QUESTIONS, "问：低保多少钱？", said)
    assert term(read) == ("", "")
    own = in_word(tmp_path, *COVER, "本手册自2025年7月1日起施行，有效期至2027年6月30日。", *QUESTIONS)
    assert term(own) == ("2025-07-01", "2027-06-30")


@pytest.mark.parametrize("title", ["青禾县惠企政策汇编", "青禾县惠企政策手册", "青禾县政策明白卡"])
def test_the_body_that_collects_is_not_called_for_what_it_collects(tmp_path: Path, title: str) -> None:
    """A phone that nothing gives to a body stays without a name there."""
    lines = [
        "一、升规奖励",
        "奖励10万元。",
        "咨询电话：5550102",
        "二、技改补助",
        "补助5万元。",
        "青禾县工业和信息化局",
        "2025年6月1日",
    ]
    read = in_word(tmp_path, title, *lines)
    assert read.issuer == "青禾县工业和信息化局"
    first = read.measures[0]
    assert first.responsibilities == ()
    assert [(desk.department, desk.phone) for desk in first.ownerless] == [("", "5550102")]


def in_text(folder: Path, text: str, name: str = "青禾县政策.txt") -> Document:
    (folder / name).write_text(text, encoding="utf-8")
    return taken(folder / name)


def items(document: Document) -> list[str]:
    return [measure.item for measure in document.measures]


def owned(document: Document) -> list[list[tuple[str, str | None, str | None]]]:
    """Department, office and phone of each measure, those of nobody by name included."""
    return [
        [(duty.department, duty.office, duty.phone) for duty in (*m.responsibilities, *m.ownerless)]
        for m in document.measures
    ]


FIELDS_ON_LINES = """青禾县惠企政策汇编
一、财税支持
升规奖励
政策内容
对首次升规的企业奖励10万元。
申请渠道
县工信局运行监测股
咨询电话
5550102
税收减免
政策内容
月销售额10万元以下免征增值税。
申请渠道
办税服务厅或电子税务局
咨询电话
县税务局货物税股 5550101
二、金融支持
创业贷款
政策内容
个人最高30万元。
申请渠道
县人社局就业中心
咨询电话
5550103
风险补偿
政策内容
不良贷款按30%补偿。
申请渠道
合作银行
咨询电话
5550104
"""


def test_items_below_numbered_chapters_stand_above_their_fields(tmp_path: Path) -> None:
    """The value of a field is no item, though it stands alone; the field on where to apply has the phone."""
    read = in_text(tmp_path, FIELDS_ON_LINES)
    assert items(read) == ["升规奖励", "税收减免", "创业贷款", "风险补偿"]
    assert read.measures[0].heading == ("一、财税支持",)
    assert read.measures[0].text.splitlines()[3:] == ["申请渠道", "县工信局运行监测股", "咨询电话", "5550102"]
    assert owned(read) == [
        [("县工信局", "运行监测股", "5550102")],
        [("县税务局", "货物税股", "5550101")],
        [("县人社局", "就业中心", "5550103")],
        [("", None, "5550104")],
    ]


@pytest.mark.parametrize(
    ("label", "point"), [("{}. ", "{}. "), ("（{}）", "（{}）"), ("{}、", "{}、"), ("{}. ", "（{}）")]
)
def test_points_below_a_field_are_no_items(tmp_path: Path, label: str, point: str) -> None:
    """Steps that are numbered as the items are; a label in a box names the department."""
    parts = ["青禾县惠企政策一本通"]
    for number, name in enumerate(["首贷补贴", "外贸奖励", "电商奖励"], 1):
        parts += [label.format(number) + name, "【政策内容】", "奖励1万元。", "【办理流程】"]
        parts += [point.format(step) + words for step, words in enumerate(["提交申请", "审核拨付"], 1)]
        parts += ["【责任单位】县商务局", f"【联系电话】0311-555030{number}"]
    read = in_text(tmp_path, "\n".join(parts))
    assert len(read.measures) == 3
    assert owned(read) == [[("县商务局", None, f"0311-555030{number}")] for number in (1, 2, 3)]


def test_guides_without_numbers_above_numbered_sections_are_called_by_their_titles(tmp_path: Path) -> None:
    sections = "一、办理条件\n本县居民。\n二、申请材料\n1.身份证\n2.照片\n三、咨询电话\n"
    guides = [
        f"{name}\n{sections}0311-555040{n}"
        for n, name in enumerate(["参保登记", "残疾人证办理", "优待证办理"], 1)
    ]
    read = in_text(tmp_path, "\n".join(["青禾县政务服务指南", *guides]))
    assert items(read) == ["参保登记", "残疾人证办理", "优待证办理"]
    assert owned(read)[1] == [("", None, "0311-5550402")]


DECIMALS = {
    "spaced": "1.1 高龄津贴|每月100元。|1.2 护理补贴|每月200元。|2.1 床位补助|1万元。",
    "glued": "1.做大|1.1对升规的，奖励5万元。|1.2对上市的，奖励9万元。|2.技改|2.1对工厂，奖励20万元。",
    "below chapters": "一、财政|1.1 贴息。贴息50%。|1.2 担保。补贴80%。|二、用工|2.1 招工。补贴1000元。",
    "wide": "１．做大|１．１对升规的，奖励5万。|１．２对上市的，奖励9万。|２．技改|２．１补助8%。",
    "bare numbers above": "1 建设|1.1 食堂|补助5万元。|1.2 床位|每张1万元。|2 运营|2.1 餐费|每餐2元。",
}


@pytest.mark.parametrize("lines", DECIMALS.values(), ids=DECIMALS)
def test_decimal_labels_are_labels(tmp_path: Path, lines: str) -> None:
    """With a blank behind or glued, below chapters, points or titles that print a number alone."""
    read = in_text(tmp_path, "\n".join(["青禾县养老服务政策清单", *lines.split("|")]))
    assert items(read) == ["1.1", "1.2", "2.1"]


def test_decimal_labels_of_three_levels(tmp_path: Path) -> None:
    lines = "1.1 津贴|每月100元。|1.2 食堂|1.2.1建设补助|5万元。|1.2.2运营补助|每餐2元。"
    read = in_text(tmp_path, "\n".join(["青禾县养老服务政策清单", *lines.split("|")]))
    assert items(read) == ["1.1", "1.2.1", "1.2.2"]


@pytest.mark.parametrize(
    "lines",
    [
        ["一、标准", "每亩补助", "1.5 万元，最高10万元。", "二、期限", "1.5年内申报。"],
        ["一、标准", "2.5倍以内给予补助。", "二、期限", "1.2米以下儿童免票。"],
        ["一、标准", "3.2%的部分由县财政承担。", "二、期限", "长期。"],
    ],
)
def test_figures_are_no_decimal_labels(tmp_path: Path, lines: list[str]) -> None:
    assert items(in_text(tmp_path, "\n".join(["青禾县补助办法", *lines]))) == ["一", "二"]


def test_a_term_behind_a_decimal_label_is_the_documents(tmp_path: Path) -> None:
    lines = ["3.1 本细则由县民政局负责解释。", "3.2 本细则自2025年1月1日起施行，有效期至2026年12月31日。"]
    read = in_text(
        tmp_path, "\n".join(["青禾县食堂补贴细则", "1.1 建设补贴5万元。", "2.1 每餐补贴2元。", *lines])
    )
    assert term(read) == ("2025-01-01", "2026-12-31")


def test_desks_a_line_each_stay_lines(tmp_path: Path) -> None:
    """A name and a phone are a line of their own, whatever follows."""
    desks = [
        "附：各区医保咨询电话",
        "历山区医保局 5550101",
        "泉城区医保局 0311-5550102",
        "张主任 13800001111",
    ]
    read = in_text(
        tmp_path,
        "\n".join(["关于医保缴费的通告", "一、标准", "每人400元。", "二、渠道", "银行网点缴费。", *desks]),
    )
    assert [line.replace(" ", "") for line in desks[1:]] == read.measures[-1].text.splitlines()[-3:]
