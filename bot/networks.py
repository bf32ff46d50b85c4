"""Addresses of clients: whose they are, and from which networks a door is reached."""

from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import TypeAlias

Networks: TypeAlias = tuple[IPv4Network | IPv6Network, ...]

LOOPBACK = "127.0.0.0/8,::1"
_ONE_CLIENT_BITS = 64
"""Source: RFC 6177: a site is given a /64 or more, so that one client has all addresses of it."""


def parse_networks(named: str) -> Networks:
    """Networks separated by commas; none for "".

    Raises:
        ValueError: one of them is no network.
    """
    return tuple(ip_network(each.strip()) for each in named.split(",") if each.strip())


def lies_in(address: str, networks: Networks) -> bool:
    """Whether an address is of one of the networks; what is no address is of none."""
    parsed = _parsed(address)
    return parsed is not None and any(parsed in network for network in networks)


@lru_cache(maxsize=4096)
def one_client(address: str) -> str:
    """The name under which limits count an address: of IPv6 the /64.

    Example: 2001:db8:1:2:3::4 -> 2001:db8:1:2::/64
    """
    parsed = _parsed(address)
    if isinstance(parsed, IPv6Address):
        return str(ip_network((parsed, _ONE_CLIENT_BITS), strict=False))
    return str(parsed) if parsed else address


def _parsed(address: str) -> IPv4Address | IPv6Address | None:
    """The address; an IPv4 address written as IPv6 is the IPv4 address."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return None
    return (parsed.ipv4_mapped or parsed) if isinstance(parsed, IPv6Address) else parsed
