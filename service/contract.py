"""What goes in and out of ``POST /v1/ask``: the contract of the design, as pydantic models."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Status(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    CLARIFY = "clarify"
    NO_ANSWER = "no_answer"
    OUT_OF_SCOPE = "out_of_scope"


class AskRequest(BaseModel):
    """A question, and what it is to be limited to.

    ``history`` are the questions asked before, the oldest first: they are gone through again where the conversation
    is not held (any more), so that a follow-up is understood after a restart too.
    """

    model_config = ConfigDict(extra="forbid")

    question: str
    conversation_id: str | None = Field(default=None, max_length=100)
    entity: str | None = Field(default=None, max_length=200)
    year: int | None = Field(default=None, ge=1949, le=2100)
    document_id: str | None = Field(default=None, max_length=100)
    unit: Literal["元", "万元", "亿元"] | None = None
    stream: bool = False
    history: list[str] = Field(default=[], max_length=100)


class Input(BaseModel):
    """One operand of a formula: value as a decimal string, and the citation it was read from."""

    label: str
    value: str
    unit: str
    citation: int | None = None


class Figure(BaseModel):
    """One number of an answer with its working; ``printed`` is what the document itself prints, if it does."""

    label: str
    value: str
    unit: str
    printed: str | None = None
    entity: str
    year: int
    stage: str
    formula: str | None = None
    inputs: list[Input] = []
    citation: int | None = None


class Citation(BaseModel):
    """A place in a file: page from 1, box in PDF points from the top left, and what is printed there."""

    file: str
    document_id: str
    title: str
    page: int
    table: str = ""
    row: str = ""
    column: str = ""
    quote: str = ""
    bbox: list[float] = []
    image: str = ""


class Option(BaseModel):
    """One reading of an ambiguous question, as a question that would be answered."""

    label: str
    question: str


class Timings(BaseModel):
    """Milliseconds spent in each step."""

    understand: float = 0
    lookup: float = 0
    retrieve: float = 0
    compose: float = 0
    total: float = 0


class Answer(BaseModel):
    """The response of ``POST /v1/ask``."""

    id: str
    conversation_id: str
    status: Status
    answer: str
    figures: list[Figure] = []
    citations: list[Citation] = []
    reason: str | None = None
    options: list[Option] = []
    notes: list[str] = []
    suggestions: list[str] = []
    plan: dict[str, Any] = {}
    timings_ms: Timings = Timings()
