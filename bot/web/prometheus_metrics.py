"""Counters and times for Prometheus. The one importer of prometheus_client."""

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10)


class Metrics:
    """What one server counted; never texts, addresses of people or keys."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "wenzheng_http_requests",
            "Requests by route and status",
            ("route", "status"),
            registry=self._registry,
        )
        self._answers = Counter("wenzheng_answers", "Answers by status", ("status",), registry=self._registry)
        self._seconds = Histogram(
            "wenzheng_answer_seconds",
            "Time to an answer, waiting included",
            buckets=_SECONDS,
            registry=self._registry,
        )

    def answered(self, status: str, seconds: float) -> None:
        """Counts an answer."""
        self._answers.labels(status).inc()
        self._seconds.observe(seconds)

    def requested(self, route: str, status: int) -> None:
        """Counts a request by the form of its address, not the address."""
        self._requests.labels(route, str(status)).inc()

    def text(self) -> bytes:
        """Everything in Prometheus' text format."""
        return generate_latest(self._registry)
