"""Connections go to public addresses only, checked after DNS and at every hop.

Twisted connects to what the reactor's resolver hands it and resolves nothing
again, also for literal addresses in whatever notation; so the resolver is the
one place where an address can be refused for good.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.exceptions import CannotResolveHostError
from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.interfaces import IHostnameResolver, IHostResolution, IResolutionReceiver
from zope.interface import implementer  # type: ignore[import-untyped]

from crawler.addresses import is_literal, is_private_name, is_public
from crawler.refusals import RefusedAddressError
from crawler.urls import is_web_address

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_REFUSED_HOSTS: dict[str, str] = {}
"""Hosts refused in this process and the address that gave the reason; one reactor, one resolver."""


@implementer(IHostnameResolver)
class GuardedResolver:
    """A resolver that hands out public addresses only; one private address refuses the whole host."""

    def __init__(self, reactor: Any, *, allow_private: bool) -> None:
        self._reactor = reactor
        self._inner: Any = reactor.nameResolver
        self._allow_private = allow_private

    @classmethod
    def from_crawler(cls, crawler: "Crawler", reactor: Any) -> Self:
        """Wrap the reactor's resolver; Scrapy calls this with its process as ``crawler``."""
        return cls(reactor, allow_private=crawler.settings.getbool("ALLOW_PRIVATE_NETWORKS"))

    def install_on_reactor(self) -> None:
        """Take the place of the reactor's resolver."""
        self._reactor.installNameResolver(self)

    def resolveHostName(  # noqa: N802
        self,
        resolutionReceiver: IResolutionReceiver,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type] | None = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> IHostResolution:
        """Resolve a name and pass its addresses on when all of them are public."""
        receiver: Any = resolutionReceiver
        if not self._allow_private:
            receiver = _Sieve(resolutionReceiver, hostName)
        resolved: IHostResolution = self._inner.resolveHostName(
            receiver, hostName, portNumber, addressTypes, transportSemantics
        )
        return resolved


@implementer(IResolutionReceiver)
class _Sieve:
    """Holds addresses back until all are known; gives none when one is not public."""

    def __init__(self, receiver: IResolutionReceiver, host: str) -> None:
        self._receiver: Any = receiver
        self._host = host
        self._addresses: list[IPv4Address | IPv6Address] = []

    def resolutionBegan(self, resolution: IHostResolution) -> None:  # noqa: N802
        """Pass on that it began."""
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: IPv4Address | IPv6Address) -> None:  # noqa: N802
        """Keep an address for judgement."""
        self._addresses.append(address)

    def resolutionComplete(self) -> None:  # noqa: N802
        """Judge all addresses together."""
        refused = [address.host for address in self._addresses if not is_public(address.host)]
        _REFUSED_HOSTS.pop(self._host, None)
        if refused:
            _REFUSED_HOSTS[self._host] = refused[0]
        else:
            for address in self._addresses:
                self._receiver.addressResolved(address)
        self._receiver.resolutionComplete()


class GuardMiddleware:
    """Refuses what is no plain web address, and names the resolver's refusals."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Read whether private networks are allowed."""
        return cls(allow_private=crawler.settings.getbool("ALLOW_PRIVATE_NETWORKS"))

    def process_request(self, request: Request) -> None:
        """Refuse other schemes, user names in addresses and literal addresses that are not public.

        Raises:
            RefusedAddressError: always for such addresses.
        """
        if not is_web_address(request.url):
            raise RefusedAddressError(f"no plain web address: {request.url[:120]}")
        host = _host(request.url)
        if self._allow_private:
            return
        if is_private_name(host) or (is_literal(host) and not is_public(host)):
            raise RefusedAddressError(f"{host} is no public address")

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Tell a refused host from one that does not exist.

        Raises:
            RefusedAddressError: the resolver refused the host.
        """
        host = _host(request.url)
        if isinstance(exception, CannotResolveHostError) and host in _REFUSED_HOSTS:
            raise RefusedAddressError(f"{host} is {_REFUSED_HOSTS[host]}") from exception


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").lower()
