"""The bodies that are loaded, with what is looked up among all of them at every question (名册)."""

from __future__ import annotations

from collections.abc import Mapping

from service.model import Body
from service.once import Once


class Roll(Once, tuple[Body, ...]):
    """Bodies in their order. What is made of their names goes by their places, whichever documents are meant."""

    def narrowed(self, changed: Mapping[int, Body]) -> Roll:
        """The same bodies, some by their places with fewer documents; their names and keys are the same."""
        if not changed:
            return self
        made: Roll = Roll(changed.get(place, body) for place, body in enumerate(self))
        made.__dict__.update(self.__dict__)
        return made
