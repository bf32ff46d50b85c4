"""How much of a turn's words a measure holds."""

from bot.conversation.nearness import coverage


def test_capital_letters_do_not_differ_from_small_ones():
    """People type ipv6 and etc."""
    assert coverage(["ipv6"], "推进IPv6改造") == 1
