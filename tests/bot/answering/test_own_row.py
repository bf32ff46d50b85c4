"""Which row of a tariff answers: the one asked for, or everybody's; the values stand in the table below."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answering.leading.own_row import OwnRow
from bot.eligibility import facts_of
from corpus.records import ItemReason
from tests.bot.fakes import DOCUMENT, FakeCatalog, measure

COLUMNS = ("类别", "项目", "收费标准", "咨询电话")
ROWS = {
    "1": ("居民用气", "第一档（年用气300立方米以下）", "3.1", "0533-2110001"),
    "2": ("居民用气", "第二档（年用气301至600立方米）", "3.7", "0533-2110001"),
    "3": ("居民用气", "第三档（年用气601立方米以上）", "4.6", "0533-2110001"),
    "4": ("停车费", "残疾人车辆", "免收", "0533-2110002"),
    "5": ("停车费", "一般车辆", "4元/小时", "0533-2110002"),
    "6": ("停车费", "货车", "8元/小时", "0533-2110002"),
    "7": ("救助站", "夜间值班", "", "0533-2110003"),
}


def _row(item, cells, columns=COLUMNS):
    return replace(measure(item, tuple(zip(columns, cells, strict=True))), reason=ItemReason.ROW)


TARIFF = tuple(_row(item, cells) for item, cells in ROWS.items())
OF_GUIDE = tuple(
    _row(item, cells, ("事项", "窗口"))
    for item, cells in {"8": ("户口迁入登记", "1号"), "9": ("户口注销登记", "2号")}.items()
)


def _ordered(question, first, rows=TARIFF, spoken=()):
    catalog = FakeCatalog((replace(DOCUMENT, measures=rows),))
    best = next(row for row in rows if row.item == first)
    facts = facts_of(question, date(2026, 11, 30))
    ordered = OwnRow(catalog).ordered(question, spoken, facts, [(best.id, 0.8)])
    return [name.partition("#")[2] for name, _ in ordered]


@pytest.mark.parametrize(
    ("question", "first", "leads"),
    [
        ("货车停车费多少", "4", "6"),
        ("残疾人停车费收不收", "5", "4"),
        ("第三档气价多少", "1", "3"),
        ("我家一年用气450立方米什么价", "1", "2"),
        ("一年用气700立方米多少钱", "1", "3"),
        ("一年用气200立方米多少钱", "3", "1"),
    ],
)
def test_the_row_asked_for_leads(question, first, leads):
    """By its words, or by the figure that only it fits; the first one found stays below it."""
    assert _ordered(question, first)[:2] == [leads, first]


def test_a_row_for_some_people_answers_nobody_in_general():
    """The row for everybody leads, and all rows of the matter are shown."""
    assert _ordered("停车费多少", "4") == ["5", "4", "6"]


def test_without_a_row_for_everybody_the_first_that_is_not_for_some_leads():
    """A blank cell is left out of its row, which stays in the table."""
    rows = (
        _row("1", ("停车费", "残疾人车辆", "免收", "0533-2110002")),
        _row("2", ("停车费", "小型车", "4"), COLUMNS[:3]),
    )
    assert _ordered("停车费多少", "1", rows) == ["2", "1"]


def test_a_figure_between_two_steps_chooses_none():
    """300.5 is neither at most 300 nor at least 301."""
    assert _ordered("一年用气300.5立方米什么价", "1")[0] == "1"


def test_rows_of_another_matter_and_without_a_price_are_left_alone():
    assert _ordered("救助站电话", "7") == ["7"]


@pytest.mark.parametrize(
    ("question", "first", "ids"),
    [("户口迁入登记去几号窗口", "9", ["8", "9"]), ("户口去几号窗口", "9", ["9"])],
)
def test_a_row_called_by_its_whole_name_leads(question, first, ids):
    """Of any table, with a price or without."""
    assert _ordered(question, first, OF_GUIDE) == ids


def test_words_of_documents_for_an_everyday_word_name_a_row():
    rows = tuple(
        _row(item, ("停车费", who, price, ""))
        for item, who, price in (("1", "特困人员", "免收"), ("2", "一般居民", "3"))
    )
    assert _ordered("五保户停车费", "2", rows, (("五保户", ("特困人员",)),))[0] == "1"


FEES = tuple(
    replace(measure(item, (("", words),)), heading=("二、收费标准",), reason=ItemReason.PART)
    for item, words in {
        "二（一）": "特困老人每人每月缴130元。",
        "二（二）": "普通老年学员以外的其他市民每人每月缴260元。",
        "二（三）": "孤儿由财政全额负担。",
        "二（四）": "一般市民每人每月缴310元。",
    }.items()
)
PRICES = (
    replace(measure("一", (("", "优惠办法\n残疾人凭证半价，学生每场12元。"),)), reason=ItemReason.CHAPTER),
    _row("表1", ("滑冰馆", "9:00至20:00", "每人每场40元"), ("场馆", "时间", "票价")),
)


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("食堂包月缴多少钱", ["二（四）", "二（一）"]),
        ("特困老人食堂缴多少钱", ["二（一）"]),
        ("孤儿食堂缴多少钱", ["二（三）", "二（一）"]),
        ("我爸是特困我不是，食堂各缴多少", ["二（一）", "二（四）"]),
        ("食堂怎么报名", ["二（一）"]),
    ],
)
def test_an_item_for_some_people_answers_nobody_in_general(question, shown):
    """310 is everybody's; for orphans the town pays; who asks for two gets both."""
    assert _ordered(question, "二（一）", FEES) == shown


