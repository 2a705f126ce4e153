"""What the service counts for Prometheus: requests, how long they took, how questions ended."""

from __future__ import annotations

from functools import cache

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from starlette.types import Scope

from service.contract import Answer

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """The counters of one application; each has its own registry, so that two can live in one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "mingbai_requests", "HTTP requests", ("method", "route", "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "mingbai_request_seconds",
            "Time per HTTP request",
            ("route",),
            registry=self.registry,
            buckets=BUCKETS,
        )
        self.answers = Counter(
            "mingbai_answers", "Questions by how they ended", ("status", "reason"), registry=self.registry
        )
        self.steps = Histogram(
            "mingbai_step_seconds",
            "Time per step of an answer",
            ("step",),
            registry=self.registry,
            buckets=BUCKETS,
        )
        # Labels are few, and looked up for every request.
        self._requests, self._seconds = cache(self.requests.labels), cache(self.seconds.labels)
        self._answers, self._steps = cache(self.answers.labels), cache(self.steps.labels)

    def count(self, scope: Scope, status: int, seconds: float) -> None:
        """Count one finished request under its route, not its path: paths are without number."""
        route = getattr(scope.get("route"), "path", "") or "unmatched"
        method = scope["method"] if scope["method"] in ("GET", "HEAD", "POST", "OPTIONS") else "other"
        self._requests(method, route, str(status)).inc()
        self._seconds(route).observe(seconds)

    def count_answer(self, answer: Answer) -> None:
        """Count one answered question and the time of each step that it took."""
        self._answers(answer.status.value, answer.reason or "").inc()
        for step, milliseconds in vars(answer.timings_ms).items():
            if milliseconds:
                self._steps(step).observe(milliseconds / 1000)

    def text(self) -> bytes:
        """Everything counted, in the exposition format."""
        return generate_latest(self.registry)
