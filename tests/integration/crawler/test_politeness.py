"""One connection a site, its crawl delay, its Retry-After, and who asks."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from models.vocabulary import Outcome
from tests.integration.crawler.conftest import Newsdesk
from tests.integration.crawler.sites import Reply, Request, Site, article

PATHS = [f"/berita/kabar-{number}" for number in range(4)]


class Watch:
    """How many requests are in hand at once, and when each came."""

    def __init__(self) -> None:
        self.came: list[tuple[str, float]] = []
        self.most = 0
        self._now = 0
        self._lock = threading.Lock()

    def answering(self, reply: Reply) -> Callable[[Request], Reply]:
        def answer(request: Request) -> Reply:
            with self._lock:
                self.came.append((request.path, time.monotonic()))
                self._now += 1
                self.most = max(self.most, self._now)
            time.sleep(0.05)
            with self._lock:
                self._now -= 1
            return reply

        return answer

    def gaps(self) -> list[float]:
        moments = [moment for _, moment in self.came]
        return [later - earlier for earlier, later in pairwise(moments)]


def test_a_site_is_asked_one_at_a_time_no_faster_than_it_wishes(site: Site, newsdesk: Newsdesk) -> None:
    watch = Watch()
    site.answers |= {path: watch.answering(Reply(body=article())) for path in PATHS}
    robots = b"User-agent: *\nCrawl-delay: 0.4\n"
    site.answers["/robots.txt"] = Reply(body=robots, content_type="text/plain")
    site.feed(*PATHS)
    newsdesk.settings = replace(newsdesk.settings, contact="https://kawal.example/")
    newsdesk.declare(base=site.base)
    assert newsdesk.crawl().of(Outcome.PENDING) == set(PATHS)
    assert watch.most == 1
    assert min(watch.gaps()) >= 0.35
    agents = {request.headers["User-Agent"] for request in site.asked}
    assert len(agents) == 1
    assert agents.pop().endswith("(+https://kawal.example/)")


def test_without_a_wish_the_throttle_follows_the_site_and_still_asks_one_at_a_time(
    site: Site, newsdesk: Newsdesk
) -> None:
    watch = Watch()
    site.answers |= {path: watch.answering(Reply(body=article())) for path in PATHS}
    site.feed(*PATHS)
    newsdesk.declare(base=site.base)
    assert newsdesk.crawl().of(Outcome.PENDING) == set(PATHS)
    assert watch.most == 1


def test_a_busy_site_is_left_alone_as_long_as_it_says(site: Site, newsdesk: Newsdesk) -> None:
    watch = Watch()
    busy = watch.answering(Reply(status=429, headers={"Retry-After": "1"}))
    free = watch.answering(Reply(body=article()))

    def busy_first(request: Request) -> Reply:
        return free(request) if PATHS[0] in dict(watch.came) else busy(request)

    site.answers |= {PATHS[0]: busy_first} | dict.fromkeys(PATHS[1:], free)
    site.feed(*PATHS)
    newsdesk.declare(base=site.base)
    assert newsdesk.crawl().of(Outcome.PENDING) == set(PATHS)
    times = [moment for path, moment in watch.came if path == PATHS[0]]
    assert len(times) == 2
    assert times[1] - times[0] >= 0.95