def test_a_reduction_for_some_people_is_no_price_of_everybody():
    assert _ordered("滑冰多少钱", "一", PRICES) == ["表1", "一"]
    assert _ordered("学生滑冰多少钱", "一", PRICES) == ["一"]
    assert _ordered("滑冰怎么优惠", "一", PRICES) == ["一"]


RELIEF = tuple(
    replace(measure(item, (("", text),)), heading="补助标准", document="n", id=f"n#{item}")
    for item, text in {
        "第六条": "火灾补助标准：每人不超过低保年标准的2倍，每户最高8000元。",
        "第七条": "看病补助标准：个人自付2万元以上的，补助3000元。",
        "第八条": "助学补助标准：特困人员基本生活标准的50%，最高2000元。",
        "第九条": "居民人均可支配收入低于2万元的，补助1000元。",
    }.items()
)


@pytest.mark.parametrize("first", ["第六条", "第八条"])
def test_what_sums_are_counted_in_is_no_people(first):
    """Twice the 低保 standard is for whoever had a fire; who pays 个人自付 is not everybody."""
    rules = replace(DOCUMENT, number="n", title="青禾县意外补助办法", measures=RELIEF)
    question = "意外补助最高多少"
    facts = facts_of(question, date(2026, 11, 30))
    found = [(f"n#{first}", 0.8), ("n#第七条", 0.7)]
    assert OwnRow(FakeCatalog((rules,))).ordered(question, (), facts, found) == found


SERVICES = tuple(
    replace(row, document="n", id=f"n#{row.item}")
    for row in (
        _row(item, cells, ("项目", "收费标准（元）", "备注"))
        for item, cells in {
            "表1": ("盆景修剪（小盆）", "30", "含人工"),
            "表2": ("盆景寄养（露天）", "5", "不足1天按1天计"),
            "表3": ("盆景接送（货车）", "60", "含搬运"),
            "表4": ("优惠，本镇居民", "0", "修剪、首月寄养免费"),
        }.items()
    )
)


@pytest.mark.parametrize(
    ("question", "first", "leads"),
    [
        ("修剪多少钱", "表4", ["表1", "表4"]),
        ("修剪哪些人免费", "表4", ["表4"]),
        ("接盆景的车多少钱", "表2", ["表3", "表2"]),
        ("盆景代养多少钱", "表2", ["表2"]),
        ("盆景寄养十天多少钱", "表2", ["表2"]),
        ("盆景架多少钱", "表2", []),
        ("园艺站能钓鱼吗", "表2", []),
    ],
)
def test_the_price_of_another_thing_is_none_of_what_is_asked(question, first, leads):
    """A row is on the thing by its name; 架 and 钓鱼 stand in no row, nor in the title."""
    tariff = replace(DOCUMENT, number="n", title="青禾镇园艺站服务收费公示表", measures=SERVICES)
    ordered = OwnRow(FakeCatalog((tariff,))).ordered(
        question, (), facts_of(question, date(2026, 11, 30)), [(f"n#{first}", 0.8)]
    )
    assert [name.partition("#")[2] for name, _ in ordered] == leads
