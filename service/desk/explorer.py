"""All figures with filters, and what they give as a file (数字浏览与导出)."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from ingest.exports import facts_to_listing
from ingest.filters import FactFilter, documents_of, named_documents
from ingest.listing import FactFormat, write_listing
from ingest.model import Document, Fund, Origin, Stage
from service.desk.counter import Counter, page_number
from service.desk.staff import DeskError, Staff

E = TypeVar("E", Stage, Fund, Origin)

_SHOWN = 100
_FIELDS = ("entity", "year", "subject", "statement", "stage", "fund", "document", "origin")
_ORIGINS = ((Origin.CELL.value, "表格"), (Origin.SENTENCE.value, "正文"), (Origin.DECLARATION.value, "声明"))
_TYPES = {
    FactFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FactFormat.CSV: "text/csv; charset=utf-8",
    FactFormat.JSON: "application/json",
}
#: More than this many facts in one file are not what a person looks through.
_MOST = 200_000


def routes(counter: Counter) -> APIRouter:
    """``/desk/facts`` and ``/desk/facts.xlsx``, ``.csv``, ``.json``."""
    found = APIRouter(include_in_schema=False)
    store = counter.room.store

    @found.get("/desk/facts")
    def listed(request: Request, p: str = "", staff: Staff = Depends(counter.staff)) -> Response:
        given = given_in(request)
        held = store.documents()
        page = page_number(p)
        filter, wrong = read_filter(given, held, page * _SHOWN + 1)
        facts = store.find(filter) if filter else []
        return counter.page(
            "facts.html", staff, here="/desk/facts", wide=True, facts=facts[(page - 1) * _SHOWN : page * _SHOWN],
            more=len(facts) > page * _SHOWN, page=page, given=given, wrong=wrong, files={d.id: d.file for d in held},
            documents=[(d.id, d.file) for d in held], stages=[(s.value, s.value) for s in Stage],
            funds=[(f.value, f.value) for f in Fund], origins=_ORIGINS,
        )  # fmt: skip

    @found.get("/desk/facts.{kind}")
    def export(request: Request, kind: str, staff: Staff = Depends(counter.staff)) -> Response:
        if not staff.may_export:
            raise DeskError(403, "导出要用带“导出”权限的密钥登录。")
        if kind not in _TYPES:
            raise DeskError(404, "可以导出 xlsx、csv 或 json。")
        given = given_in(request)
        held = store.documents()
        filter, wrong = read_filter(given, held, _MOST)
        if filter is None:
            raise DeskError(422, wrong)
        facts = store.find(filter)
        counter.record(staff, "fact.export", kind, facts=len(facts), **{k: v for k, v in given.items() if v})
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"facts.{kind}")
            write_listing(facts_to_listing(facts, held), kind, path)
            content = path.read_bytes()
        name = f"mingbai-facts-{date.today():%Y%m%d}.{kind}"
        headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
        return Response(content, headers=headers, media_type=_TYPES[FactFormat(kind)])

    return found


def given_in(request: Request) -> dict[str, str]:
    """The fields of the filter as they stand in the address."""
    return {name: request.query_params.get(name, "") for name in _FIELDS}


def read_filter(given: Mapping[str, str], held: list[Document], limit: int) -> tuple[FactFilter | None, str]:
    """The filter that the fields of the form mean, or what is wrong with them; empty fields ask for nothing."""
    year = given["year"].strip()
    if year and not (year.isascii() and year.isdecimal() and len(year) == 4):
        return None, "年度要写四位数，如 2023。"
    documents = named_documents(held, given["document"]) if given["document"] else None
    if given["entity"].strip():
        documents = documents_of(documents or [d for d in held if d.current], given["entity"])
        if not documents:
            return None, f"没有收录单位「{given['entity']}」。"
    ids = None if documents is None else tuple(d.id for d in documents)
    return FactFilter(
        ids, int(year or 0), given["subject"].strip(), given["statement"].strip(), _one_of(Stage, given["stage"]),
        _one_of(Fund, given["fund"]), origin=_one_of(Origin, given["origin"]), limit=limit,
    ), ""  # fmt: skip


def _one_of(kind: type[E], value: str) -> E | None:
    return next((one for one in kind if one.value == value), None)
