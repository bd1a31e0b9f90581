"""Loopback and private networks are refused at connection time, whatever the address looks like."""

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from models.vocabulary import Outcome
from tests.integration.crawler.conftest import Newsdesk
from tests.integration.crawler.sites import Reply, Site, article, redirect

PUBLIC = "1.1.1.1"
LITERALS = (
    "127.0.0.1",
    "localhost",
    "localhost.",
    "sub.localhost",
    "127.1",
    "127.0.1",
    "2130706433",
    "0177.0.0.1",
    "0177.0.0.01",
    "017700000001",
    "0x7f.0.0.1",
    "0x7f.1",
    "0x7f000001",
    "0.0.0.0",  # noqa: S104
    "0",
    "127.255.255.254",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "2852039166",
    "0xa9fea9fe",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "[::1]",
    "[::]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[2002:7f00:1::1]",
    "[64:ff9b::7f00:1]",
    "[2001:0:7f00:1::1]",
    "[fe80::1]",
    "[fd00::1]",
    "[ff02::1]",
)
RESOLVED: dict[str, Sequence[str]] = {
    "loopback": ["127.0.0.1"],
    "tersembunyi": [PUBLIC, "127.0.0.1"],
    "metadata": ["169.254.169.254"],
    "pribadi": ["10.1.2.3"],
    "rumahan": ["192.168.0.10"],
    "enam": ["::1"],
    "terpetakan": ["::ffff:127.0.0.1"],
    "enamempat": ["2002:7f00:1::"],
    "natenamempat": ["64:ff9b::7f00:1"],
    "setempat": ["fe80::1"],
    "unik": ["fc00::1"],
}


@pytest.fixture
def guarded(newsdesk: Newsdesk) -> Newsdesk:
    newsdesk.settings = replace(newsdesk.settings, allow_private_networks=False)
    return newsdesk


def stub(
    monkeypatch: pytest.MonkeyPatch, folder: Path, site: Site, names: dict[str, list[Sequence[str]]]
) -> None:
    """Crawls of this test ask our resolver; the public address leads to the test's site."""
    folder.mkdir()
    shutil.copy(Path(__file__).with_name("resolver_stub.py"), folder / "sitecustomize.py")
    (folder / "zone.json").write_text(json.dumps({"names": names, "routes": {PUBLIC: site.port}}), "utf-8")
    monkeypatch.setenv("PYTHONPATH", f"{folder}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")


def test_every_address_and_trick_is_refused(
    site: Site, guarded: Newsdesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    names: dict[str, list[Sequence[str]]] = {f"{name}.test": [found] for name, found in RESOLVED.items()}
    stub(monkeypatch, tmp_path / "stub", site, names)
    hosts = dict(zip((f"harfiah{n}" for n in range(len(LITERALS))), LITERALS, strict=True))
    hosts |= {name: f"{name}.test" for name in RESOLVED}
    assert len(hosts) >= 40
    for name, host in hosts.items():
        guarded.declare(name, base=f"http://{host}:{site.port}")
    crawled = guarded.crawl()
    ends = {hosts[name]: set(outcomes) for name, outcomes in crawled.report.outcomes.items()}
    assert ends == {host: {Outcome.REFUSED_ADDRESS} for host in hosts.values()}
    assert site.asked == []


def test_redirects_and_rebinding_lead_nowhere(
    site: Site, guarded: Newsdesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An outlet at a public address whose redirects, subdomains and, later, own name lead inside."""
    names: dict[str, list[Sequence[str]]] = {
        "papan.test": [[PUBLIC]],
        "dalam.papan.test": [["127.0.0.1"]],
        "awan.papan.test": [["169.254.169.254"]],
        "berubah.test": [[PUBLIC], ["127.0.0.1"]],
    }
    stub(monkeypatch, tmp_path / "stub", site, names)
    inside = {
        "/berita/1": f"http://127.0.0.1:{site.port}/rahasia",
        "/berita/2": "http://169.254.169.254/latest/meta-data/",
        "/berita/3": f"http://dalam.papan.test:{site.port}/berita/rahasia",
        "/berita/4": "http://awan.papan.test/berita/rahasia",
        "/berita/5": f"http://[::ffff:127.0.0.1]:{site.port}/berita/rahasia",
        "/berita/6": f"http://papan.test@127.0.0.1:{site.port}/berita/rahasia",
        "/berita/7": "file:///etc/passwd",
    }
    site.answers |= {path: redirect(target) for path, target in inside.items()}
    site.answers |= {"/berita/baik": Reply(body=article()), "/berita/rahasia": Reply(body=article())}
    paths = [*inside, "/berita/baik"]
    items = "".join(f"<item><link>http://papan.test{path}</link></item>" for path in paths)
    closing = {"Connection": "close"}
    site.answers["/feed"] = Reply(body=f"<rss><channel>{items}</channel></rss>".encode(), headers=closing)
    site.answers["/robots.txt"] = Reply(status=404, headers=closing)
    for name in ("papan", "berubah"):
        guarded.declare(name, base="")
        file = guarded.folder / f"{name}.toml"
        file.write_text(file.read_text().replace("https://", "http://"), "utf-8")
    run_id = guarded.start_run()
    guarded.crawl(run_id=run_id, base_addresses={})
    ends = {row.url: row.outcome for row in guarded.outcome_rows(run_id)}
    refused = {url for url, outcome in ends.items() if outcome is Outcome.REFUSED_ADDRESS}
    assert {f"http://papan.test{path}" for path in inside} - refused == {
        "http://papan.test/berita/3",
        "http://papan.test/berita/4",
    }
    # These two moved within the outlet's domain; the hop itself is refused, before its robots.txt.
    assert {url for url in refused if url.endswith("/robots.txt") and "papan" in url} == {
        f"http://dalam.papan.test:{site.port}/robots.txt",
        "http://awan.papan.test/robots.txt",
    }
    assert ends["http://papan.test/berita/baik"] is Outcome.PENDING
    # The name that was public for robots.txt is refused as soon as it turns.
    assert ends["http://berubah.test/robots.txt"] is Outcome.HTTP_ERROR
    assert ends["http://berubah.test/feed"] is Outcome.REFUSED_ADDRESS
    assert not any("rahasia" in path for path in site.paths())
