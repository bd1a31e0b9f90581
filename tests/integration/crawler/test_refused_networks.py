"""Loopback and private networks are refused at connection time, whatever the address looks like."""

from dataclasses import replace

from models.vocabulary import Outcome
from tests.integration.crawler.conftest import Newsdesk
from tests.integration.crawler.sites import Site

NOTATIONS = {
    "biasa": "127.0.0.1",
    "nama": "localhost",
    "titik": "localhost.",
    "pendek": "127.1",
    "desimal": "2130706433",
    "oktal": "0177.0.0.1",
    "oktalpenuh": "017700000001",
    "heksa": "0x7f.0.0.1",
    "heksapenuh": "0x7f000001",
    "nol": "0.0.0.0",  # noqa: S104
    "enam": "[::1]",
    "terpetakan": "[::ffff:127.0.0.1]",
    "terpetakanheksa": "[::ffff:7f00:1]",
    "jala": "127.255.255.254",
}


def test_every_notation_of_loopback_is_refused(site: Site, newsdesk: Newsdesk) -> None:
    newsdesk.settings = replace(newsdesk.settings, allow_private_networks=False)
    for name, host in NOTATIONS.items():
        newsdesk.declare(name, base=f"http://{host}:{site.port}")
    crawled = newsdesk.crawl()
    assert set(crawled.report.outcomes) == set(NOTATIONS)
    ends = {name: set(outcomes) for name, outcomes in crawled.report.outcomes.items()}
    assert ends == {name: {Outcome.REFUSED_ADDRESS} for name in NOTATIONS}
    assert site.asked == []
