"""Why nothing came of asking the language model; none of these ever reaches who asked (模型未用)."""

from __future__ import annotations


class ModelError(Exception):
    """Base: ``reason`` is one word for logs and counts, ``detail`` a few characters of what was wrong."""

    def __init__(self, reason: str, detail: str = "") -> None:
        self.reason, self.detail = reason, detail[:60]
        super().__init__(f"{reason}: {self.detail}" if detail else reason)


class Resting(ModelError):
    """The server failed a moment ago and is left alone for a while."""


class Unavailable(ModelError):
    """The server is dead, slow, or does not speak the protocol; ``after`` is when it asks to be tried again, in s."""

    def __init__(self, reason: str, detail: str = "", again: bool = False, after: float = 0.0) -> None:
        self.again, self.after = again, after
        super().__init__(reason, detail)


class Unusable(ModelError):
    """The server answered, and what it said must not be used."""
