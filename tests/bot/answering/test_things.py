"""A text about another thing than the question, by the pairs of the table."""

from dataclasses import replace

import pytest

from bot.answer import Ask
from bot.answering.assistant import Assistant
from bot.answering.wording.things import (
    OtherThing,
    is_titled_with_thing,
    names_thing,
    other_thing,
    thing_kinds,
)
from tests.bot.fakes import DOCUMENT, FakeCatalog, FakeFinding, FakeHit, FakeSearch, measure

ALIKE = [pair for kind in thing_kinds() for pair in kind.alike]
UNLIKE = [pair for kind in thing_kinds() for pair in kind.unlike]


@pytest.mark.parametrize(("question", "text"), ALIKE)
def test_the_thing_asked_about_is_meant(question, text):
    """By its own words, or by those for all of its kind."""
    assert other_thing(question, text) is None


@pytest.mark.parametrize(("question", "text"), UNLIKE)
def test_another_thing_of_the_kind_is_not_the_one_asked_about(question, text):
    """The text names it and does not name the other."""
    assert other_thing(question, text) is not None
    assert not names_thing(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("老船报废补多少", "对符合条件的航运企业给予一次性补助。"),
        ("低保多少钱", "支持汽车报废更新。"),
        ("孩子上幼儿园了，旧冰箱换新补多少", "交售空调、冰箱等旧家电。"),
        ("手机上怎么申请以旧换新", "交售空调、冰箱等旧家电。"),
        ("船和汽车报废补多少", "支持汽车报废更新。"),
    ],
)
def test_nothing_is_said_where_it_is_not_sure(question, text):
    """Question or text names nothing of the kind, or one of two; 手机上 is a way to apply."""
    assert other_thing(question, text) is None


def test_both_are_named():
    """As the question words it, and as the table does."""
    assert other_thing("摩托报废补多少", "报废轿车补贴1万元") == OtherThing("摩托", ("汽车",))


@pytest.mark.parametrize(
    ("title", "asked", "led"),
    [
        ("天津市廉租住房管理办法", "公租房怎么申请", ("公租房", "廉租房")),
        ("天津市廉租住房管理办法", "廉租房怎么申请", None),
        ("天津市住房申请办法", "公租房怎么申请", None),
    ],
)
def test_the_title_tells_of_what_an_article_speaks(title, asked, led):
    """An article on 实物配租 names no kind of home; its notice does."""
    article = measure("十二", (("", "申请实物配租的家庭由户主持身份证提出申请。"),))
    document = replace(DOCUMENT, title=title, measures=(article,))
    finding = FakeFinding(hits=(FakeHit(article.id),))
    catalog = FakeCatalog((document,), lent={article.id: ()})
    (shown,) = Assistant(catalog, FakeSearch(finding)).ask(Ask(asked)).measures
    assert shown.instead == led


@pytest.mark.parametrize(
    ("question", "title", "alone"),
    [
        ("渔船换新补多少", "关于渔船更新补贴的通知", True),
        ("渔船换新补多少", "关于渔船和拖拉机报废更新的通知", False),
        ("渔船换新补多少", "关于设备更新的通知", False),
    ],
)
def test_a_title_on_one_thing_alone_is_told_from_one_on_several(question, title, alone):
    """All articles of a notice on ships are on ships; of one on ships and tractors some are not."""
    assert is_titled_with_thing(question, title) is alone
