"""Whose an address is, and from where a door is reached."""

import pytest

from bot.networks import LOOPBACK, lies_in, one_client, parse_networks


def test_a_64_of_ipv6_is_one_client():
    """Its addresses share a name; the next /64, and each IPv4 address, has its own."""
    assert one_client("2001:db8:1:2:3::4") == one_client("2001:db8:1:2::9") == "2001:db8:1:2::/64"
    assert one_client("2001:db8:1:3::4") != one_client("2001:db8:1:2::9")
    assert one_client("::ffff:10.0.0.1") == one_client("10.0.0.1") == "10.0.0.1"


@pytest.mark.parametrize(
    ("address", "inside"),
    [("127.0.0.1", True), ("::1", True), ("::ffff:127.0.0.1", True), ("10.0.0.1", False), ("nobody", False)],
)
def test_loopback_is_this_machine(address, inside):
    """What is no address lies nowhere."""
    assert lies_in(address, parse_networks(LOOPBACK)) is inside
