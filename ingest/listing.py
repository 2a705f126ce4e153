"""Rows of a listing on the screen, as CSV, JSON or an Excel sheet, with every digit that is printed (输出)."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

#: A value of a listing; a Decimal keeps its printed places, None is a blank.
Value = str | int | Decimal | None
#: Excel keeps a number in a binary double, which holds no more digits than these.
_EXCEL_DIGITS = 15
_EXCEL_ROWS = 1_048_576
#: Width of a table that another program reads, which has no screen to be fitted to.
_PIPED_WIDTH = 200
#: Characters that the format of Excel files has no place for.
_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])


class Format(StrEnum):
    """Forms of a listing of documents."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class FactFormat(StrEnum):
    """Forms of a listing of facts."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name for programs, its name for people, its width in Excel.

    ``shown`` says whether it is on the screen, ``whole`` that its values are never broken over lines there.
    """

    field: str
    title: str
    shown: bool = True
    width: int = 12
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Columns, and rows with a value for each of them."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[Value, ...]]


def listing_to_text(listing: Listing, format: str) -> str:
    """The listing as CSV or JSON; all values are strings, so that no reader rounds them."""
    fields = [column.field for column in listing.columns]
    rows = [[text_of(value) for value in row] for row in listing.rows]
    if format == FactFormat.JSON:
        return json.dumps([dict(zip(fields, row, strict=True)) for row in rows], ensure_ascii=False, indent=1)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([fields, *rows])
    return out.getvalue()


def print_listing(listing: Listing, format: str) -> None:
    """The listing on standard output, as a table or as text for another program."""
    if format != FactFormat.TABLE:
        text = listing_to_text(listing, format)
        typer.echo(text, nl=not text.endswith("\n"))
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table()
    shown = [index for index, column in enumerate(listing.columns) if column.shown]
    for index in shown:
        # Figures and ids are never cut: a lost digit is a wrong figure. What is left of the line the names share.
        whole = listing.columns[index].whole
        table.add_column(
            listing.columns[index].title,
            overflow="fold",
            no_wrap=whole,
            min_width=_widest(listing, index) if whole else None,
        )
    for row in listing.rows:
        table.add_row(*(escape(text_of(row[index])) for index in shown))
    console = Console()
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _PIPED_WIDTH
    console.print(table)
    typer.echo(f"共 {len(listing.rows)} 条。")


def _widest(listing: Listing, index: int) -> int:
    from rich.cells import cell_len

    texts = (text_of(row[index]) for row in listing.rows)
    return max(map(cell_len, (listing.columns[index].title, *texts)))


def write_listing(listing: Listing, format: str, path: Path) -> None:
    """The listing as a file; raises ``OSError`` where it cannot be written.

    CSV begins with a byte order mark, without which Excel takes Chinese for another encoding.
    """
    if format == FactFormat.XLSX:
        _write_workbook(listing, path)
        return
    encoding = "utf-8-sig" if format == FactFormat.CSV else "utf-8"
    with path.open("w", encoding=encoding, newline="") as file:
        file.write(listing_to_text(listing, format))


def text_of(value: Value) -> str:
    """A value as it is printed; a blank is empty."""
    return "" if value is None else format(value, "f") if isinstance(value, Decimal) else str(value)


def _write_workbook(listing: Listing, path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    step = _EXCEL_ROWS - 1
    with path.open("wb") as file:  # what cannot be written is known before a sheet is begun
        for start in range(0, max(len(listing.rows), 1), step):
            sheet = book.create_sheet("事实" if not start else f"事实{start // step + 1}")
            for index, column in enumerate(listing.columns, start=1):
                sheet.column_dimensions[get_column_letter(index)].width = column.width
            sheet.freeze_panes = "A2"
            sheet.append([column.title for column in listing.columns])
            for row in listing.rows[start : start + step]:
                sheet.append(list(_cells(sheet, row)))
        book.save(file)


def _cells(sheet: WriteOnlyWorksheet, row: Sequence[Value]) -> Iterator[Cell | None]:
    from openpyxl.cell.cell import WriteOnlyCell

    for value in row:
        if value is None or value == "":
            yield None
        elif isinstance(value, Decimal) and _fits_excel(value):
            cell = WriteOnlyCell(sheet)
            cell.value = value
            cell.number_format = number_format(value)
            yield cell
        elif isinstance(value, int):
            yield WriteOnlyCell(sheet, value=value)
        else:
            cell = WriteOnlyCell(sheet, value=text_of(value).translate(_CONTROL)[:32_767])
            cell.data_type = "s"  # what a document prints is never a formula, not even with = in front
            yield cell


def number_format(value: Decimal) -> str:
    """Excel's format that shows as many places as are printed."""
    places = max(0, -int(value.as_tuple().exponent))
    return "0." + "0" * places if places else "0"


def _fits_excel(value: Decimal) -> bool:
    return len(value.as_tuple().digits) <= _EXCEL_DIGITS and abs(value) < Decimal(10) ** _EXCEL_DIGITS
