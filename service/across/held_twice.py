"""A department and a unit below it are not added up: its accounts hold the unit's already (重复计算)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.entities import entity_key
from ingest.model import Document
from service.model import Body, Declined, Reason
from service.rosters.rosters import Role, rosters_of
from service.text.lexical import Index

#: The passages of documents.
PassagesOf = Callable[[Sequence[Document]], Index]
#: Lists whose units' figures are in the accounts of the body that prints them.
_HELD = (Role.SCOPE, Role.BELOW)


def held_twice(bodies: Sequence[Body], passages_of: PassagesOf) -> Declined | None:
    """Why bodies are not added up where the accounts of one hold another's; None where they are all apart."""
    for whole in bodies:
        others = [body for body in bodies if body is not whole]
        inner = next((body for body in others if body.within == whole.name), None)
        if inner is None and not whole.within and any(d.level != "单位" for d in whole.documents):
            below = _below(whole, passages_of)
            inner = next((body for body in others if body.key in below), None)
        if inner is not None:
            return Declined(
                Reason.NOT_DISCLOSED,
                f"{inner.name}是{whole.name}的所属单位，{whole.name}的数字里已经包含它，相加会重复计算，"
                "所以没有给出合计。可以分别问这几家各是多少。",
            )
    return None


def _below(whole: Body, passages_of: PassagesOf) -> frozenset[str]:
    """Keys of the units that a body's documents list as held in its accounts."""
    rosters = rosters_of(passages_of(whole.documents).chunks)
    named = (name.name for roster in rosters if roster.role in _HELD for name in roster.names)
    return frozenset(entity_key(name) for name in named) - {whole.key}
