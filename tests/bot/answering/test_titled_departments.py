"""Who deals with what a question begins with, as titles tell it."""

from dataclasses import replace

import pytest

from bot.answering.calls.titled_departments import TitledDepartments
from bot.answering.wording.rare_words import Rarity
from corpus.catalog import Catalog
from corpus.records import Role
from tests.bot.answering.test_particulars import ALLOWANCE
from tests.bot.fakes import DOCUMENT, FakeCatalog, contact, measure
from tests.corpus.taken import taken

SEEDS = measure("1", (("", "农资流通网络。在每个镇建一处农资网点。"),))
FUNDS = measure("2", (("", "围绕惠农资金补助发放等事项，做好公开。"),))
STORES = measure("3", (("", "农资仓储。建农资储备库三处。"),))
MANY = measure("4", (("", "施工图审查。两个工作日内办结。"),))


def near(question, lent, regions=("周村",)):
    """(word, department) of what a small catalog says."""
    catalog = FakeCatalog((replace(DOCUMENT, measures=(SEEDS, FUNDS, STORES, MANY)),), lent=lent)
    rarity = Rarity.of(catalog)
    found = TitledDepartments(catalog, lambda: rarity).near(question, regions)
    return [(each.word, each.contact.canonical) for each in found]


FARMS = contact("区农业农村局", phone="6195896")
LENT = {SEEDS.id: (FARMS,), STORES.id: (FARMS,), FUNDS.id: (FARMS,), MANY.id: (contact("区审批局"),)}


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("惠农资金一卡通密码忘了", "惠农资金"),
        ("周村区惠农资金在哪查", "惠农资金"),
        ("农资店卖假化肥怎么办", "农资"),
    ],
)
def test_the_lead_of_what_is_so_titled_is_named(question, word):
    """惠农资金 is in one title, 农资 in two; 区农业农村局 leads all of them."""
    assert near(question, LENT) == [(word, "区农业农村局")]


def test_a_place_is_no_matter_of_a_title():
    """青禾 of 青禾县, which stands in the title of a notice on buses too."""
    buses = replace(DOCUMENT, title="青禾县公共汽车优待通知", region="青禾县", measures=(SEEDS,))
    desk = replace(contact("县公交公司", phone="5550101"), of_document=True)
    catalog = FakeCatalog((buses,), lent={SEEDS.id: (desk,)})
    rarity = Rarity.of(catalog)
    titled = TitledDepartments(catalog, lambda: rarity)
    assert titled.near("青禾租房的钱没到账问哪家", ["青禾县"]) == ()
    assert [each.word for each in titled.near("青禾公共汽车票价问哪家", ["青禾县"])] == ["公共汽车"]


@pytest.mark.parametrize("question", ["施工队扰民怎么办", "天气怎么样", "我家狗丢了，惠", "想问问农活"])
def test_nothing_is_said_of_a_word_that_tells_no_matter(question):
    """施工 is two characters of a single title; the others are in none."""
    assert near(question, LENT) == []


@pytest.mark.parametrize(
    "lent",
    [
        {**LENT, FUNDS.id: (FARMS, contact("区财政局"))},
        {**LENT, FUNDS.id: (contact("各镇政府、街道办事处"),)},
        {**LENT, FUNDS.id: (contact("区农业农村局", Role.SUPPORT),)},
    ],
)
def test_nothing_is_said_where_no_single_department_leads(lent):
    """Two lead; the name stands for many bodies; it only supports."""
    assert near("惠农资金一卡通密码忘了", lent) == []


def test_nothing_is_said_of_another_place():
    """The titles are of 周村."""
    assert near("惠农资金一卡通密码忘了", LENT, ("聊城",)) == []


def test_the_desk_of_a_notice_deals_with_what_its_title_names(tmp_path):
    """The title of the notice has 高龄津贴, none of its articles; 第五条 prints the phone for all of it."""
    path = tmp_path / "通知.txt"
    path.write_text(ALLOWANCE.replace("高龄津贴坚持", "坚持"), encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    rarity = Rarity.of(catalog)
    (found,) = TitledDepartments(catalog, lambda: rarity).near("高龄津贴能继承不", catalog.regions)
    assert (found.word, found.contact.dial) == ("高龄津贴", "0543-6651207")


def test_a_phone_that_changes_meanwhile_is_given_as_it_is_now():
    """The titles are kept, the contacts are those of the moment."""
    catalog = FakeCatalog((replace(DOCUMENT, measures=(FUNDS,)),), lent={FUNDS.id: (FARMS,)})
    titled = TitledDepartments(catalog, lambda: Rarity.of(catalog))
    (before,) = titled.near("惠农资金一卡通密码忘了", ("周村",))
    catalog.lent[FUNDS.id] = (replace(FARMS, phone="6190000"),)
    (after,) = titled.near("惠农资金一卡通密码忘了", ("周村",))
    assert (before.contact.phone, after.contact.phone) == ("6195896", "6190000")


def test_the_short_name_of_a_county_tells_no_matter():
    """松源 is how people call 松源县, and no title is on it."""
    title = measure("1", (("", "松源公交卡窗口。办卡咨询。"),))
    document = replace(DOCUMENT, region="松源县", measures=(title,))
    catalog = FakeCatalog((document,), lent={title.id: (contact("县交通运输局", phone="6195896"),)})
    rarity = Rarity.of(catalog)
    assert TitledDepartments(catalog, lambda: rarity).near("松源租房补贴没到账", ("松源县",)) == ()
