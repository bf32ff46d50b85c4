"""Lists of papers, and which of them the asker has."""

import pytest

from bot.eligibility.papers import paper_lists, papers_told

SCHOOL = "随迁子女报名，须提供父母一方的居住证和在本区的务工证明或者营业执照。"
STALL = "经营熟食的，还须持有食品经营备案卡和有效期内的健康证。"


def test_a_list_of_papers_is_read_with_its_alternatives():
    (papers,) = paper_lists(SCHOOL)
    assert papers.groups == (("居住证",), ("务工证明", "营业执照"))


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        (SCHOOL, "居住证有了，执照也办了", [True]),
        (SCHOOL, "有务工证明，居住证还没下来", [False]),
        (SCHOOL, "有居住证", []),
        (SCHOOL, "有居住证，没有务工证明", []),
        (STALL, "健康证有，备案卡还没办", [False]),
        (STALL, "健康证备案卡我都有", [True]),
        (STALL, "我哥有健康证和备案卡", []),
    ],
)
def test_one_of_each_is_needed_and_one_group_missing_is_enough_to_fail(text, question, expected):
    """What is not spoken of stays open."""
    assert [one.has_all for one in papers_told(text, question)] == expected
