"""Numbers for Prometheus: what this process did, and how the store stands when it is asked."""

from collections import Counter as Counting
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from models.settings import Settings
from models.vocabulary import AlarmKind
from storage.database import Database
from storage.health import HealthRepository
from storage.pages import PageRepository
from storage.queue import QueueRepository
from storage.slots import SlotRepository

_SECONDS = (0.1, 1, 5, 30, 60, 300, 900, 1800, 3600, 7200)


class Metrics:
    """The counters of one process."""

    def __init__(self, database: Database) -> None:
        self.registry = CollectorRegistry()
        self._jobs = Counter("kawal_jobs", "Jobs done here.", ("kind", "status"), registry=self.registry)
        self._seconds = Histogram(
            "kawal_job_seconds", "How long they took.", ("kind",), buckets=_SECONDS, registry=self.registry
        )
        self._slots = Counter("kawal_slots", "Slots fired here.", ("schedule",), registry=self.registry)
        self.registry.register(_Store(database))

    def job_ended(self, kind: str, status: str, seconds: float) -> None:
        """Count a job."""
        self._jobs.labels(kind, status).inc()
        self._seconds.labels(kind).observe(seconds)

    def slot_fired(self, schedule: str) -> None:
        """Count a slot."""
        self._slots.labels(schedule).inc()


class _Store(Collector):
    """Read from the database at every scrape, so every process tells the same."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def describe(self) -> Iterable[Metric]:
        """Registering asks nothing of the database."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Jobs by kind and status, pages that wait, workers, the age of every schedule's last slot."""
        with self._database.session() as session:
            queue = QueueRepository(session)
            counts, workers = queue.counts(), queue.workers()
            waiting = PageRepository(session).count_waiting()
            slots = SlotRepository(session).latest()
            standing = Counting(alarm.kind.value for alarm in HealthRepository(session).standing())
        jobs = GaugeMetricFamily("kawal_queue_jobs", "Jobs in the queue.", labels=("kind", "status"))
        for (kind, status), number in counts.items():
            jobs.add_metric((kind, status), number)
        last = GaugeMetricFamily(
            "kawal_slot_due", "The last fired slot, as a Unix time.", labels=("schedule",)
        )
        for slot in slots:
            last.add_metric((slot.schedule,), slot.due.timestamp())
        alarms = GaugeMetricFamily("kawal_source_alarms", "Alarms that stand.", labels=("kind",))
        for kind in AlarmKind:
            alarms.add_metric((kind.value,), standing[kind.value])
        yield alarms
        yield jobs
        yield last
        yield GaugeMetricFamily("kawal_pages_waiting", "Pages that wait to be read.", value=waiting)
        yield GaugeMetricFamily("kawal_workers", "Workers that have not signed off.", value=len(workers))


@contextmanager
def metrics_served(metrics: Metrics, settings: Settings) -> Iterator[int | None]:
    """The port where Prometheus is answered while the block runs; None when the settings name none.

    Raises:
        OSError: the port is taken.
    """
    if settings.metrics_port is None:
        yield None
        return
    server, thread = start_http_server(
        settings.metrics_port, addr=settings.metrics_host, registry=metrics.registry
    )
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
