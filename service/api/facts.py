"""``/v1/facts``: every figure that was read, filtered and sorted, by pages or as a file (数字)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from ingest.exports import COLUMNS, fact_to_values
from ingest.fact_pages import FactPage, Order, count_facts, kinds_of, page_of_facts, readable_amount
from ingest.facts import FactStore
from ingest.filters import FactFilter, documents_of
from ingest.model import Document, Fact, Fund, Origin, Stage
from ingest.numbers import plain
from service.api.cursors import read_cursor, write_cursor, wrong_cursor
from service.api.exports import RESPONSES, Form, Whole, export
from service.api.staff import may_export
from service.compose import image_url
from service.unit_told import unit_told

_BATCH = 500
_EXAMPLE: dict[str, Any] = {
    "items": [
        {
            "id": 1, "document_id": "1f0c5a9b7d2e4c63", "file": "某区城市管理局2023年度部门决算.pdf",
            "entity": "某区城市管理局", "year": 2023, "stage": "决算", "statement": "支出决算表", "fund": "全部资金",
            "flow": "支出",
            "subject": {"kind": "功能分类", "code": "2120501", "name": "城乡社区环境卫生", "level": "项",
                        "path": ["城乡社区支出", "城乡社区环境卫生"]},
            "breakdown": "项目支出", "measure": "金额", "value": "513.47", "unit": "万元", "yuan": "5134700.00",
            "origin": "cell",
            "source": {"page": 4, "bbox": [300.0, 400.0, 380.0, 424.0], "table": "支出决算表",
                       "row": "城乡社区环境卫生", "column": "项目支出", "quote": "",
                       "image": "/v1/documents/…/pages/4.png"},
            "correction": None,
        }
    ],
    "next": "WyJkb2N1bWVudCJd", "total": 1,
}  # fmt: skip


class SubjectItem(BaseModel):
    """What a figure is of; ``path`` holds its parents, outermost first."""

    kind: str
    code: str
    name: str
    level: str
    path: list[str]


class SourceItem(BaseModel):
    """Where a figure is printed: page from 1, box in points from the top left, ``image`` shows it lit up."""

    page: int
    bbox: list[float]
    table: str
    row: str
    column: str
    quote: str
    image: str


class CorrectionItem(BaseModel):
    """What the document prints where a hand has corrected it, and why."""

    printed: str
    unit: str
    reason: str
    at: str


class FactItem(BaseModel):
    """One figure; ``value`` is a decimal string as printed (or as corrected), null for a declared absence (无)."""

    id: int
    document_id: str
    file: str
    entity: str
    year: int
    stage: str
    statement: str
    fund: str
    flow: str
    subject: SubjectItem
    breakdown: str
    measure: str
    value: str | None
    unit: str
    yuan: str | None
    origin: str
    source: SourceItem
    correction: CorrectionItem | None


class Facts(BaseModel):
    """A page; ``next`` is the cursor of the page that follows, null on the last; ``total`` is told on the first."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    items: list[FactItem]
    next: str | None
    total: int | None


class FactWish(BaseModel):
    """What is wanted; what is left out asks for nothing."""

    model_config = ConfigDict(extra="forbid")

    entity: str = Field("", max_length=200, description="单位：全称、名称中的字，或简称")
    year: int | None = Field(None, ge=1949, le=2100, description="这个数是哪一年的")
    stage: Stage | None = Field(None, description="阶段")
    statement: str = Field("", max_length=200, description="报表名称或表题中的字")
    fund: Fund | None = Field(None, description="资金性质")
    subject: str = Field("", max_length=200, description="科目名称中的字，或完整的科目编码")
    kind: str = Field("", max_length=50, description="科目类别，如 功能分类、三公经费")
    level: str = Field("", max_length=20, description="级次：合计、类、款、项")
    origin: Origin | None = Field(None, description="来源：cell 表格、sentence 正文、declaration 声明")
    document_id: str = Field("", max_length=100, description="文件编号")
    page: int | None = Field(None, ge=1, le=100_000, description="印在第几页")
    text: str = Field("", max_length=200, description="科目、表题、行、列、原文中的字")
    superseded: bool = Field(False, description="连同已被取代的文件")
    sort: Order = Field(Order.DOCUMENT, description="排序，减号是从大到小")
    limit: int = Field(50, ge=1, le=500, description="一页多少条")
    cursor: str = Field("", max_length=2000, description="上一页返回的 next，原样传回")
    format: Form = Field(
        Form.PAGE, description="page 是一页 JSON；csv、xlsx、json 是全部，要用带导出权限的密钥"
    )


