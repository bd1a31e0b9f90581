"""Which network addresses may be connected to."""

import pytest

from crawler.addresses import is_literal, is_private_name, is_public

REFUSED = [
    "0.0.0.0",  # noqa: S104
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.127.255.254",
    "127.0.0.1",
    "127.0.0.1.",
    "127.255.255.254",
    "169.254.169.254",
    "169.254.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "192.168.255.255",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::1%lo",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::7f00:1",
    "100::1",
    "2001::1",
    "2001:0:7f00:1::",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:a9fe:a9fe::1",
    "2002:0808:0808::1",
    "2606:4700::5efe:7f00:1",
    "2606:4700:0:0:200:5efe:c0a8:1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd12:3456:789a::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "kabar.example",
    "127.1",
    "0x7f000001",
    "2130706433",
    "",
]
ALLOWED = [
    "1.1.1.1",
    "8.8.8.8",
    "100.63.255.255",
    "100.128.0.1",
    "172.15.255.255",
    "172.32.0.1",
    "192.167.255.255",
    "202.43.164.12",
    "223.255.255.254",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
    "2404:6800:4003::8",
    "2606:4700::6810:1",
]


@pytest.mark.parametrize("address", REFUSED)
def test_special_and_private_addresses_are_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ALLOWED)
def test_public_addresses_are_allowed(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "name", ["localhost", "localhost.", "a.localhost", "printer.local", "x.internal", "r.home.arpa"]
)
def test_names_of_the_own_machine_or_network(name: str) -> None:
    assert is_private_name(name)


def test_names_and_numbers_are_told_apart() -> None:
    assert is_literal("127.0.0.1")
    assert is_literal("fe80::1%eth0")
    assert not is_literal("kabar.example")
    assert not is_private_name("localhost.example.com")
