"""What is counted of the language model for Prometheus: calls, seconds, what became of its words (模型计数)."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Histogram


class Counts:
    """Counters of one answerer, in the registry given or in one of its own."""

    def __init__(self, registry: CollectorRegistry | None = None) -> None:
        self.registry = registry or CollectorRegistry()
        self.calls = Counter(
            "mingbai_llm_calls", "Calls of the language model by how they ended", ("task", "outcome"),
            registry=self.registry,
        )  # fmt: skip
        self.seconds = Histogram(
            "mingbai_llm_seconds", "Time per call", ("task",), registry=self.registry,
            buckets=(0.1, 0.25, 0.5, 1.0, 1.5, 2.0, 5.0, 10.0, 30.0),
        )  # fmt: skip
        self.replies = Counter(
            "mingbai_llm_replies", "Replies of the language model by what became of them", ("task", "outcome"),
            registry=self.registry,
        )  # fmt: skip

    def call(self, task: str, outcome: str, seconds: float) -> None:
        """Count one call."""
        self.calls.labels(task, outcome).inc()
        self.seconds.labels(task).observe(seconds)

    def reply(self, task: str, outcome: str) -> None:
        """Count what became of one reply: used, or the reason why not."""
        self.replies.labels(task, outcome).inc()
