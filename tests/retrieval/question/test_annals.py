"""What appointments and chronicles answer."""

import pytest

from retrieval.question.annals import asks_for_annals


@pytest.mark.parametrize(
    "question",
    [
        "区审计局现在谁当局长",
        "原来的卫健局一把手调到哪去了",
        "6月18号市里开了什么会",
        "六月份市领导去企业调研了几次",
        "哪天签约的新能源项目",
        "那一天县政府都做了什么",
        "谁的副主任职务被免了",
    ],
)
def test_people_posts_and_events(question):
    """Each names a post, a change of post or something that happened."""
    assert asks_for_annals(question)


@pytest.mark.parametrize(
    "question",
    [
        "村卫生室改造几个",
        "汽车报废补贴多少",
        "工伤认定几天出结果",
        "市长质量奖给多少钱",
        "评为先进企业有奖吗",
    ],
)
def test_rules_and_money(question):
    """A prize that bears the name of a post is no post."""
    assert not asks_for_annals(question)
