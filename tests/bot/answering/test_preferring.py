"""Which measure leads where the best match does not state the amount that is asked for."""

import pytest

from bot.answering.leading.preferring import Preferring
from corpus.catalog import Catalog
from retrieval.question import Asked
from tests.bot.answering.test_calling import ARTICLES, HEAD
from tests.bot.answering.test_particulars import ALLOWANCE
from tests.bot.fakes import FakeHit
from tests.corpus.taken import taken

LIST = "周政办字〔2024〕11号"


def _leading(catalog: Catalog, question: str, best: str, other: str) -> str:
    wishes = frozenset((Asked.AMOUNT,))
    near = (FakeHit(other, 1.6),)
    return Preferring(catalog).ordered(question, wishes, (FakeHit(best, 2.0),), near)[0][0]


@pytest.mark.parametrize("question", ["旧冰箱换新补多少", "旧空调换新给多少钱"])
def test_a_thing_named_is_not_given_up_for_the_amount_of_another(catalog, question):
    """Item 19 is on 冰箱 and 空调 and states no sum; item 16 states one, for cars."""
    assert _leading(catalog, question, f"{LIST}#19", f"{LIST}#16") == f"{LIST}#19"


@pytest.mark.parametrize("other", ["13", "5"])
def test_a_row_of_a_table_does_not_say_for_another_where_to_apply(catalog, other):
    """Items 13 and 5 say to whom one applies, each for its own matter; item 19 has departments of its own."""
    near = (FakeHit(f"{LIST}#{other}", 1.9),)
    hits = (FakeHit(f"{LIST}#19", 2.0),)
    assert Preferring(catalog).ordered("旧冰箱换新去哪申请", (), hits, near)[0][0] == f"{LIST}#19"


