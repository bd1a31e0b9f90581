"""Scrapy's settings for this project: polite, bounded, nothing open that need not be."""

from importlib.metadata import version


def user_agent(contact: str | None) -> str:
    """Who asks, in which version, and how to reach the operator (``KAWAL_CONTACT``)."""
    reach = f"+{contact}" if contact else "no contact set"
    return f"KawalKasus/{version('kawal-kasus')} ({reach})"


BOT_NAME = "kawal-kasus"
SPIDER_MODULES = ["crawler.spiders"]
USER_AGENT = user_agent(None)
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
    "Accept-Language": "id,en;q=0.5",
}

TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
TWISTED_DNS_RESOLVER = "crawler.guard.GuardedResolver"
ALLOW_PRIVATE_NETWORKS = False

# Requests taken from the scheduler are finished even when a crawl is stopped, so few are taken ahead.
CONCURRENT_REQUESTS = 2
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 5.0
DOWNLOAD_DELAY_JITTER = 0.0
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0
AUTOTHROTTLE_MAX_DELAY = 60.0

DOWNLOAD_MAXSIZE = 10 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_TIMEOUT = 30
DOWNLOAD_VERIFY_CERTIFICATES = True
DNS_TIMEOUT = 20
RETRY_TIMES = 2
RETRY_GIVE_UP_LOG_LEVEL = "INFO"

# Redirects are followed by the spider: every hop is a request of its own that passes all checks.
REDIRECT_ENABLED = False
METAREFRESH_ENABLED = False
HTTPERROR_ALLOW_ALL = True
COOKIES_ENABLED = False
REFERER_ENABLED = False
HTTPPROXY_ENABLED = False
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
URLLENGTH_LIMIT = 0
LOG_LEVEL = "INFO"

DOWNLOAD_HANDLERS = {"data": None, "file": None, "ftp": None, "s3": None}
EXTENSIONS = {
    "scrapy.extensions.throttle.AutoThrottle": None,
    "scrapy.extensions.feedexport.FeedExporter": None,
    "crawler.throttle.PoliteThrottle": 0,
}
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "crawler.robots.RobotsMiddleware": 100,
    "crawler.middlewares.PatientRetryMiddleware": 550,
    "crawler.middlewares.BoundedCompressionMiddleware": 590,
    "crawler.middlewares.LineSizeMiddleware": 595,
    "crawler.guard.GuardMiddleware": 900,
}
ITEM_PIPELINES = {"crawler.pipelines.LedgerPipeline": 300}
