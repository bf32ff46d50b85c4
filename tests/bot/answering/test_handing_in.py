"""Questions about papers, and the words that answer them."""

import pytest

from bot.answering.handing_in import asks_what_to_bring, says_what_to_bring


@pytest.mark.parametrize(
    "question", ["取暖救助要带啥", "办证需要准备哪些东西", "申请要什么手续", "要交哪些材料"]
)
def test_questions_about_papers_are_known(question):
    """As people ask for them."""
    assert asks_what_to_bring(question)


@pytest.mark.parametrize(
    "question", ["课后服务交多少钱", "企业要交什么税", "什么时候交", "新材料奖励多少", "垃圾要交哪些费"]
)
def test_money_and_days_are_no_papers(question):
    """交什么税 and 交哪些费 ask for something to pay."""
    assert not asks_what_to_bring(question)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("申请人应提出申请，并提交身份证、户口簿复印件。", True),
        ("凭购机发票到农机科办理。", True),
        ("提交区政府常务会议研究。", False),
    ],
)
def test_words_that_say_what_to_bring(text, expected):
    """Papers, not whatever is submitted."""
    assert says_what_to_bring(text) is expected
