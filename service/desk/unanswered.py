"""Questions that got no answer, or one that did not help, gathered from the kept answers (疑难问题)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from ingest.database import Database
from ingest.records import answers, feedback
from ingest.schema import known_answers
from ingest.text import fold

#: How an answer ended, in words; the last is for answers that somebody found of no help.
STATES = {"no_answer": "没答", "clarify": "反问", "out_of_scope": "不在范围", "answered": "没帮助"}
#: Why there was no answer, in words.
REASONS = {
    "entity_not_loaded": "没有收录这个单位",
    "year_not_loaded": "没有收录这一年",
    "stage_not_loaded": "没有收录预算或决算",
    "not_disclosed": "文件里没有这一项",
    "low_confidence": "没有听明白",
    "ambiguous": "有几种理解",
    "out_of_scope": "问的不是预决算",
    "nothing_loaded": "还没有文件",
}
#: Why an answer was no help, as the page at / asks.
WHY = {
    "wrong_figure": "数不对",
    "wrong_place": "出处不对",
    "not_understood": "没听懂",
    "not_answered": "没答到",
    "other": "其他",
}
#: So many of the newest answers are looked through.
_LOOKED_THROUGH = 5_000
#: So many answers of one group are shown.
_SHOWN = 20


@dataclass(frozen=True)
class Told:
    """One kept answer: what was asked, how it ended, what was said, and what people held against it."""

    id: str
    asked_at: str
    question: str
    status: str
    reason: str
    text: str = ""
    documents: Sequence[str] = ()
    downs: Sequence[str] = ()

    @property
    def state(self) -> str:
        """How it ended, in words."""
        return "答了" if self.status == "answered" else STATES.get(self.status, self.status)


@dataclass
class Group:
    """Questions that are put alike, the newest first; ``known`` says whether an answer was written down for them."""

    mark: str
    question: str
    answers: list[Told] = field(default_factory=list)
    known: bool = False

    @property
    def count(self) -> int:
        """How often it was asked."""
        return len(self.answers)

    @property
    def last(self) -> str:
        """When it was asked last."""
        return self.answers[0].asked_at

    @property
    def downs(self) -> int:
        """How many found an answer of no help."""
        return sum(len(told.downs) for told in self.answers)

    @property
    def kind(self) -> str:
        """How the newest ended."""
        return self.answers[0].status

    @property
    def reason(self) -> str:
        """Why the newest got no answer; empty where it got one."""
        return self.answers[0].reason

    @property
    def told(self) -> str:
        """How the newest ended, in words."""
        return STATES.get(self.kind, self.kind)

    @property
    def why(self) -> str:
        """Why the newest got no answer, in words."""
        return REASONS.get(self.reason, "")


class Kept:
    """The kept answers as the desk looks at them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def groups(self, kind: str = "", state: str = "", words: str = "", reason: str = "") -> list[Group]:
        """Groups of one kind (a key of ``STATES``), reason and state (``open``, ``known``), the most asked first."""
        found: dict[str, Group] = {}
        for told in self._told():
            mark = mark_of(told.question)
            found.setdefault(mark, Group(mark, told.question)).answers.append(told)
        known = {row.mark for row in self._database.rows(sa.select(known_answers.c.mark))}
        for group in found.values():
            group.known = group.mark in known
        kept = [
            g
            for g in found.values()
            if kind in ("", g.kind)
            and reason in ("", g.reason)
            and (not state or g.known == (state == "known"))
            and fold(words) in fold(g.question)
        ]
        return sorted(kept, key=lambda g: (-g.count - g.downs, g.mark))

    def group(self, mark: str) -> Group | None:
        """One group by its mark, with what was answered."""
        group = next((group for group in self.groups() if group.mark == mark), None)
        if group is None:
            return None
        newest = {told.id: told for told in group.answers[:_SHOWN]}
        query = sa.select(answers.c.id, answers.c.answer, answers.c.documents).where(answers.c.id.in_(newest))
        said = {row.id: row for row in self._database.rows(query)}
        whole = [_with_text(told, said[told.id]) for told in newest.values() if told.id in said]
        return replace(group, answers=whole) if whole else None

    def _told(self) -> list[Told]:
        """Questions without what was answered: there may be many, and the answers are long."""
        table = answers
        downs: dict[str, list[str]] = {}
        against = sa.select(feedback).where(feedback.c.verdict == "down").order_by(feedback.c.at)
        for row in self._database.rows(against.limit(_LOOKED_THROUGH)):
            why = "：".join(filter(None, (WHY.get(row.reason, row.reason), row.comment)))
            downs.setdefault(row.answer_id, []).append(why or "没有写理由")
        disliked = sa.select(feedback.c.answer_id).where(feedback.c.verdict == "down")
        query = (
            sa.select(table.c.id, table.c.asked_at, table.c.question, table.c.status, table.c.reason)
            .where(sa.or_(table.c.status != "answered", table.c.id.in_(disliked)))
            .order_by(table.c.asked_at.desc())
            .limit(_LOOKED_THROUGH)
        )
        return [
            Told(row.id, row.asked_at, row.question, row.status, row.reason, downs=downs.get(row.id, ()))
            for row in self._database.rows(query)
        ]


@lru_cache(maxsize=1 << 14)
def mark_of(question: str) -> str:
    """What questions that are put alike have in common: their words without punctuation, width and case."""
    words = re.sub(r"[^\w]|_", "", fold(question))
    return hashlib.sha256((words or question).encode("utf-8", "replace")).hexdigest()[:32]


def _with_text(told: Told, row: sa.Row[Any]) -> Told:
    said = json.loads(row.answer) if isinstance(row.answer, str) else row.answer
    text = str(said.get("answer", "")) if isinstance(said, dict) else ""
    files = [str(d.get("file", "")) for d in row.documents if isinstance(d, dict)]
    return replace(told, text=text, documents=files)
