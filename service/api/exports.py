"""Whole lists as files: CSV and JSON piece by piece, a workbook from disk; for keys that may export (导出)."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from pydantic import BaseModel
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response, StreamingResponse

from ingest.listing import Column, Listing, Value, listing_to_text, write_listing
from service.errors import TooMany

T = TypeVar("T")

#: Rows of a workbook, which is made whole before it is sent.
MOST_IN_WORKBOOK = 100_000
_MARK = "\ufeff"  # without it Excel takes Chinese for another encoding
#: What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: What a route that also gives files says of itself.
RESPONSES: dict[int | str, dict[str, object]] = {
    200: {
        "content": {
            "text/csv": {"schema": {"type": "string"}},
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                "schema": {"type": "string", "format": "binary"}
            },
        }
    }
}


class Form(StrEnum):
    """How a list is given: a page of JSON, or the whole as a file."""

    PAGE = "page"
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"


Rows = Iterator[tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole list, to be given as a file: rows for tables, items for JSON; ``rest`` are JSON's other fields."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[], Rows]
    items: Callable[[], Iterator[BaseModel]]
    count: int
    rest: Mapping[str, int | None]


def export(whole: Whole, form: Form) -> Response:
    """The list as a file; raises ``TooMany`` where a workbook would not hold it."""
    if form is Form.XLSX:
        return workbook(whole)
    pieces = csv_pieces(whole) if form is Form.CSV else json_pieces(whole)
    kind = "text/csv; charset=utf-8" if form is Form.CSV else "application/json"
    return StreamingResponse(pieces, headers=attached(whole.name, form), media_type=kind)


def csv_pieces(whole: Whole) -> Iterator[str]:
    """CSV with a heading; a text that a spreadsheet would run is made a text."""
    yield _MARK + listing_to_text(Listing(whole.columns, []), "csv")
    for batch in batches(whole.rows()):
        text = listing_to_text(Listing(whole.columns, [tuple(map(harmless, row)) for row in batch]), "csv")
        yield text.split("\n", 1)[1]


def json_pieces(whole: Whole) -> Iterator[str]:
    """The object of a page that holds everything."""
    yield '{"items":['
    between = ""
    for batch in batches(whole.items()):
        yield between + ",\n".join(item.model_dump_json() for item in batch)
        between = ",\n"
    yield (
        "]" + "".join(f",{json.dumps(name)}:{json.dumps(value)}" for name, value in whole.rest.items()) + "}"
    )


def workbook(whole: Whole) -> Response:
    """An Excel file, made on disk and deleted once it is sent."""
    if whole.count > MOST_IN_WORKBOOK:
        raise TooMany(
            f"共 {whole.count} 条，超过一个工作簿的 {MOST_IN_WORKBOOK} 条；请加筛选条件，或用 CSV 导出。"
        )
    handle, path = tempfile.mkstemp(suffix=".xlsx")
    os.close(handle)
    write_listing(Listing(whole.columns, list(whole.rows())), "xlsx", Path(path))
    gone = BackgroundTask(Path(path).unlink, missing_ok=True)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return FileResponse(path, headers=attached(whole.name, Form.XLSX), media_type=kind, background=gone)


def batches(rows: Iterator[T], size: int = 500) -> Iterator[list[T]]:
    """The rows in lists of so many."""
    for first in rows:
        yield [first, *islice(rows, size - 1)]


def harmless(value: Value) -> Value:
    """A value that no spreadsheet takes for a formula; numbers are left as they are."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def attached(name: str, form: Form) -> dict[str, str]:
    """Headers of a file to be saved."""
    file = quote(f"明白账-{name}-{datetime.now(UTC):%Y%m%d}.{form.value}")
    ascii_name = f"mingbai.{form.value}"
    return {
        "content-disposition": f"attachment; filename=\"{ascii_name}\"; filename*=utf-8''{file}",
        "cache-control": "no-store",
    }
