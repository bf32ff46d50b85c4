"""Whether a question asks where to complain."""

import pytest

from bot.answering.wording.complaining import asks_to_complain, hears_complaints
from tests.bot.fakes import measure


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


@pytest.mark.parametrize(
    ("text", "hears"),
    [
        ("举报电话：县林业局5550101（白天）、5550102（夜间）。", True),
        ("投诉电话5550101", True),
        ("接到投诉后电话告知，5日内答复。", False),
    ],
)
def test_a_phone_for_complaints_may_stand_behind_the_name_of_its_body(text, hears):
    assert hears_complaints(measure("三", (("", text),))) is hears
