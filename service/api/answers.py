"""``/v1/answers/{id}`` and ``/v1/feedback``: an answer as it was given, and what people think of it (链接、评价)."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from service.answers.records import AnswerRecords, Cited, Kept, Opinion, answer_of
from service.answers.writer import AnswerWriter
from service.api.cursors import Cursor, next_cursor, read_cursor
from service.api.tagged import tagged
from service.contract import Answer
from service.errors import AnswerNotFound
from service.keys.model import Caller, Scope
from service.keys.require import require
from service.web.questions import insist_on_text

Id = Annotated[str, Field(max_length=64)]
_GONE = "没有这条问答：编号不对，或已过保存期。请重新提问。"


class Link(BaseModel):
    """An answer as it was given: ``documents`` are those it cites, with the digests that they had then."""

    id: str
    asked_at: str
    question: str
    answer: Answer
    documents: list[Cited]
    version: str


class Judgement(BaseModel):
    """What somebody thinks of an answer."""

    model_config = ConfigDict(extra="forbid")

    answer_id: str = Field(min_length=1, max_length=64)
    verdict: Literal["up", "down"]
    reason: Literal["wrong_figure", "wrong_place", "not_understood", "not_answered", "other"] | None = None
    comment: str | None = Field(default=None, max_length=500)


class Noted(BaseModel):
    """Under which id an opinion is kept."""

    id: str


class Opinions(BaseModel):
    """A page of opinions, the newest first; ``next`` is the cursor of the page that follows, null on the last."""

    items: list[Opinion]
    next: str | None


def router(writer: AnswerWriter, records: AnswerRecords) -> APIRouter:
    """The routes over the answers that are kept."""
    routes = APIRouter(prefix="/v1", tags=["answers"])

    @routes.get("/answers/{id}", response_model=Link)
    def answer(id: Id, request: Request) -> Response:
        """A question and its answer as it was given: figures, plan, citations, version, digests of the documents."""
        kept = writer.get(id)
        if kept is None:
            raise AnswerNotFound(_GONE)
        return tagged(request, link_of(kept).model_dump_json())

    @routes.post("/feedback", status_code=201)
    def judge(judgement: Judgement) -> Noted:
        """Say whether an answer was of use. Nothing is kept of who says so."""
        insist_on_text(judgement)
        if records.days and writer.get(judgement.answer_id) is None:
            raise AnswerNotFound("没有这条问答，或已过保存期，评价没有记下。")
        comment = (judgement.comment or "").replace("\0", "").strip()
        return Noted(
            id=records.judge(judgement.answer_id, judgement.verdict, judgement.reason or "", comment)
        )

    @routes.get("/feedback")
    def opinions(
        admin: Annotated[Caller, Depends(require(Scope.ADMIN))],
        verdict: Literal["up", "down"] | None = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
        cursor: Cursor = "",
    ) -> Opinions:
        """What people thought of answers, the newest first; for administrators."""
        before = read_cursor(cursor, (str, str)) if cursor else None
        found = records.opinions(limit + 1, before, verdict or "")
        return Opinions(items=found[:limit], next=next_cursor(found, limit, lambda one: (one.at, one.id)))

    return routes


def link_of(kept: Kept) -> Link:
    """What is told of a kept answer."""
    return Link(
        id=kept.id, asked_at=kept.asked_at, question=kept.question, answer=Answer.model_validate(answer_of(kept)),
        documents=list(kept.documents), version=kept.version,
    )  # fmt: skip
