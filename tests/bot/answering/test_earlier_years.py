"""A year asked about before the document was issued is said not to be that of the document."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Ask
from bot.answering import Assistant
from bot.answering.quoting.rule_years import former_rule, titled_year
from corpus.catalog import Replaced
from corpus.records import Validity
from tests.bot.fakes import DOCUMENT, FakeCatalog, FakeFinding, FakeHit, FakeSearch, measure

NO_TERM = Validity(None, None, "")
SINCE_2023 = Validity(date(2023, 1, 1), date(2026, 12, 31), "自2023年1月1日起施行")


def _shown(question, text="每台冰箱补贴500元。", validity=NO_TERM):
    article = measure("三", (("", text),), validity=validity)
    document = replace(DOCUMENT, title="关于家电换新的通知", issued=date(2025, 3, 2), measures=(article,))
    finding = FakeFinding(hits=(FakeHit(article.id),))
    catalog = FakeCatalog((document,), lent={article.id: ()})
    return Assistant(catalog, FakeSearch(finding)).ask(Ask(question, as_of=date(2026, 11, 30)))


def test_an_earlier_year_is_left_to_the_office():
    answer = _shown("2023年冰箱补贴多少")
    assert answer.measures[0].earlier == 2023
    assert answer.text.startswith("您问的是2023年，这份文件2025年3月2日才发布，没有写到那一年")


@pytest.mark.parametrize(
    ("question", "text", "validity"),
    [
        ("2025年冰箱补贴多少", "每台冰箱补贴500元。", NO_TERM),
        ("2023年买的冰箱补贴多少", "每台冰箱补贴500元。", NO_TERM),
        ("2023年冰箱补贴多少", "2023年每台冰箱补贴500元。", NO_TERM),
        ("2023年冰箱补贴多少", "2022-2025年每台冰箱补贴500元。", NO_TERM),
        ("2023年冰箱补贴多少", "每台冰箱补贴500元。", SINCE_2023),
        ("冰箱补贴多少", "每台冰箱补贴500元。", NO_TERM),
    ],
    ids=["its own", "of a thing", "printed", "in a span", "in force", "none"],
)
def test_another_year_is_not_spoken_of_where_it_fits(question, text, validity):
    assert _shown(question, text, validity).measures[0].earlier is None


@pytest.mark.parametrize(
    ("question", "title", "titled"),
    [
        ("居民医保2026年多少钱", "关于做好2027年度居民医保征缴工作的通知", (2026, "2027年度")),
        ("2026年度医保缴多少", "关于做好2027年度居民医保征缴工作的通知", (2026, "2027年度")),
        ("2025年租房补贴多少", "关于申请2026年租房补贴的公告", (2025, "2026年")),
        ("2028年垃圾分类补贴多少", "2026—2027年城乡垃圾分类方案", (2028, "2026—2027年")),
        ("2025年居民医保缴费多少", "关于做好2027年度居民医保征缴工作的通知", (2025, "2027年度")),
        ("去年医保交多少钱", "关于做好2027年度居民医保征缴工作的通知", (2025, "2027年度")),
        ("我2025年交的医保能退多少", "关于做好2027年度居民医保征缴工作的通知", None),
        ("明年医保交多少钱", "关于做好2027年度居民医保征缴工作的通知", None),
        ("2027年度医保缴多少", "关于做好2027年度居民医保征缴工作的通知", None),
        ("2027年垃圾分类补贴多少", "2026—2027年城乡垃圾分类方案", None),
        ("2025年毕业的租房补贴多少", "关于申请2026年租房补贴的公告", None),
        ("2025年租房补贴多少", "社区通讯录（2026年5月）", None),
        ("医保缴多少", "关于做好2027年度居民医保征缴工作的通知", None),
        ("今年医保缴多少", "关于做好2025年度居民医保征缴工作的通知", (2026, "2025年度")),
        ("我妈今年85岁，医保缴多少", "关于做好2025年度居民医保征缴工作的通知", None),
    ],
)
def test_the_year_of_a_title_is_told_beside_another_that_is_asked_for(question, title, titled):
    """The years that a span covers fit; a month of issue is no year of rules, a graduation none either."""
    article = measure("一", (("", "每人每年420元。"),), validity=NO_TERM)
    document = replace(DOCUMENT, title=title, issued=date(2026, 9, 8), measures=(article,))
    assert titled_year(question, document, article, date(2026, 11, 30)) == titled


FORMER = replace(
    DOCUMENT,
    number="青某〔2023〕12号",
    title="补贴办法",
    validity=Validity(date(2023, 5, 1), date(2026, 4, 30), "有效期至2026年4月30日"),
    measures=(
        measure("一", (("", "对本科生每人每月补贴500元。"),), validity=NO_TERM),
        measure("二", (("", "补贴期限为3年。"),), validity=NO_TERM),
    ),
)
NOW = replace(
    DOCUMENT,
    issued=date(2026, 4, 22),
    measures=(
        measure(
            "一",
            (("", "对2026年5月1日以后的本科生每人每月补贴600元。"),),
            validity=Validity(date(2026, 5, 1), date(2029, 4, 30), "自2026年5月1日起施行"),
        ),
    ),
)


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("2025年本科生补贴多少", "一"),
        ("2024年来的本科生补贴多少", "一"),
        ("本科生补贴原来多少钱", "一"),
        ("老办法补贴期限几年", "二"),
        ("2022年本科生补贴多少", None),
        ("2026年本科生补贴多少", None),
        ("本科生补贴多少", None),
    ],
)
def test_what_held_before_is_quoted_from_the_document_that_was_replaced(question, item):
    """For a year in which it held, or where the former rule is asked for."""
    catalog = FakeCatalog((NOW,), replaced=(Replaced(FORMER, NOW.number),))
    found = former_rule(catalog, question, NOW, NOW.measures[0])
    assert (found.item if found else None) == item


def test_the_former_rule_leads_its_answer():
    """With its number and when it held, before the rule of now."""
    article = NOW.measures[0]
    catalog = FakeCatalog((NOW,), lent={article.id: ()}, replaced=(Replaced(FORMER, NOW.number),))
    search = FakeSearch(FakeFinding(hits=(FakeHit(article.id),)))
    text = Assistant(catalog, search).ask(Ask("2025年本科生补贴多少", as_of=date(2026, 11, 30))).text
    assert "青某〔2023〕12号第一项，2023年5月1日至2026年4月30日有效，已被取代" in text
    assert text.index("每人每月补贴500元") < text.index("每人每月补贴600元")


def test_an_earlier_edition_of_the_same_document_is_no_former_rule():
    """Only what another document has replaced held before."""
    edition = replace(FORMER, number=NOW.number)
    catalog = FakeCatalog((NOW,), replaced=(Replaced(edition, NOW.number),))
    assert former_rule(catalog, "本科生补贴原来多少钱", NOW, NOW.measures[0]) is None


@pytest.mark.parametrize(
    ("question", "titled"),
    [("2024年医保缴多少", (2024, "2025年度")), ("2025年医保缴多少", None)],
)
def test_days_of_payment_in_a_year_make_no_rule_of_that_year(question, titled):
    """What is paid for 2025 in 2024 tells nothing of 2024."""
    article = measure("一", (("", "每人380元，2024年9月1日至2024年12月20日缴纳。"),), validity=NO_TERM)
    title = "关于公布2025年度居民医保缴费标准的通知"
    document = replace(DOCUMENT, title=title, issued=date(2024, 8, 8), measures=(article,))
    assert titled_year(question, document, article, date(2026, 11, 30)) == titled
