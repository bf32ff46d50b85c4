"""Which points a question asks for that neither the measure found for it nor its document prints."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Ask, Status
from bot.answering import Assistant
from bot.answering.declining.unprinted_points import UnprintedPoints, lacks_ticket
from bot.answering.wording.matter_words import NamedMatter
from bot.staff_fields import FieldKind
from corpus.catalog import Catalog
from corpus.records import Validity
from retrieval.deciding import Verdict
from retrieval.question import Asked, Point
from tests.bot.fakes import DOCUMENT, FakeCatalog, FakeFinding, FakeHit, FakeQuery, measure
from tests.corpus.taken import taken

NOTICE = """关于发放蜂农越冬补助的通知
松溪县各镇人民政府：
一、补助标准
蜂农每箱蜂补助40元。
二、申报办法
蜂农向所在镇人民政府提出申请，提交身份证复印件。镇人民政府在5个工作日内审核。
松溪县农业农村局
2026年3月2日
"""


@pytest.fixture
def catalog(tmp_path):
    """One notice without a phone, an address or a day for applying."""
    path = tmp_path / "通知.txt"
    path.write_text(NOTICE, encoding="utf-8")
    return Catalog((taken(path),), "d")


@pytest.fixture
def applying(catalog):
    return next(measure for measure in catalog.measures if "提出申请" in measure.text)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("蜂农越冬补助咨询电话", (Point.PHONE,)),
        ("蜂农越冬补助申报时间", (Point.DAY,)),
        ("蜂农补助到哪个窗口办", (Point.WINDOW,)),
        ("蜂农补助几天能批下来", ()),
        ("蜂农补助要什么材料", ()),
        ("蜂农补助去哪办", ()),
        ("蜂农补助怎么回事", ()),
        ("蜂农补助几天批，打什么电话", ()),
        ("蜂农补助材料送到哪个地址", (Point.ADDRESS,)),
    ],
)
def test_a_point_is_missing_where_no_sentence_prints_it(catalog, applying, question, missing):
    """One point that is printed is enough; of 地址 and 哪里 the narrower one decides."""
    assert UnprintedPoints(catalog).of(question, applying) == missing


def test_what_the_staff_filled_in_is_not_missing(catalog, applying):
    """The page of the answer shows it."""
    asked = "蜂农补助材料送到哪个地址"
    assert UnprintedPoints(catalog).of(asked, applying, {FieldKind.ADDRESS}) == ()


def test_a_phone_of_the_document_counts_for_each_of_its_measures(tmp_path):
    """It stands below the signature."""
    path = tmp_path / "通知.txt"
    path.write_text(NOTICE + "联系电话：0599-5550142\n", encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    assert UnprintedPoints(catalog).of("蜂农越冬补助咨询电话", catalog.measures[0]) == ()


class OneHit:
    """A search that finds one measure for every question."""

    def __init__(self, hit, verdict=Verdict.ANSWER):
        self.finding = FakeFinding(verdict=verdict, hits=(hit,))

    def search(self, question, **more):
        """The same for each."""
        return self.finding


@pytest.mark.parametrize(("unasked", "status"), [(True, Status.NOT_COVERED), (False, Status.ANSWERED)])
def test_what_was_added_refuses_and_says_which_point_is_missing(catalog, applying, unasked, status):
    """Of shipped measures their plain-language questions decide."""
    hit = replace(FakeHit(applying.id, 0.8), unasked=unasked)
    answer = Assistant(catalog, OneHit(hit)).ask(Ask("蜂农越冬补助申报时间"))
    assert answer.status is status
    if status is Status.NOT_COVERED:
        assert "没有写具体日期" in answer.text
        assert "申报办法" in answer.text
        assert not answer.measures


def test_a_column_of_addresses_prints_where_something_is():
    """`中心路6号` names no office to which one goes, the head of its column says what it is."""
    row = measure("表1", (("单位", "松溪镇便民服务中心"), ("地址", "中心路6号")))
    bare = measure("表1", (("单位", "松溪镇便民服务中心"), ("编号", "中心路6号")))
    for one, missing in ((row, ()), (bare, (Point.PLACE,))):
        notice = replace(DOCUMENT, measures=(one,))
        assert UnprintedPoints(FakeCatalog((notice,))).of("松溪镇便民服务中心在哪", one) == missing


def test_until_which_year_it_holds_is_printed_by_the_term_of_the_document():
    """The answer tells the term below each measure of the document."""
    sums = measure("1", (("", "每人每月50元。"),))
    termed = replace(
        DOCUMENT, measures=(sums,), validity=Validity(None, date(2029, 3, 31), "有效期至2029年3月31日")
    )
    bare = replace(DOCUMENT, measures=(sums,), validity=Validity(None, None, ""))
    for notice, missing in ((termed, ()), (bare, (Point.DAY,))):
        assert UnprintedPoints(FakeCatalog((notice,))).of("老人津贴到哪年", sums) == missing


@pytest.mark.parametrize(
    ("question", "points"),
    [
        ("柴油货车淘汰一辆给几万", (Point.SUM,)),
        ("柴油货车淘汰补多少", ()),
        ("柴油货车淘汰补百分之几", (Point.RATE,)),
        ("柴油货车淘汰几号开始申报", (Point.DAY,)),
        ("柴油货车淘汰补贴几天到账", (Point.SPAN,)),
        ("柴油货车淘汰找哪个窗口", ()),
    ],
)
def test_of_a_shipped_measure_only_what_is_surely_asked_counts(question, points):
    """Its text gives no sum, no rate, no day and no span; whom to ask is not looked for."""
    lorries = measure("5", [("", "支持开展柴油货车淘汰更新，根据淘汰任务完成情况给予一定比例奖补。")])
    assert (
        UnprintedPoints(FakeCatalog((replace(DOCUMENT, measures=(lorries,)),))).surely(question, lorries)
        == points
    )


@pytest.mark.parametrize(
    ("question", "other"),
    [("捕蜂罚多少", True), ("盗窃蜂箱罚多少钱", False), ("毁蜂箱怎么处罚", False), ("捕蜂给多少", False)],
)
def test_a_penalty_is_of_what_it_is_for(tmp_path, question, other):
    """A fine for taking hives says nothing of catching bees."""
    path = tmp_path / "办法.txt"
    path.write_text(
        "松溪县蜂箱管理办法\n第一条 盗窃、损毁蜂箱的，处200元罚款。\n松溪县农业农村局\n2026年3月2日\n",
        encoding="utf-8",
    )
    catalog = Catalog((taken(path),), "d")
    matter = NamedMatter.of(question, FakeQuery())
    assert UnprintedPoints(catalog).is_of_other_offence(question, matter, catalog.measures[0]) is other


@pytest.mark.parametrize(
    ("question", "other"),
    [("船上生火罚多少", False), ("没灯夜航罚多少", False), ("船上打牌罚多少", True)],
)
def test_an_offence_may_stand_in_the_article_that_is_cited(tmp_path, question, other):
    """第三条 sets the fine for what 第一条 forbids; 没灯 is 未装灯."""
    path = tmp_path / "办法.txt"
    path.write_text(
        "松溪县游船管理办法\n第一条 禁止在船上生火、做饭。\n第二条 每船限载8人。\n"
        "第三条 违反第一条规定的，处200元罚款；未装灯夜间航行的，处50元罚款。\n"
        "松溪县交通运输局\n2026年3月2日\n",
        encoding="utf-8",
    )
    catalog = Catalog((taken(path),), "d")
    matter = NamedMatter.of(question, FakeQuery())
    assert UnprintedPoints(catalog).is_of_other_offence(question, matter, catalog.measures[2]) is other


def test_the_answer_to_a_question_prints_what_that_asks(tmp_path):
    """Whatever words the answer has for a place."""
    path = tmp_path / "问答.txt"
    asked = "问：要带什么？\n答：身份证、免疫证明。\n\n问：到哪里登记？\n答：东街便民点。\n"
    path.write_text(f"犬只登记问答\n松溪县公安局　2026年4月8日\n\n{asked}", encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    papers, place = catalog.measures
    assert UnprintedPoints(catalog).of("狗登记去哪办", place) == ()
    assert UnprintedPoints(catalog).of("狗登记去哪办", papers) == (Point.PLACE,)


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("滑冰馆周卡多少钱", True),
        ("滑冰馆季卡多少", True),
        ("滑冰馆月卡多少钱", False),
        ("滑冰馆次票多少", False),
        ("滑冰馆多少钱", False),
    ],
)
def test_a_kind_of_ticket_has_a_price_of_its_own(question, lacks):
    """A month's and a single one are printed; a season's is named without a price."""
    rink = measure("表1", (("场馆", "滑冰馆"), ("收费标准", "月卡260元，次票25元，季卡不优惠")))
    assert lacks_ticket(question, rink) is lacks


@pytest.mark.parametrize("question", ["滑冰馆周卡多少钱", "滑冰馆季卡多少"])
def test_a_price_of_another_ticket_is_said_to_be_merely_near(question):
    row = measure("表1", (("场馆", "滑冰馆"), ("收费标准", "月卡260元")))
    catalog = FakeCatalog((replace(DOCUMENT, measures=(row,)),))
    search = OneHit(replace(FakeHit(row.id, 0.8), unasked=True))
    search.finding = replace(search.finding, query=FakeQuery(wishes=frozenset((Asked.AMOUNT,))))
    assert Assistant(catalog, search).ask(Ask(question)).measures[0].unprinted
    search.finding = replace(search.finding, query=FakeQuery())
    assert not Assistant(catalog, search).ask(Ask("滑冰馆季卡能退吗")).measures[0].unprinted


def test_what_does_not_apply_here_is_told_though_it_prints_no_sum():
    """The words by which it does not apply lead the answer."""
    basis = "我区无集中连片蜂场，无法落实"
    item = replace(measure("5", [("", basis)]), applies=False, applies_basis=basis)
    catalog = FakeCatalog((replace(DOCUMENT, measures=(item,)),))
    answer = Assistant(catalog, OneHit(FakeHit(item.id, 0.8))).ask(Ask("蜂场每亩补多少"))
    assert answer.status is Status.ANSWERED
    assert basis in answer.text
