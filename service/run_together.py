"""Names that run into each other: of 「省政协省委办」 the two bodies, not one spelt across both (连写的名称)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from service.model import Body


class Spelt(Protocol):
    """A run of a text that spells a body's name."""

    @property
    def body(self) -> Body:
        """The body."""

    @property
    def start(self) -> int:
        """Where the run begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


T = TypeVar("T", bound=Spelt)


def without_bridges(fits: Sequence[T]) -> list[T]:
    """The runs without those that bridge two others, which together say more of the text.

    「政协省委办」 spells 政协…省委员会办公室 over the end of 省政协 and the whole of 省委办.
    """
    return [fit for fit in fits if not _bridges(fit, fits)]


def _bridges(fit: Spelt, fits: Sequence[Spelt]) -> bool:
    before = [f for f in fits if f.start < fit.start < f.end < fit.end]
    behind = [f for f in fits if fit.start < f.start < fit.end <= f.end]
    return any(
        one.end <= other.start and one.body.key != other.body.key and other.body.key != fit.body.key
        for one in before
        for other in behind
    )
