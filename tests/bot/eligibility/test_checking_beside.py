"""Who may apply, where another article than the one on the sums says it."""

from datetime import date

import pytest

from bot.eligibility import checked, facts_of
from bot.rendering.condition_lines import comparison
from corpus.records import Document, Measure, Section, Validity

DAY = date(2026, 11, 30)
WHO = (
    "第二条 申请安居补贴的，应当同时具备下列条件：\n（一）申请时年龄不超过35周岁；\n"
    "（二）具有本科及以上学历。"
)
SUMS = "第三条 补贴标准：博士每人每月1500元，硕士每人每月1000元。"
LAST = "第四条 本细则由区人社局负责解释。"


def notice(*texts):
    """A document of one article for each text."""
    measures = tuple(
        Measure(f"甲#{text[:3]}", "甲", text[:3], (), text, (Section("", text),), (), Validity())
        for text in texts
    )
    return Document("甲", "安居补贴细则", "甲", "甲", None, Validity(), (), measures)


def missed(document, question):
    """What the second article is said to miss, and of which article that is."""
    checks = checked(document.measures[1], facts_of(question, DAY), document)
    return [(one.said, one.item) for one in checks if one.said]


@pytest.mark.parametrize(
    ("question", "expected"),
    [("我36岁硕士能领多少", [("36岁", "第二条")]), ("我34岁硕士能领多少", []), ("补贴多少", [])],
)
def test_a_limit_of_another_article_that_is_missed_is_told_beside_the_sums(question, expected):
    """What is met there is not said: the sums ask for nothing."""
    assert missed(notice(WHO, SUMS, LAST), question) == expected


@pytest.mark.parametrize(
    "texts",
    [
        (WHO, SUMS, "第四条 奖励标准：每人5万元。"),
        (WHO, SUMS, WHO.replace("第二条", "第四条")),
        (WHO, "第三条 新建仓库的，每平方米补贴20元。", LAST),
    ],
)
def test_where_it_may_be_the_limit_of_something_else_it_is_not_told(texts):
    """Two articles on sums, two on who may apply, none on sums."""
    assert missed(notice(*texts), "我36岁硕士能领多少") == []


def test_the_article_is_named():
    checks = checked(notice(WHO, SUMS).measures[1], facts_of("我36岁能领多少", DAY), notice(WHO, SUMS))
    lines = ["".join(span.text for span in line) for line in comparison(checks)]
    assert any("36岁；这一条件写在同一份文件的第二条" in line for line in lines)
