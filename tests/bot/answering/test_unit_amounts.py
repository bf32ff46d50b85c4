"""An amount for the unit asked for is told from the article that prints it, never another thing's amount."""

import pytest

from bot.answering.wording.particulars import Particular, says
from bot.answering.wording.unit_amounts import article_per_unit, prints_amount_for, unit_asked
from tests.bot.answering.test_particulars import article
from tests.corpus.taken import taken

MEALS = (
    "临河县民政局关于印发老年食堂补助办法的通知\n临民发〔2026〕9号\n各乡镇人民政府：\n"
    "第一条 送餐上门的，按每单2元给予配送补贴。\n"
    "第二条 老年人就餐的，每人每餐补助4元。\n"
    "第三条 购置消毒柜的，每台补助1.5万元。\n"
    "第四条 护工工资补贴每人每月800元。\n临河县民政局\n2026年3月6日\n"
)


@pytest.fixture
def meals(tmp_path):
    """The document and its articles by label."""
    path = tmp_path / "通知.txt"
    path.write_text(MEALS, encoding="utf-8")
    document = taken(path)
    return document, {measure.item: measure for measure in document.measures}


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("吃一顿补几块", "餐"),
        ("买一台补多少", "台"),
        ("一个月给多少", "月"),
        ("一亩补多少钱", "亩"),
        ("一次性补多少", None),
        ("一个月能办好不", None),
    ],
)
def test_the_unit_of_an_amount_is_known(question, unit):
    """一次性 is no unit, a month in which something is done neither."""
    assert unit_asked(question) == unit


def test_the_article_with_an_amount_for_the_unit_leads(meals):
    """Not the one that was found, with an amount for each delivery."""
    document, articles = meals
    assert article_per_unit(articles["第一条"], document, "吃一顿补几块") == articles["第二条"]
    assert article_per_unit(articles["第二条"], document, "买消毒柜一台补多少") == articles["第三条"]


def test_an_amount_of_another_thing_never_leads(meals):
    """What is found has words of the question that the article per month lacks."""
    document, articles = meals
    assert article_per_unit(articles["第一条"], document, "送餐上门一个月补多少") is None


def test_the_article_that_states_it_keeps_the_lead(meals):
    """Nothing is changed where the unit is printed."""
    document, articles = meals
    assert article_per_unit(articles["第二条"], document, "吃一顿补几块") is None


def test_what_somebody_must_earn_is_no_amount_given():
    """Decimals are amounts, incomes and assets are not."""
    assert says(article("每台补助1.5万元。"), Particular.AMOUNT)
    assert not says(article("人均月收入低于1200元的家庭，可以申请。"), Particular.AMOUNT)
    assert not says(article("注册资本应当不低于500万元。"), Particular.AMOUNT)
    assert says(article("人均月收入低于1200元的家庭，每户补助300元。"), Particular.AMOUNT)


@pytest.mark.parametrize(
    ("matter", "printed", "each"),
    [
        ("养老院床位", "按每张养老床位2万元的标准给予补助。", True),
        ("养老院", "按每张养老床位2万元的标准给予补助。", False),
        ("养老床位", "统筹资金5亿元，新增养老床位100张。", False),
        ("企业奖励", "对企业每户奖励2万元。", False),
    ],
)
def test_an_amount_for_each_of_the_thing_asked_about_is_known(matter, printed, each):
    """Not the sum for all, nor what any notice gives."""
    assert prints_amount_for(article(printed), matter) is each
