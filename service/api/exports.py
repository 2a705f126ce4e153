"""Whole lists as files: CSV and JSON piece by piece, a workbook from disk; for keys that may export (导出)."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response, StreamingResponse

from ingest.listing import Column, Listing, Value, listing_to_text, write_listing
from service.errors import TooMany

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


def export(
    name: str, form: Form, columns: tuple[Column, ...], rows: Callable[[], Rows], count: int
) -> Response:
    """The list as a file; raises ``TooMany`` where a workbook would not hold it."""
    if form is Form.XLSX:
        return workbook(name, columns, rows(), count)
    pieces = csv_pieces(columns, rows()) if form is Form.CSV else json_pieces(columns, rows())
    kind = "text/csv; charset=utf-8" if form is Form.CSV else "application/json"
    return StreamingResponse(pieces, headers=attached(name, form), media_type=kind)


def csv_pieces(columns: tuple[Column, ...], rows: Rows) -> Iterator[str]:
    """CSV with a heading; a text that a spreadsheet would run is made a text."""
    yield _MARK + listing_to_text(Listing(columns, []), "csv")
    for batch in batches(rows):
        text = listing_to_text(Listing(columns, [tuple(map(harmless, row)) for row in batch]), "csv")
        yield text.split("\n", 1)[1]


def json_pieces(columns: tuple[Column, ...], rows: Rows) -> Iterator[str]:
    """An array of objects."""
    yield "["
    between = ""
    for batch in batches(rows):
        yield between + listing_to_text(Listing(columns, batch), "json").strip()[1:-1].strip()
        between = ",\n"
    yield "]\n"


def workbook(name: str, columns: tuple[Column, ...], rows: Rows, count: int) -> Response:
    """An Excel file, made on disk and deleted once it is sent."""
    if count > MOST_IN_WORKBOOK:
        raise TooMany(f"共 {count} 条，超过一个工作簿的 {MOST_IN_WORKBOOK} 条；请加筛选条件，或用 CSV 导出。")
    handle, path = tempfile.mkstemp(suffix=".xlsx")
    os.close(handle)
    write_listing(Listing(columns, list(rows)), "xlsx", Path(path))
    gone = BackgroundTask(Path(path).unlink, missing_ok=True)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return FileResponse(path, headers=attached(name, Form.XLSX), media_type=kind, background=gone)


def batches(rows: Rows, size: int = 500) -> Iterator[list[tuple[Value, ...]]]:
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
