"""Whether a question asks where to complain."""

import pytest

from bot.answering.wording.complaining import asks_to_complain


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("强卖头盔往哪告", True),
        ("举报黑作坊打哪个电话", True),
        ("举报黑作坊奖多少", False),
        ("看见偷排污水的，举报给钱不", False),
        ("有没有奖励，举报私宰的", False),
        ("罚了多少钱，我要举报", True),
    ],
)
def test_what_is_given_for_a_report_is_no_complaint(question, asks):
    """Whoever asks for the reward is told the reward."""
    assert asks_to_complain(question) is asks
