"""Known answers that people wrote at the desk, and the file of them that ``mingbai eval`` reads (已知答案)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from fastapi import APIRouter, Depends
from starlette.responses import Response

from ingest.database import Database
from ingest.ledger import now
from ingest.schema import known_answers
from service.desk.correct import read_value
from service.desk.counter import Counter, sent_on
from service.desk.staff import DeskError, Form, Staff
from service.desk.unanswered import mark_of

TYPES = {
    "lookup": "查一个数", "ratio": "占比、完成率、平均", "change": "增减", "compare": "比较", "rank": "排名",
    "trend": "历年", "sum": "合计", "list": "列出", "count": "个数", "definition": "名词", "narrative": "情况、原因",
    "refusal": "不该答", "clarify": "该反问",
}  # fmt: skip
STYLES = {"citizen": "公众", "staff": "工作人员", "noisy": "口误、错别字"}
STATUSES = {"answered": "答出来", "no_answer": "说没有", "clarify": "反问", "out_of_scope": "说不在范围"}


@dataclass(frozen=True)
class Known:
    """One known answer: what is asked, what is expected, where it stands and how that was checked."""

    question: str
    type: str
    style: str
    docs: Sequence[str]
    pages: Sequence[int]
    expect: Mapping[str, Any]
    note: str
    by: str
    at: str = ""
    id: int = 0

    def line(self) -> str:
        """The line of the file that ``mingbai eval --questions`` reads."""
        row = {
            "id": f"desk-{self.id:04d}", "question": self.question, "history": [], "type": self.type,
            "style": self.style, "docs": list(self.docs), "page": list(self.pages), "expect": dict(self.expect),
            "note": self.note,
        }  # fmt: skip
        return json.dumps(row, ensure_ascii=False)


class Answers:
    """The known answers in the SQL store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, known: Known) -> int:
        """Keep one; gives its number."""
        row = {
            "question": known.question, "mark": mark_of(known.question), "type": known.type, "style": known.style,
            "docs": list(known.docs), "pages": list(known.pages), "expect": dict(known.expect), "note": known.note,
            "by": known.by, "at": now(),
        }  # fmt: skip
        with self._database.begin() as connection:
            key = connection.execute(sa.insert(known_answers).values(**row)).inserted_primary_key
        return int(key[0]) if key else 0

    def all(self, mark: str = "") -> list[Known]:
        """All of them, or those to questions that are put alike, in the order in which they were written."""
        query = sa.select(known_answers).order_by(known_answers.c.id)
        query = query.where(known_answers.c.mark == mark) if mark else query
        return [
            Known(r.question, r.type, r.style, r.docs, r.pages, r.expect, r.note, r.by, r.at, r.id)
            for r in self._database.rows(query)
        ]

    def remove(self, number: int) -> bool:
        """Take one out; False where there is none with this number."""
        with self._database.begin() as connection:
            return (
                connection.execute(sa.delete(known_answers).where(known_answers.c.id == number)).rowcount == 1
            )


@dataclass(frozen=True)
class Row:
    """One known answer as it is shown."""

    known: Known
    kind: str
    told: str


def routes(counter: Counter) -> APIRouter:
    """``/desk/known`` and ``/desk/known.jsonl``."""
    found = APIRouter(include_in_schema=False)
    held = Answers(counter.room.database)

    @found.get("/desk/known")
    def listed(done: str = "", staff: Staff = Depends(counter.admin)) -> Response:
        rows = [Row(k, TYPES.get(k.type, k.type), tell_expected(k.expect)) for k in held.all()]
        return counter.page("known.html", staff, here="/desk/known", rows=rows, done=done)

    @found.get("/desk/known.jsonl")
    def export(staff: Staff = Depends(counter.admin)) -> Response:
        lines = [known.line() for known in held.all()]
        counter.record(staff, "known.export", "jsonl", answers=len(lines))
        headers = {"content-disposition": 'attachment; filename="desk.jsonl"', "cache-control": "no-store"}
        return Response(
            "".join(f"{line}\n" for line in lines),
            headers=headers,
            media_type="application/jsonl; charset=utf-8",
        )

    @found.post("/desk/known/{number:int}/remove")
    def remove(
        number: int, staff: Staff = Depends(counter.admin), form: Form = Depends(counter.form)
    ) -> Response:
        if not held.remove(number):
            raise DeskError(404, "没有这一条，可能已经删除。")
        counter.record(staff, "known.remove", str(number))
        return sent_on("/desk/known?done=removed")

    return found


def read_known(form: Form, by: str) -> tuple[Known | None, str]:
    """The known answer that the fields of a form make, or what is wrong with them."""
    expect, wrong = _expected(form)
    pages = [part for part in re.split(r"[,，、\s]+", form.get("pages", "")) if part]
    told = (
        (not form.get("question"), "请写问题。"),
        (form.get("type") not in TYPES, "请选择问的是什么。"),
        (form.get("style") not in STYLES, "请选择谁的口气。"),
        (bool(wrong), wrong),
        (not all(p.isascii() and p.isdecimal() and len(p) < 6 for p in pages), "页码要写数，如 4,5。"),
        (not form.get("note"), "请写怎么核对的。"),
    )
    problem = next((text for failed, text in told if failed), "")
    if problem:
        return None, problem
    docs = [form["doc"]] if form.get("doc") else []
    return Known(
        form["question"][:1000], form["type"], form["style"], docs, [int(p) for p in pages], expect,
        form["note"][:500], by,
    ), ""  # fmt: skip


def tell_expected(expect: Mapping[str, Any]) -> str:
    """What is expected, in a sentence."""
    if "value" in expect:
        tolerance = f"（允许差 {expect['tol']}）" if expect.get("tol", "0") != "0" else ""
        return f"应当答：{expect['value']} {expect.get('unit', '')}{tolerance}"
    if "all" in expect:
        return "应当说到：" + "；".join(expect["all"])
    return f"应当{STATUSES.get(str(expect.get('status')), '')}"


def _expected(form: Form) -> tuple[dict[str, Any], str]:
    """The expectation: a figure, words, or only how the answer is to end."""
    status, value, unit = (form.get(name, "") for name in ("status", "value", "unit"))
    words = [line.strip() for line in form.get("all", "").splitlines() if line.strip()]
    if status not in STATUSES:
        return {}, "请选择应当怎样。"
    if status != "answered":
        return {"status": status}, ""
    if not value and not words:
        return {}, "应当答出来的，要写数值，或写答案里必须有的话。"
    if not value:
        return {"status": status, "all": words}, ""
    number, tolerance = read_value(value), read_value(form.get("tol", "") or "0")
    if number is None or tolerance is None or tolerance < 0:
        return {}, "数值和允许差都要写数。"
    return {"status": status, "value": str(number), "unit": unit, "tol": str(tolerance)}, ""
