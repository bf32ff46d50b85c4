"""The article that compares what somebody tells leads where he asks whether he may have it."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answering.leading.compared import comparing_first, titled_hit
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


def test_what_is_fulfilled_leads_what_fails():
    """61 fails 70 and is of 60 to 65; both are on 健身, of which as many words stand in either."""
    texts = {
        "一": "年满70周岁的老年人健身年卡半价。",
        "二": "年满60周岁不满65周岁的老年人健身按五折购票。",
        "三": "年满60周岁的老年人免费体检。",
    }
    articles = {item: measure(item, (("", words),)) for item, words in texts.items()}
    catalog = FakeCatalog((replace(DOCUMENT, measures=tuple(articles.values())),))
    found = [FakeHit(articles[item].id, score) for item, score in (("一", 0.4), ("三", 0.38), ("二", 0.3))]
    question = "我爸61健身要钱不"
    facts = facts_of(question, date(2026, 11, 30))
    assert (
        comparing_first(catalog, question, facts, [(articles["一"].id, 0.4)], found)[0][0]
        == articles["二"].id
    )


@pytest.mark.parametrize(
    ("question", "first", "titled"),
    [
        ("水费几月交", "三", "三"),
        ("水费几月交，要带什么", "三", None),
        ("水费多少", "三", None),
        ("水费几月交", "四", None),
    ],
)
def test_the_article_titled_as_asked_needs_no_question_back(question, first, titled):
    """缴费时间 is on 几月交 and on nothing else; it has to come first, of one document."""
    texts = {"三": "缴费时间\n每年3月和9月集中缴费。", "四": "缴费方式\n到邮储银行网点缴费。"}
    articles = {item: measure(item, (("", words),)) for item, words in texts.items()}
    catalog = FakeCatalog((replace(DOCUMENT, measures=tuple(articles.values())),))
    others = [item for item in articles if item != first]
    found = [FakeHit(articles[item].id, 0.2) for item in (first, *others)]
    assert titled_hit(catalog, question, found) == (titled and articles[titled].id)
