"""The resolver between Scrapy and the network."""

from collections.abc import Sequence

import pytest
from scrapy import Request
from scrapy.exceptions import CannotResolveHostError
from twisted.internet.address import IPv4Address, IPv6Address

from crawler.guard import GuardedResolver, GuardMiddleware
from crawler.refusals import RefusedAddressError


class Zone:
    """A name server that answers each question with the next of its answers, as DNS rebinding does."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self._answers = list(answers)

    def resolveHostName(  # noqa: N802
        self, receiver: "Client", name: str, port: int = 0, types: object = None, semantics: str = "TCP"
    ) -> None:
        receiver.resolutionBegan(None)
        for host in self._answers.pop(0):
            kind = IPv6Address if ":" in host else IPv4Address
            receiver.addressResolved(kind("TCP", host, port))
        receiver.resolutionComplete()


class Reactor:
    def __init__(self, zone: Zone) -> None:
        self.nameResolver: object = zone

    def installNameResolver(self, resolver: object) -> None:  # noqa: N802
        self.nameResolver = resolver


class Client:
    """What Twisted connects to: the addresses it is handed."""

    def __init__(self) -> None:
        self.addresses: list[str] = []
        self.is_complete = False

    def resolutionBegan(self, resolution: object) -> None:  # noqa: N802
        self.addresses.clear()

    def addressResolved(self, address: IPv4Address | IPv6Address) -> None:  # noqa: N802
        self.addresses.append(address.host)

    def resolutionComplete(self) -> None:  # noqa: N802
        self.is_complete = True


def ask(resolver: GuardedResolver, name: str) -> list[str]:
    client = Client()
    resolver.resolveHostName(client, name, 80)  # type: ignore[arg-type]
    assert client.is_complete
    return client.addresses


def guarded(*answers: Sequence[str], allow_private: bool = False) -> GuardedResolver:
    reactor = Reactor(Zone(*answers))
    resolver = GuardedResolver(reactor, allow_private=allow_private)
    resolver.install_on_reactor()
    assert reactor.nameResolver is resolver
    return resolver


def test_public_addresses_are_handed_on() -> None:
    assert ask(guarded(["1.1.1.1", "2606:4700::1111"]), "kabar.example") == ["1.1.1.1", "2606:4700::1111"]


def test_one_private_address_among_public_ones_refuses_the_host() -> None:
    assert ask(guarded(["1.1.1.1", "127.0.0.1"]), "campur.example") == []


def test_a_name_that_turns_private_later_is_refused_later() -> None:
    resolver = guarded(["1.1.1.1"], ["169.254.169.254"], ["1.1.1.1"])
    assert ask(resolver, "berubah.example") == ["1.1.1.1"]
    assert ask(resolver, "berubah.example") == []
    assert ask(resolver, "berubah.example") == ["1.1.1.1"]


def test_private_addresses_are_handed_on_where_they_are_allowed() -> None:
    assert ask(guarded(["127.0.0.1"], allow_private=True), "lokal.example") == ["127.0.0.1"]


def test_a_refused_host_is_told_from_one_that_does_not_exist() -> None:
    ask(guarded(["10.0.0.1"]), "dalam.example")
    middleware = GuardMiddleware(allow_private=False)
    failure = CannotResolveHostError("no results")
    with pytest.raises(RefusedAddressError, match=r"dalam\.example is 10\.0\.0\.1"):
        middleware.process_exception(Request("http://dalam.example/"), failure)
    middleware.process_exception(Request("http://tidak-ada.example/"), failure)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.0.0.1./",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fe80::1%25eth0]/",
        "http://localhost/",
        "http://layanan.internal/",
        "http://user@kabar.example/",
        "http://kabar.example@127.0.0.1/",
        "ftp://kabar.example/",
        "file:///etc/passwd",
        "data:text/html,x",
    ],
)
def test_addresses_that_are_refused_before_any_lookup(url: str) -> None:
    with pytest.raises(RefusedAddressError):
        GuardMiddleware(allow_private=False).process_request(Request(url))


def test_a_plain_address_passes() -> None:
    GuardMiddleware(allow_private=False).process_request(Request("https://kabar.example/berita"))
    GuardMiddleware(allow_private=True).process_request(Request("http://127.0.0.1:8000/"))
