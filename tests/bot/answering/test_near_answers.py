"""What a question that the search refuses is answered with after all."""

from datetime import date

import pytest

from bot.answering.leading.near_answers import NearAnswers
from corpus.catalog import Catalog
from retrieval.deciding import Reason
from retrieval.question.asked import Asked, wishes
from tests.bot.answering.test_particulars import TITLED
from tests.bot.fakes import FakeFinding, FakeHit, FakeQuery
from tests.bundled import bundled_catalog
from tests.corpus.taken import taken

DAY = date(2026, 11, 30)
DIBAO = "周政办字〔2020〕29号#全文"
BEDS, ELDERLY = "周村2022稳中求进清单#53", "周村2022稳中求进清单#55"


@pytest.fixture(scope="module")
def near_answers():
    return NearAnswers(bundled_catalog())


def refused(question, *near, reason=Reason.OFF_TOPIC):
    """What a search that refuses a question came to."""
    hits = tuple(FakeHit(name, 0.1) for name in near)
    return FakeFinding(rejected=hits, reason=reason, query=FakeQuery(wishes=wishes(question)))


@pytest.mark.parametrize(
    ("question", "near", "answer"),
    [
        ("城市低保一个人一个月多少", (DIBAO,), DIBAO),
        ("特困供养一年多少钱", (DIBAO,), DIBAO),
        ("普惠养老一张床补多少", (ELDERLY, BEDS), BEDS),
    ],
)
def test_a_measure_on_the_very_matter_with_the_sum_answers(near_answers, question, near, answer):
    """周政办字〔2020〕29号 prints sums for a month and a year, item 53 one for a bed and item 55 none."""
    assert near_answers.measure_for(question, refused(question, *near), DAY) == answer


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("低保户体检一年补多少", DIBAO),
        ("失业的一个月给多少", DIBAO),
        ("低保一天多少钱", DIBAO),
        ("养老机构护理员一个月补多少", BEDS),
        ("低保户有多少家", DIBAO),
    ],
)
def test_another_matter_or_unit_stays_refused(near_answers, question, near):
    """The measure lacks a word of the question, a sum for its unit, or is not asked for a sum."""
    assert near_answers.measure_for(question, refused(question, near), DAY) is None


def test_other_refusals_stay(near_answers):
    """A question about another region's rule is not answered from here."""
    question = "城市低保一个人一个月多少"
    finding = refused(question, DIBAO, reason=Reason.OTHER_REGION)
    assert near_answers.measure_for(question, finding, DAY) is None
    assert Asked.AMOUNT in finding.query.wishes


