"""The bodies that are loaded, with what is looked up among all of them at every question (名册)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from service.figures.once import Once
from service.model import Body


class Roll(Once, tuple[Body, ...]):
    """Bodies in their order. What is made of their names goes by their places, whichever documents are meant."""

    @property
    def loaded(self) -> tuple[Body, ...]:
        """The bodies that are loaded, without those that one question added."""
        return self[: self.__dict__.get("first", len(self))]

    @property
    def added(self) -> tuple[Body, ...]:
        """Those that one question added."""
        return self[self.__dict__.get("first", len(self)) :]

    def joined(self, more: Sequence[Body]) -> Roll:
        """The same bodies, and behind them some that only one question names; what is kept is of the first."""
        made: Roll = Roll((*self, *more))
        made.__dict__.update(self.__dict__, first=len(self))
        return made

    def narrowed(self, changed: Mapping[int, Body]) -> Roll:
        """The same bodies, some by their places with fewer documents; their names and keys are the same."""
        if not changed:
            return self
        made: Roll = Roll(changed.get(place, body) for place, body in enumerate(self))
        made.__dict__.update(self.__dict__)
        return made
