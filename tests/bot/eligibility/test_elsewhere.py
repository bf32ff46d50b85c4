"""Whether a question tells of another place than the one whose rule a text is."""

import pytest

from bot.eligibility.leaving_open.elsewhere import is_elsewhere

HERE = "在本区企业就业满1年的"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("在张店的厂里干了两年，能申请吗", True),
        ("在周村的厂里干了两年，能申请吗", False),
        ("干了两年，能申请吗", False),
        ("淄博周村的厂里干了两年", False),
    ],
)
def test_what_is_asked_for_in_the_own_place_is_open_where_another_is_named(question, expected):
    """Its city and itself are no other place."""
    assert is_elsewhere(HERE, question, "周村") is expected


def test_a_text_that_asks_for_no_place_takes_any():
    """And so does one of which it is not known whose it is."""
    assert not is_elsewhere("就业满1年的", "在张店的厂里干了两年", "周村")
    assert not is_elsewhere(HERE, "在张店的厂里干了两年", "")
