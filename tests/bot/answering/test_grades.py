"""The grade that a question names, where a text is about others."""

from dataclasses import replace

import pytest

from bot.answering.leading.preferring import Preferring
from bot.answering.wording.grades import other_grade
from retrieval.question import Asked
from tests.bot.fakes import DOCUMENT, FakeCatalog, FakeHit, measure


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("三级伤残补多少", "伤残等级为一级、二级", True),
        ("三级伤残补多少", "一级每人每月170元；二级140元", True),
        ("四级伤残补多少", "三、四级伤残每人每月130元", False),
        ("5级伤残补多少", "1-4级每人每月900元", True),
        ("3级伤残补多少", "1-4级每人每月900元", False),
        ("三级伤残补多少", "市级、省级财政承担", False),
        ("伤残补多少", "伤残等级为一级", False),
    ],
)
def test_a_text_about_other_grades_is_not_about_the_one_asked(question, text, other):
    """A list of grades holds each, a span those between; levels of government are none."""
    assert other_grade(question, text) is other


def test_the_measure_with_the_grade_goes_before_one_for_others():
    severe = measure("二", (("", "重度护理补贴：一级每月170元，二级每月140元。"),))
    general = measure("一", (("", "生活补贴：一、二级每月160元，三、四级每月130元。"),))
    catalog = FakeCatalog((replace(DOCUMENT, measures=(severe, general)),))
    hits = (FakeHit(severe.id, 0.9), FakeHit(general.id, 0.7))
    assert Preferring(catalog).ordered("三级残疾有补贴吗", (), hits, ())[0][0] == general.id
    assert Preferring(catalog).ordered("二级残疾有补贴吗", (), hits, ())[0][0] == severe.id


def test_a_row_asked_for_by_its_name_stays_first_whatever_else_is_named():
    grain = measure("2", (("项目", "种粮大户补贴"), ("对象", "种植小麦50亩以上"), ("标准", "每亩80元")))
    maize = measure("3", (("项目", "玉米复合种植补贴"), ("对象", "实际种植者"), ("标准", "每亩200元")))
    catalog = FakeCatalog((replace(DOCUMENT, measures=(grain, maize)),))
    hits = (FakeHit(grain.id, 0.9), FakeHit(maize.id, 0.8))
    assert Preferring(catalog).ordered("我种玉米，种粮大户补贴给吗", (), hits, ())[0][0] == grain.id
    assert Preferring(catalog).ordered("我种玉米有补贴吗", (), hits, ())[0][0] == maize.id


def test_a_row_named_in_part_is_not_given_up_for_the_unit_of_another():
    """一小时 is printed for 乒乓球室 alone; 溜冰场 is asked for."""
    rink = measure("2", (("场馆", "室内溜冰场"), ("开放时间", "每天9:00至20:00"), ("收费标准", "每场60元")))
    table = measure(
        "3", (("场馆", "乒乓球室"), ("开放时间", "每天8:00至21:00"), ("收费标准", "每台每小时12元"))
    )
    catalog = FakeCatalog((replace(DOCUMENT, measures=(rink, table)),))
    hits = (FakeHit(rink.id, 0.9), FakeHit(table.id, 0.8))
    assert Preferring(catalog).ordered("溜冰场一小时多少钱", (Asked.AMOUNT,), hits, ())[0][0] == rink.id
    assert Preferring(catalog).ordered("乒乓球室一小时多少钱", (Asked.AMOUNT,), hits, ())[0][0] == table.id


def test_the_purpose_leads_nothing_by_a_word_of_its_own():
    """第一条 alone has 临时救助, and only says why the rules are made."""
    purpose = measure("第一条", (("", "为做好困难群众临时救助工作，制定本办法。"),))
    applying = measure("第五条", (("", "由本人向户籍所在地村（居）民委员会提出申请。"),))
    catalog = FakeCatalog((replace(DOCUMENT, measures=(purpose, applying)),))
    hits = (FakeHit(applying.id, 0.98), FakeHit(purpose.id, 0.88))
    assert Preferring(catalog).ordered("想申请临时救助", (), hits, ())[0][0] == applying.id
