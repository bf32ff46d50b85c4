"""A year asked about before the document was issued is said not to be that of the document."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Ask
from bot.answering import Assistant
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