def router(store: FactStore) -> APIRouter:
    """The route over one store."""
    routes = APIRouter(prefix="/v1", tags=["facts"])

    @routes.get("/facts", response_model=Facts, responses=RESPONSES)
    def facts(wish: Annotated[FactWish, Query()], request: Request) -> Response:
        """Figures by what they are of, each with the place where it is printed."""
        held = {document.id: document for document in store.documents()}
        filter = filter_of(wish, list(held.values()))
        if wish.format is not Form.PAGE:
            may_export(request)
            return export(whole_of(store, filter, wish.sort, held), wish.format)
        after = place_in(wish)
        found = page_of_facts(store, filter, wish.sort, after, wish.limit + 1)
        page = Facts(
            items=[item_of(fact, held) for fact in found.facts[: wish.limit]],
            next=next_of(found, wish),
            total=None if after else count_facts(store, filter),
        )
        return Response(page.model_dump_json(), media_type="application/json")

    return routes


def filter_of(wish: FactWish, held: list[Document]) -> FactFilter:
    """The conditions of the store; a document that is named counts in any case."""
    chosen = [d for d in held if (d.current or wish.superseded) and wish.document_id == ""]
    chosen += [d for d in held if d.id == wish.document_id]
    if wish.entity.strip():
        chosen = documents_of(chosen, wish.entity)
    narrowed = bool(wish.entity.strip() or wish.document_id or wish.superseded)
    return FactFilter(
        tuple(d.id for d in chosen) if narrowed else None, wish.year or 0, clean(wish.subject), clean(wish.statement),
        wish.stage, wish.fund, clean(wish.kind), wish.page or 0, wish.origin, level=clean(wish.level),
        text=clean(wish.text),
    )  # fmt: skip


def clean(text: str) -> str:
    """A text as a database takes it."""
    return text.replace("\0", "").strip()


def place_in(wish: FactWish) -> tuple[Any, ...] | None:
    """Where the page begins; a cursor of another order is the client's mistake."""
    if not wish.cursor:
        return None
    sort, *place = read_cursor(wish.cursor, (str, *kinds_of(wish.sort)))
    amounts = wish.sort in (Order.AMOUNT, Order.AMOUNT_DOWN)
    if sort != wish.sort.value or (amounts and not readable_amount(tuple(place))):
        raise wrong_cursor()
    return tuple(place)


def next_of(found: FactPage, wish: FactWish) -> str | None:
    """The cursor of the next page, where there is one."""
    if len(found.facts) <= wish.limit:
        return None
    return write_cursor([wish.sort.value, *found.places[wish.limit - 1]])


def whole_of(store: FactStore, filter: FactFilter, order: Order, held: dict[str, Document]) -> Whole:
    """Everything that passes, for a file."""
    files = {document.id: document.file for document in held.values()}
    count = count_facts(store, filter)
    return Whole(
        "数字", COLUMNS,
        lambda: (fact_to_values(f, files.get(f.document_id, "")) for f in every_fact(store, filter, order)),
        lambda: (item_of(f, held) for f in every_fact(store, filter, order)),
        count, {"next": None, "total": count},
    )  # fmt: skip


def every_fact(store: FactStore, filter: FactFilter, order: Order) -> Iterator[Fact]:
    """Every fact that passes, read page by page, so that memory holds one page."""
    after: tuple[Any, ...] | None = None
    while True:
        page = page_of_facts(store, filter, order, after, _BATCH)
        yield from page.facts
        if len(page.facts) < _BATCH:
            return
        after = page.places[-1]


def item_of(fact: Fact, held: dict[str, Document]) -> FactItem:
    """A fact as it is told."""
    source, subject, made = fact.source, fact.subject, fact.amended
    document = held.get(fact.document_id)
    return FactItem(
        id=fact.id, document_id=fact.document_id, file=document.file if document else "", entity=fact.entity,
        year=fact.year, stage=fact.stage.value, statement=fact.statement, fund=fact.fund.value, flow=fact.flow.value,
        subject=SubjectItem(
            kind=subject.kind, code=subject.code, name=subject.name, level=subject.level, path=list(subject.path)
        ),
        breakdown=fact.breakdown, measure=fact.measure.value, value=None if fact.value is None else plain(fact.value),
        unit=unit_told(fact.unit), yuan=None if fact.yuan is None else plain(fact.yuan), origin=fact.origin.value,
        source=SourceItem(
            page=source.page, bbox=list(source.box), table=source.table, row=source.row, column=source.column,
            quote=source.quote, image=image_url(fact.document_id, source.page, [source.box]),
        ),
        correction=made and CorrectionItem(printed=plain(made.printed), unit=made.unit, reason=made.reason, at=made.at),
    )  # fmt: skip
