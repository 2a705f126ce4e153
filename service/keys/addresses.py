"""Where a request comes from, so that limits count people and not proxies (来访地址)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from starlette.datastructures import Headers
from starlette.types import Scope

Networks = Sequence[IPv4Network | IPv6Network]
#: Whoever has one IPv6 address has all of its network: they are counted as one.
_V6_PREFIX = 64
_FORWARDING = frozenset(("x-forwarded-for", "forwarded", "x-real-ip", "via"))


def read_networks(settings: Sequence[str]) -> Networks:
    """Addresses and networks as the settings name them."""
    return [ip_network(text, strict=False) for text in settings]


def address_of(scope: Scope, trusted: Networks) -> tuple[str, bool]:
    """The address to count a request under, and whether a program of this machine calls directly.

    X-Forwarded-For is read from its end, past the proxies that are trusted: what stands before the first other
    address was written by whoever wished to.
    """
    peer = (scope.get("client") or ("", 0))[0]
    headers = Headers(scope=scope)
    hops = [hop.strip() for line in headers.getlist("x-forwarded-for") for hop in line.split(",")]
    found = peer
    while _among(found, trusted) and hops:
        found = hops.pop()
    direct = _FORWARDING.isdisjoint(headers.keys())
    parsed = _parsed(found)
    return _counted(found, parsed), direct and parsed is not None and parsed.is_loopback


@lru_cache(maxsize=4096)
def _parsed(text: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return found.ipv4_mapped or found if isinstance(found, IPv6Address) else found


def _among(text: str, networks: Networks) -> bool:
    parsed = _parsed(text)
    return parsed is not None and any(
        parsed.version == network.version and parsed in network for network in networks
    )


@lru_cache(maxsize=4096)
def _counted(text: str, parsed: IPv4Address | IPv6Address | None) -> str:
    if isinstance(parsed, IPv6Address):
        return str(ip_network((parsed, _V6_PREFIX), strict=False))
    return str(parsed) if parsed else text[:64]
