"""Which network addresses a crawler may connect to.

Only global unicast is allowed. An IPv6 address that carries an IPv4 address
inside (mapped, compatible, 6to4, Teredo, NAT64, ISATAP) is judged by that one
too. Ranges follow the IANA special-purpose address registries (RFC 6890 and
its updates).
"""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

_REFUSED_V4 = tuple(
    ip_network(block)
    for block in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
_GLOBAL_V6 = IPv6Network("2000::/3")
_REFUSED_V6 = tuple(
    ip_network(block)
    for block in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20")
)
_PRIVATE_TOP_NAMES = frozenset({"localhost", "local", "internal", "lan", "onion", "alt"})
_NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)


def is_literal(host: str) -> bool:
    """Whether a host is an IP address rather than a name; a final dot or a zone changes nothing."""
    return _parsed(host) is not None


def is_private_name(host: str) -> bool:
    """Whether a name is reserved for the own machine or network (RFC 6761, 6762, 8375, 9476)."""
    name = host.lower().rstrip(".")
    return name.rsplit(".", 1)[-1] in _PRIVATE_TOP_NAMES or name.endswith(".home.arpa")


def is_public(address: str) -> bool:
    """Whether an IP address may be connected to; what is no IP address may not."""
    parsed = _parsed(address)
    if parsed is None:
        return False
    if isinstance(parsed, IPv4Address):
        return _is_public_v4(parsed)
    return _is_public_v6(parsed)


def _parsed(address: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(address.split("%", 1)[0].rstrip("."))
    except ValueError:
        return None


def _is_public_v4(address: IPv4Address) -> bool:
    return not any(address in block for block in _REFUSED_V4)


def _is_public_v6(address: IPv6Address) -> bool:
    """Mapped and NAT64 addresses are as public as what they carry; other carriers are refused outright."""
    carried = list(_carried(address))
    if not all(_is_public_v4(inner) for inner in carried):
        return False
    if address.ipv4_mapped is not None or address in _NAT64:
        return True
    return address in _GLOBAL_V6 and not any(address in block for block in _REFUSED_V6)


def _carried(address: IPv6Address) -> Iterator[IPv4Address]:
    low = int(address) & 0xFFFFFFFF
    if address.ipv4_mapped is not None:
        yield address.ipv4_mapped
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo
    if address in _NAT64 or int(address) >> 32 == 0:
        yield IPv4Address(low)
    if (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
        yield IPv4Address(low)
