"""``/v1/checks``: what the documents say of themselves that does not hold, by pages or as a file (核对)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from ingest.checks.commands import COLUMNS, check_to_values
from ingest.checks.told import checks_of
from ingest.facts import FactStore
from ingest.filters import documents_of
from ingest.ledger import Ledger
from ingest.listing import Value
from ingest.model import Check, Document, Operand, Severity, Side, Verdict
from ingest.numbers import plain
from ingest.reviews import decided
from service.api.cursors import next_cursor, read_cursor
from service.api.exports import RESPONSES, Form, Whole, export
from service.api.staff import may_export
from service.compose import image_url
from service.unit_told import unit_told


class OperandItem(BaseModel):
    """One printed figure or wording that is compared, and where it stands."""

    label: str
    value: str | None
    unit: str
    document_id: str
    page: int
    bbox: list[float]
    quote: str
    image: str


class SideItem(BaseModel):
    """One side: its figure, and what it is computed from."""

    label: str
    value: str | None
    unit: str
    operands: list[OperandItem]


class CheckItem(BaseModel):
    """One check; ``difference`` is left − right in the left side's unit; ``decision`` is what staff made of it."""

    document_id: str
    file: str
    entity: str
    year: int
    rule: str
    title: str
    verdict: str
    severity: str
    left: SideItem
    right: SideItem
    difference: str | None
    pages: list[int]
    message: str
    decision: str | None


class Checks(BaseModel):
    """A page; ``next`` is the cursor of the page that follows, null on the last."""

    items: list[CheckItem]
    next: str | None


class CheckWish(BaseModel):
    """What is wanted; what is left out asks for nothing."""

    model_config = ConfigDict(extra="forbid")

    entity: str = Field("", max_length=200, description="单位")
    year: int | None = Field(None, ge=1949, le=2100, description="文件的年度")
    document_id: str = Field(
        "", max_length=100, description="文件编号；指定文件时，连同和本单位其他年度文件的核对"
    )
    severity: Severity | None = Field(None, description="轻重")
    verdict: Verdict | None = Field(None, description="结果；不写则列出不符和尾差")
    rule: str = Field("", max_length=50, description="规则")
    limit: int = Field(50, ge=1, le=200, description="一页多少条")
    cursor: str = Field("", max_length=2000, description="上一页返回的 next，原样传回")
    format: Form = Field(
        Form.PAGE, description="page 是一页 JSON；csv、xlsx、json 是全部，要用带导出权限的密钥"
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A check where it stands among all: its document, its place among that one's, what staff decided."""

    document: Document
    index: int
    check: Check
    decision: str | None

    @property
    def place(self) -> tuple[str, int, str, str, int]:
        """By which checks are ordered."""
        return (*key_of(self.document), self.index)


def router(store: FactStore) -> APIRouter:
    """The route over one store."""
    routes = APIRouter(prefix="/v1", tags=["checks"])
    ledger = Ledger(store.database)

    @routes.get("/checks", response_model=Checks, responses=RESPONSES)
    def checks(wish: Annotated[CheckWish, Query()], request: Request) -> Response:
        """Checks of the documents, those that do not hold first."""
        if wish.format is not Form.PAGE:
            may_export(request)
            every = list(walk(wish, store, ledger, None))
            rows, items = (lambda: map(values_of, every)), (lambda: map(item_of, every))
            return export(Whole("核对", COLUMNS, rows, items, len(every), {"next": None}), wish.format)
        after = read_cursor(wish.cursor, (str, int, str, str, int)) if wish.cursor else None
        found: list[Found] = []
        for one in walk(wish, store, ledger, after):
            found.append(one)
            if len(found) > wish.limit:
                break
        page = Checks(
            items=[item_of(one) for one in found[: wish.limit]],
            next=next_cursor(found, wish.limit, lambda one: one.place),
        )
        return Response(page.model_dump_json(), media_type="application/json")

    return routes


def walk(wish: CheckWish, store: FactStore, ledger: Ledger, after: tuple[Any, ...] | None) -> Iterator[Found]:
    """The checks that are wanted, document by document; only as many documents are read as are walked through."""
    for document in sorted(wanted_documents(wish, store), key=key_of):
        if after is not None and key_of(document) < after[:4]:
            continue
        found = checks_of(store, document.id, others=bool(wish.document_id))
        reviews = ledger.reviews(document.id)
        for index, (check, review) in enumerate(decided(found, reviews)):
            one = Found(document, index, check, review.decision.value if review else None)
            if fits(check, wish) and (after is None or one.place > after):
                yield one


def wanted_documents(wish: CheckWish, store: FactStore) -> list[Document]:
    """The documents whose checks are wanted; one that is named counts in any case."""
    held = [d for d in store.documents() if (d.id == wish.document_id if wish.document_id else d.current)]
    held = documents_of(held, wish.entity) if wish.entity.strip() else held
    return [d for d in held if wish.year in (None, d.year)]


def key_of(document: Document) -> tuple[str, int, str, str]:
    """By which documents are ordered; no two have the same."""
    return (document.entity, document.year, document.file, document.id)


def fits(check: Check, wish: CheckWish) -> bool:
    """Whether a check is wanted."""
    told = check.verdict is not Verdict.HOLDS if wish.verdict is None else check.verdict is wish.verdict
    return told and wish.severity in (None, check.severity) and wish.rule in ("", check.rule)


def values_of(one: Found) -> tuple[Value, ...]:
    """A check as a row of a file."""
    return check_to_values(one.document, one.check)


def item_of(one: Found) -> CheckItem:
    """A check as it is told."""
    check, document = one.check, one.document
    return CheckItem(
        document_id=document.id, file=document.file, entity=document.entity, year=document.year, rule=check.rule,
        title=check.title, verdict=check.verdict.value, severity=check.severity.value,
        left=side_of(check.left, document.id), right=side_of(check.right, document.id),
        difference=None if check.difference is None else plain(check.difference), pages=list(check.pages),
        message=check.message, decision=one.decision,
    )  # fmt: skip


def side_of(side: Side, document_id: str) -> SideItem:
    """One side as it is told."""
    return SideItem(
        label=side.label, value=None if side.value is None else plain(side.value), unit=unit_told(side.unit),
        operands=[operand_of(operand, document_id) for operand in side.operands],
    )  # fmt: skip


def operand_of(operand: Operand, document_id: str) -> OperandItem:
    """One operand as it is told; its document is the one that is checked unless it says another."""
    owner = operand.document_id or document_id
    return OperandItem(
        label=operand.label, value=None if operand.value is None else plain(operand.value),
        unit=unit_told(operand.unit), document_id=owner, page=operand.page, bbox=list(operand.box), quote=operand.quote,
        image=image_url(owner, operand.page, [operand.box]),
    )  # fmt: skip
