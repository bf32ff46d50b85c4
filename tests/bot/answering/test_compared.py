"""The article that compares what somebody tells leads where he asks whether he may have it."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answering.leading.compared import comparing_first
from bot.eligibility import facts_of
from tests.bot.fakes import DOCUMENT, FakeCatalog, FakeHit, measure

ARTICLES = {
    "第二条": "具有本县户籍、年满70周岁的老年人，可以申请送餐补贴。",
    "第三条": "送餐补贴每人每月90元。年满85周岁的，每人每月另加40元。",
    "第四条": "已享受集中供养的，不享受本补贴。",
}


@pytest.mark.parametrize(
    ("question", "first", "score", "leads"),
    [
        ("送餐补贴能领吗，我74岁", "第三条", 0.4, "第二条"),
        ("我66岁，可以领送餐补贴吗", "第四条", 0.4, "第二条"),
        ("送餐补贴能领吗", "第四条", 0.4, "第四条"),
        ("74岁送餐补贴一个月给多少", "第三条", 0.4, "第三条"),
        ("送餐补贴能领吗，我74岁", "第三条", 0.9, "第三条"),
    ],
)
def test_what_compares_leads(question, first, score, leads):
    """74 and 66 are compared with 70, of an article hardly behind; a sum is asked for itself."""
    articles = {item: measure(item, (("", words),)) for item, words in ARTICLES.items()}
    catalog = FakeCatalog((replace(DOCUMENT, measures=tuple(articles.values())),))
    found = (FakeHit(articles[first].id, score), FakeHit(articles["第二条"].id, 0.38))
    facts = facts_of(question, date(2026, 11, 30))
    shown = comparing_first(catalog, question, facts, [(articles[first].id, score)], found)
    assert shown[0] == (articles[leads].id, score)
