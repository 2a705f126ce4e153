"""Facts page by page in a stable order: each page begins after the place of the last row before it (分页)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from ingest.facts import FactStore, row_to_fact
from ingest.filters import FactFilter, conditions
from ingest.model import Fact
from ingest.schema import documents, facts

#: Sorts amounts that are none behind all others.
_BEYOND = 1e30
Place = tuple[Any, ...]


class Order(StrEnum):
    """What facts are sorted by; a minus turns it round (排序)."""

    DOCUMENT = "document"
    YEAR = "year"
    YEAR_DOWN = "-year"
    CODE = "code"
    NAME = "name"
    AMOUNT = "amount"
    AMOUNT_DOWN = "-amount"

    @property
    def down(self) -> bool:
        """Whether the greatest comes first."""
        return self.value.startswith("-")


@dataclass(frozen=True, slots=True)
class FactPage:
    """Facts with the corrections that count, and for each the place that the next page may begin after."""

    facts: tuple[Fact, ...]
    places: tuple[Place, ...]


def page_of_facts(
    store: FactStore, filter: FactFilter, order: Order, after: Place | None, limit: int
) -> FactPage:
    """So many facts that pass a filter; ``after`` is a place of an earlier page. Amounts sort as printed, in 元."""
    keys = _keys(order)
    query = (
        sa.select(facts, *(column.label(f"key{n}") for n, (column, _) in enumerate(keys)))
        .join(documents, documents.c.id == facts.c.document_id)
        .where(*conditions(filter))
        .order_by(*(_turned(expression, order) for _, expression in keys))
        .limit(limit)
    )
    if after is not None:
        place = sa.tuple_(*(_bound(order, n, value) for n, value in enumerate(after)))
        here = sa.tuple_(*(expression for _, expression in keys))
        query = query.where(here < place if order.down else here > place)
    rows = store.database.rows(query)
    places = tuple(tuple(getattr(row, f"key{n}") for n in range(len(keys))) for row in rows)
    return FactPage(tuple(store.amended([row_to_fact(row) for row in rows])), places)


def count_facts(store: FactStore, filter: FactFilter) -> int:
    """How many facts pass a filter."""
    query = (
        sa.select(sa.func.count().label("rows"))
        .select_from(facts.join(documents, documents.c.id == facts.c.document_id))
        .where(*conditions(filter))
    )
    return int(store.database.rows(query)[0].rows)


def kinds_of(order: Order) -> Sequence[type]:
    """Types of the values in a place of this order."""
    kinds: dict[Order, Sequence[type]] = {
        Order.DOCUMENT: (str, int, str, int),
        Order.YEAR: (int, int),
        Order.YEAR_DOWN: (int, int),
    }
    return kinds.get(order, (str, int))


def _keys(order: Order) -> list[tuple[sa.ColumnElement[Any], sa.ColumnElement[Any]]]:
    """What is kept of a row in a place, and what is compared; the last is the fact's id, so that no two are alike."""
    amount = sa.func.coalesce(facts.c.yuan, "")
    columns: dict[str, tuple[sa.ColumnElement[Any], ...]] = {
        "document": (documents.c.entity, documents.c.year, documents.c.file),
        "year": (facts.c.year,),
        "code": (facts.c.code,),
        "name": (facts.c.name,),
        "amount": (amount,),
    }
    name = order.value.lstrip("-")
    kept = columns[name]
    compared = (_number(facts.c.yuan, order),) if name == "amount" else kept
    return [*zip(kept, compared, strict=True), (facts.c.id, facts.c.id)]


def _number(amount: sa.ColumnElement[Any], order: Order) -> sa.ColumnElement[Any]:
    """An amount as the database compares it; where there is none it comes last."""
    beyond = sa.literal(-_BEYOND if order.down else _BEYOND, sa.Float)
    return sa.func.coalesce(sa.cast(amount, sa.Numeric), sa.cast(beyond, sa.Numeric))


def _bound(order: Order, position: int, value: object) -> sa.ColumnElement[Any]:
    if order.value.lstrip("-") == "amount" and position == 0:
        return _number(sa.literal(value or None, sa.String), order)
    return sa.literal(value)


def _turned(expression: sa.ColumnElement[Any], order: Order) -> sa.ColumnElement[Any]:
    return expression.desc() if order.down else expression.asc()


def readable_amount(place: Place) -> bool:
    """Whether the first value of a place is an amount, or empty for none."""
    text = place[0]
    try:
        return text == "" or Decimal(text).is_finite()
    except ArithmeticError:
        return False
