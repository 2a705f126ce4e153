"""What the tools give beside an answer: figures, documents and checks as flat rows, amounts as decimal strings."""

from __future__ import annotations

from pydantic import BaseModel


class FactRow(BaseModel):
    """One printed figure; ``value`` is None where the document declares that there is none (无)."""

    entity: str
    year: int
    stage: str
    statement: str
    fund: str
    subject: str
    code: str
    kind: str
    breakdown: str
    measure: str
    value: str | None
    unit: str
    yuan: str | None
    correction: str
    document_id: str
    file: str
    page: int
    table: str
    row: str
    column: str
    quote: str
    image: str


class Facts(BaseModel):
    """The figures found, at most as many as were asked for; ``more`` says that there are others."""

    facts: list[FactRow]
    more: bool


class DocumentRow(BaseModel):
    """One loaded document that counts."""

    id: str
    file: str
    title: str
    entity: str
    level: str
    region: str
    year: int
    kind: str
    pages: int
    facts: int


class Documents(BaseModel):
    """The documents found."""

    documents: list[DocumentRow]


class CheckRow(BaseModel):
    """One check of a document against itself or its neighbours, and how it came out."""

    document_id: str
    file: str
    verdict: str
    severity: str
    title: str
    message: str
    left: str
    right: str
    difference: str | None
    pages: list[int]


class Checks(BaseModel):
    """The checks found, errors first, at most as many as were asked for; ``more`` says that there are others."""

    checks: list[CheckRow]
    more: bool