def test_the_article_with_the_amount_leads_the_one_on_who_may_have_it(tmp_path):
    """Articles of one matter, of which none has a department of its own: 第三条 has the sums."""
    path = tmp_path / "办法.txt"
    path.write_text(HEAD + ARTICLES, encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    number = catalog.documents[0].number
    found = _leading(catalog, "八十岁老人给多少钱", f"{number}#第二条", f"{number}#第三条")
    assert found == f"{number}#第三条"


@pytest.mark.parametrize(
    ("question", "leading"),
    [("高龄津贴要带啥", "第五条"), ("高龄津贴怎么回事", "第二条"), ("高龄津贴是什么", "第二条")],
)
def test_the_article_on_the_purpose_leads_nothing(tmp_path, question, leading):
    """第一条 says why the rules are made; 第二条 whom they are for; 第五条 what to bring."""
    path = tmp_path / "办法.txt"
    articles = ARTICLES.replace("第五条 冒领", "第五条 申请人提交身份证、户口簿复印件。\n第六条 冒领")
    path.write_text(HEAD + articles, encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    number = catalog.documents[0].number
    hits = tuple(FakeHit(f"{number}#{item}", 2.0) for item in ("第一条", "第二条", "第五条"))
    assert Preferring(catalog).ordered(question, (), hits, ())[0][0] == f"{number}#{leading}"


@pytest.mark.parametrize(
    ("question", "leading"),
    [("高龄津贴要带啥", "第四条"), ("高龄津贴多久能批", "第四条"), ("高龄津贴什么时候开始申请", "第二条")],
)
def test_an_article_that_was_not_found_leads_where_it_alone_says_what_is_asked(tmp_path, question, leading):
    """The search finds 第二条 only; 第四条 has papers and days, no article has a time to apply in."""
    path = tmp_path / "通知.txt"
    path.write_text(ALLOWANCE, encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    number = catalog.documents[0].number
    hits = (FakeHit(f"{number}#第二条", 2.0),)
    assert Preferring(catalog).ordered(question, (), hits, ())[0][0] == f"{number}#{leading}"


@pytest.mark.parametrize(
    ("question", "score", "leading"),
    [("办养老院一张床补多少", 1.8, "53"), ("办养老院一张床补多少", 1.2, "55"), ("办养老院补多少", 1.8, "55")],
)
def test_a_measure_with_a_sum_for_the_unit_leads_one_without(catalog, question, score, leading):
    """Item 53 of the collection of 2022 gives 2万元 for a bed, item 55 a sum for all; both are on 养老."""
    shown = FakeHit("周村2022稳中求进清单#55", 2.0), FakeHit("周村2022稳中求进清单#53", score)
    found = Preferring(catalog).ordered(question, (), shown, ())
    assert found[0][0] == f"周村2022稳中求进清单#{leading}"


DIRECTORY = """青禾县民政局
关于高龄津贴申请的通知
青民发〔2026〕7号

一、申请。老人到户籍所在地街道办事处提出申请，由街道办事处受理。

二、各处窗口
| 单位 | 联系电话 |
|---|---|
| 东关 | 5550311 |
| 西关 | 5550322 |
"""


def test_a_row_of_a_directory_stays_where_its_phone_is_asked_for(tmp_path):
    """The article says who takes applications, and leads where only that is asked."""
    path = tmp_path / "通知.md"
    path.write_text(DIRECTORY, encoding="utf-8")
    document = taken(path)
    article, *rows = document.measures
    hits = (FakeHit(rows[0].id, 2.0),)
    near = (FakeHit(article.id, 1.9),)
    preferring = Preferring(Catalog((document,), "d"))
    asked = "东关高龄津贴申请找谁，打哪个电话"
    assert preferring.ordered(asked, (Asked.PHONE, Asked.OWNER), hits, near)[0][0] == rows[0].id
    assert preferring.ordered("东关高龄津贴申请找谁", (Asked.OWNER,), hits, near)[0][0] == article.id


def test_the_row_whose_name_is_asked_for_leads_another_row(tmp_path):
    """羽毛球 of 羽毛球馆 is more of the question than 球场 of 篮球场."""
    path = tmp_path / "收费.txt"
    rows = "场馆 | 时间 | 收费标准\n羽毛球馆 | 全天 | 每小时30元\n室外篮球场 | 全天 | 免费\n"
    path.write_text(
        f"青禾县体育中心收费公告\n青体〔2026〕2号\n{rows}青禾县体育中心\n2026年3月2日\n", encoding="utf-8"
    )
    catalog = Catalog((taken(path),), "d")
    feather, basket = (one.id for one in catalog.measures)
    hits, near = (FakeHit(basket, 2.0),), (FakeHit(feather, 1.9),)
    assert Preferring(catalog).ordered("体育馆羽毛球场咋收费", (), hits, near)[0][0] == feather
    assert Preferring(catalog).ordered("体育馆篮球场咋收费", (), hits, near)[0][0] == basket


DOGS = (
    "柳河区犬只管理规定\n柳河政发〔2026〕6号\n第一条 柳河区行政区域内饲养犬只，适用本规定。\n"
    "第二条 年满18周岁的居民方可领犬证。\n第三条 幼犬满3个月的，应当接种疫苗。\n"
    "第四条 东郊镇每月逢5、逢10的日子集中接种，其他地方每周二接种。\n柳河区人民政府\n2026年3月6日\n"
)


@pytest.mark.parametrize(
    ("question", "best", "score", "leading"),
    [
        ("9月10号东郊镇能接种吗", "第三条", 2.0, "第四条"),
        ("幼犬能接种吗", "第三条", 2.0, "第三条"),
        ("9月10号东郊镇能接种吗", "第三条", 3.0, "第三条"),
        ("养犬怎么回事", "第一条", 2.0, "第二条"),
        ("多大岁数能领犬证", "第一条", 2.0, "第二条"),
    ],
)
def test_a_measure_with_a_word_of_its_own_leads_one_hardly_before_it(
    tmp_path, question, best, score, leading
):
    """A word of the question that no other article has; the article on where rules apply leads nothing."""
    path = tmp_path / "规定.txt"
    path.write_text(DOGS, encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    number = catalog.documents[0].number
    others = [item for item in ("第二条", "第三条", "第四条") if item != best]
    hits = (FakeHit(f"{number}#{best}", score), *(FakeHit(f"{number}#{item}", 1.9) for item in others))
    assert Preferring(catalog).ordered(question, (), hits, ())[0][0] == f"{number}#{leading}"


def test_the_charge_that_is_named_leads(tmp_path):
    """冷藏费 is printed in 第三条 alone; 第二条 frees from 基本服务费."""
    path = tmp_path / "办法.txt"
    articles = "第二条 本县居民免除基本服务费。\n第三条 冷藏费，每天80元。\n第四条 申请人提交身份证。"
    path.write_text(HEAD + articles, encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    number = catalog.documents[0].number
    hits = (FakeHit(f"{number}#第二条", 2.0),)
    near = (FakeHit(f"{number}#第三条", 1.6),)
    found = Preferring(catalog).ordered("冷藏费能免吗", (), hits, near)
    assert found[0][0] == f"{number}#第三条"


FERRY = (
    "柳河区渡船船票办法\n柳河政发〔2026〕8号\n"
    "第一条 月票凭身份证到渡口服务站申请办理，当场发票。\n"
    "第二条 月票遗失后需要再办的，照新办的程序。\n柳河区人民政府\n2026年3月8日\n"
)


@pytest.mark.parametrize(
    ("question", "leading"), [("月票遗失了怎么办理", "第二条"), ("月票怎么办理", "第一条")]
)
def test_an_article_on_the_errand_leads_none_with_words_that_it_lacks(tmp_path, question, leading):
    """第一条 says where one applies and nothing of 遗失; without that word it leads."""
    path = tmp_path / "办法.txt"
    path.write_text(FERRY, encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    number = catalog.documents[0].number
    hits = (FakeHit(f"{number}#第二条", 2.0), FakeHit(f"{number}#第一条", 1.9))
    assert Preferring(catalog).ordered(question, (), hits, ())[0][0] == f"{number}#{leading}"


AIDS = (
    "松坪县残疾人联合会关于发放康复器材补贴的通知\n松残联〔2026〕3号\n各乡镇残联：\n"
    "第一条 县康复站（清水路9号）借出拐杖和轮椅，押金100元，归还时退还。\n"
    "第二条 拐杖和轮椅的补贴，每件300元。\n松坪县残疾人联合会\n2026年3月6日\n"
)


@pytest.mark.parametrize(
    ("question", "leading"),
    [("轮椅补多少钱", "第二条"), ("轮椅怎么补", "第二条"), ("轮椅押金多少钱", "第一条")],
)
def test_a_deposit_is_no_sum_that_somebody_is_given(tmp_path, question, leading):
    """Who asks what is given gets no article with a deposit alone; who asks for the deposit gets it."""
    path = tmp_path / "通知.txt"
    path.write_text(AIDS, encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    number = catalog.documents[0].number
    assert _leading(catalog, question, f"{number}#第一条", f"{number}#第二条") == f"{number}#{leading}"


TARIFF = (
    "松坪县发展和改革局关于公办幼儿园收费标准的通知\n松发改〔2026〕7号\n各幼儿园：\n"
    "第一条 保教费（单位：元/生·月）：全日制一级园400、二级园300，托班500。\n"
    "第二条 幼儿园大班幼儿按每生每月200元抵扣。\n松坪县发展和改革局\n2026年3月6日\n"
)


@pytest.mark.parametrize("question", ["幼儿园全日制收多少", "幼儿园全日制一个月多少钱"])
def test_a_tariff_that_names_its_unit_once_is_kept_for_its_thing(tmp_path, question):
    """Its figures have no 元 behind them, and 托班 in it makes it no tariff of another thing."""
    path = tmp_path / "通知.txt"
    path.write_text(TARIFF, encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    number = catalog.documents[0].number
    assert _leading(catalog, question, f"{number}#第一条", f"{number}#第二条") == f"{number}#第一条"