def test_an_article_titled_so_lifts_a_refusal_before_one_that_says_it_in_passing(tmp_path):
    """第三条 says that something is examined within ten days; 第五条 is on how long it takes."""
    path = tmp_path / "办法.txt"
    path.write_text(TITLED, encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    number = catalog.documents[0].number
    question = "育秧补贴多久能批下来"
    finding = refused(question, f"{number}#第三条")
    assert NearAnswers(catalog).measure_for(question, finding, DAY) == f"{number}#第五条"


def test_what_an_office_has_added_lifts_the_want_of_a_subsidy(near_answers):
    """That it is in no document is known of what has plain-language questions; no place need be named."""
    question = "城市低保一个人一个月多少"
    for unasked, answer in ((True, DIBAO), (False, None)):
        hits = (FakeHit(DIBAO, 0.1, unasked=unasked),)
        finding = FakeFinding(
            rejected=hits, reason=Reason.OTHER_SUBSIDY, query=FakeQuery(wishes=wishes(question))
        )
        assert near_answers.measure_for(question, finding, DAY) == answer


SHALLOTS = """青禾县大葱合作社管理站
关于大葱冷库使用的通告
青葱发〔2026〕2号
各合作社：
一、入库登记。外地大葱入库前3日内登记。
二、收费标准。冷库每吨每天收费12元，验货不收费。
三、开放时间。每天6:00至20:00。
青禾县大葱合作社管理站
2026年2月3日
"""


@pytest.mark.parametrize(
    ("question", "unasked", "answer"),
    [
        ("大葱冻房多少钱", True, "二"),
        ("大葱冻房多少钱", False, None),
        ("大葱冷库多少钱", True, "二"),
        ("大葱冷库多少钱", False, "二"),
    ],
)
def test_a_shipped_measure_is_lifted_by_a_point_in_the_askers_own_words(tmp_path, question, unasked, answer):
    """冻房 may be how people say 冷库; the plain-language questions of a shipped measure did not say so."""
    path = tmp_path / "通告.txt"
    path.write_text(SHALLOTS, encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    number = catalog.documents[0].number
    query = FakeQuery(wishes=wishes(question), spoken=(("冻房", ("冷库",)),))
    hits = (FakeHit(f"{number}#二", 0.05, unasked=unasked),)
    finding = FakeFinding(rejected=hits, reason=Reason.OFF_TOPIC, query=query)
    assert NearAnswers(catalog).measure_for(question, finding, DAY) == (answer and f"{number}#{answer}")


@pytest.mark.parametrize(
    ("question", "item", "answer"),
    [
        ("大葱冷库怎么收费", "二", "二"),
        ("冷库验货多少钱", "二", "二"),
        ("外地大葱几天内登记", "一", "一"),
        ("外地大葱罚多少", "一", None),
        ("冷库押金多少", "二", None),
        ("大蒜冷库几点开门", "一", None),
    ],
)
def test_a_short_question_is_borne_out_by_what_an_added_notice_prints(tmp_path, question, item, answer):
    """The best article has each word of the matter and prints the point; none prints a fine or a deposit."""
    path = tmp_path / "通告.txt"
    path.write_text(SHALLOTS, encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    number = catalog.documents[0].number
    hits = (FakeHit(f"{number}#{item}", 0.05, unasked=True),)
    finding = FakeFinding(rejected=hits, reason=Reason.OFF_TOPIC, query=FakeQuery(wishes=wishes(question)))
    assert NearAnswers(catalog).measure_for(question, finding, DAY) == (answer and f"{number}#{answer}")


def test_what_an_added_notice_compares_answers_though_the_chance_refuses(tmp_path):
    """85 is at least 80; the notice is on the matter by its title. What has none of it is not lifted."""
    path = tmp_path / "办法.txt"
    path.write_text(
        "青禾县民政局关于发放高龄津贴的通知\n青民发〔2026〕5号\n各乡镇：\n"
        "一、对象。年满80周岁的老年人，可以申领。\n二、发放。按季度发放。\n青禾县民政局\n2026年3月2日\n",
        encoding="utf-8",
    )
    catalog = Catalog((taken(path),), "d")
    first = catalog.measures[0].id
    finding = FakeFinding(rejected=(FakeHit(first, 0.2, unasked=True),), reason=Reason.OTHER_SUBSIDY)
    assert NearAnswers(catalog).measure_for("我妈85能领高龄津贴吗", finding, DAY) == first
    assert NearAnswers(catalog).measure_for("我妈85能领丧葬费吗", finding, DAY) is None


CALLS = """单位　科室　电话
青禾县人社局　用工备案　5550101
青禾县人社局　担保贷款　5550102
青禾县医保局　综合业务　5550103
青禾县医保局　窗口　0311-
"""


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("公司招了人要做用工备案，号码是多少", 1),
        ("创业担保贷款咨询电话多少", 2),
        ("用工备案要带什么", None),
        ("养老保险打哪个电话", None),
        ("青禾县民政局用工备案电话", None),
        ("医保局窗口电话", None),
    ],
)
def test_a_row_of_a_list_of_phones_answers_what_it_is_for(tmp_path, question, row):
    """Its cell stands in the question, which asks for a phone alone and for no other body."""
    path = tmp_path / "青禾县人社医保电话一览表.txt"
    path.write_text(CALLS, encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    ids = [measure.id for measure in catalog.measures]
    hits = tuple(FakeHit(name, 0.05, unasked=True) for name in (ids[3], ids[0], ids[2], ids[1]))
    finding = FakeFinding(rejected=hits, reason=Reason.OFF_TOPIC, query=FakeQuery(wishes=wishes(question)))
    assert NearAnswers(catalog).measure_for(question, finding, DAY) == (row and ids[row - 1])


def test_what_has_no_date_tells_nothing_of_a_year_gone_by(tmp_path):
    """A dated notice may; the reply says of which year it is."""
    for name, end, answers in (("a", "", False), ("b", "青禾县大葱合作社管理站\n2026年2月3日\n", True)):
        path = tmp_path / f"{name}.txt"
        path.write_text(SHALLOTS.replace("青禾县大葱合作社管理站\n2026年2月3日\n", end), encoding="utf-8")
        catalog = Catalog((taken(path),), "d")
        second = catalog.measures[1].id
        hits, asked = (FakeHit(second, 0.05, unasked=True),), "去年大葱冷库怎么收费"
        for years in ((), (2025,)):
            query = FakeQuery(wishes=wishes(asked), years=years)
            finding = FakeFinding(rejected=hits, reason=Reason.OFF_TOPIC, query=query)
            found = NearAnswers(catalog).measure_for("大葱冷库怎么收费", finding, DAY)
            assert found == (second if answers or not years else None)


def test_whom_to_ask_for_money_that_has_not_come_is_told_from_the_notice(tmp_path):
    """How far a case is no document tells; 第四条 prints whom to ask, and 第三条 who pays."""
    path = tmp_path / "办法.txt"
    path.write_text(
        "青禾县住房中心关于租房补贴的通知\n青房发〔2026〕8号\n各街道：\n"
        "一、租房补贴每月300元。\n二、申请人到县住房中心申请。\n三、县财政局按季度拨付租房补贴。\n"
        "四、补贴发放查询：县财政局社保股，电话5550117。\n青禾县住房中心\n2026年3月2日\n",
        encoding="utf-8",
    )
    catalog = Catalog((taken(path),), "d")
    hit = FakeHit("青房发〔2026〕8号#一", 0.1, unasked=True)
    question = "租房补贴没到账问谁"
    query = FakeQuery(wishes=wishes(question))
    finding = FakeFinding(rejected=(hit,), reason=Reason.NEAR_MISS, query=query)
    assert NearAnswers(catalog).measure_for(question, finding, DAY) == "青房发〔2026〕8号#四"
    other = FakeFinding(
        rejected=(hit,), reason=Reason.NEAR_MISS, query=FakeQuery(wishes=wishes("彩票奖金没到账问谁"))
    )
    assert NearAnswers(catalog).measure_for("彩票奖金没到账问谁", other, DAY) is None


STALLS = """青禾县商务局
关于便民菜市场摊位租赁的通告
青商发〔2026〕9号
各经营户：
一、租赁对象。本县居民可以租赁便民菜市场摊位。
二、摊位租金。便民菜市场摊位每平方米每月18元，残疾人减半。
三、押金。签订合同时交押金500元。
青禾县商务局
2026年3月3日
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("便民菜市场摊位多少钱一平", "二"),
        ("便民菜市场摊位一平方米多少钱", "二"),
        ("便民菜市场摊位卖多少钱一平", None),
        ("便民菜市场摊位多少钱一亩", None),
    ],
)
def test_a_price_by_the_unit_is_none_of_the_market_where_a_notice_prints_it(tmp_path, question, answer):
    """Who may rent was found first; nobody prints what a stall is sold for, or an acre costs."""
    path = tmp_path / "通告.txt"
    path.write_text(STALLS, encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    number = catalog.documents[0].number
    hits = tuple(FakeHit(f"{number}#{item}", 0.05, unasked=True) for item in "一三二")
    query = FakeQuery(wishes=frozenset({Asked.AMOUNT, Asked.PRICES}))
    finding = FakeFinding(rejected=hits, reason=Reason.NEAR_MISS, query=query)
    assert NearAnswers(catalog).measure_for(question, finding, DAY) == (answer and f"{number}#{answer}")
