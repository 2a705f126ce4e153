"""Pages of a list by the place of their last row: opaque to whoever asks, stable while rows are added (游标)."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from typing import Annotated, Any, TypeVar

from fastapi import Query
from fastapi.exceptions import RequestValidationError

T = TypeVar("T")

Cursor = Annotated[
    str, Query(max_length=1000, description="上一页返回的 next，原样传回；不写是第一页", examples=[""])
]


def write_cursor(place: Sequence[Any]) -> str:
    """The values by which a row is ordered, as a text for the address line."""
    text = json.dumps(list(place), ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(text: str, kinds: Sequence[type]) -> tuple[Any, ...]:
    """The values in a cursor, which are of these types; what is no cursor of this list is the client's mistake."""
    try:
        place = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (binascii.Error, ValueError) as exc:
        raise wrong_cursor() from exc
    fits = isinstance(place, list) and len(place) == len(kinds)
    if not fits or not all(type(value) is kind for value, kind in zip(place, kinds, strict=True)):
        raise wrong_cursor()
    if any(type(value) is int and abs(value) >= 2**63 for value in place):
        raise wrong_cursor()
    return tuple(place)


def next_cursor(found: Sequence[T], limit: int, place: Callable[[T], Sequence[Any]]) -> str | None:
    """The cursor of the page after ``limit`` rows; ``found`` has one row more where there is such a page."""
    return write_cursor(place(found[limit - 1])) if len(found) > limit else None


def wrong_cursor() -> RequestValidationError:
    """The same problem as for any other parameter that does not fit."""
    return RequestValidationError([{"type": "string_pattern_mismatch", "loc": ("query", "cursor")}])
