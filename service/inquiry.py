"""One question with all that is known of its circumstances, and what was found on it (询问)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.model import Document
from ingest.settings import Settings
from service.contract import AskRequest
from service.figures.pointed_at import NOWHERE, Placed
from service.follow.conversation import Talk
from service.model import CONFIDENT, Body, Declined, Evidence, Operation, Plan, Reason
from service.progress import Understood
from service.scope.scope import Scope
from service.targets import Point

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

    from service.llm.assistant import Assistant, Help


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One question with all that is known of its circumstances; ``nearest`` where nothing else told it."""

    text: str
    scope: Scope
    request: AskRequest
    conversation: str
    talk: Talk
    documents: tuple[Document, ...]
    understood: Understood
    help: Help | None = None
    heard_as: str = ""
    placed: Placed = NOWHERE
    nearest: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a plan found of a body: for which points, of the years asked for, ``year`` the one taken."""

    plan: Plan
    points: tuple[Point, ...]
    evidence: Evidence | Declined
    years: tuple[int, ...]
    year: int


def not_understood(evidence: Evidence | Declined, plan: Plan) -> bool:
    """Whether nothing is told because the question was not understood, not because of what is there."""
    if not isinstance(evidence, Declined) or evidence.reason not in (
        Reason.LOW_CONFIDENCE,
        Reason.OUT_OF_SCOPE,
    ):
        return False
    return plan.operation is Operation.NARRATIVE or plan.subject is None or plan.explained <= CONFIDENT


def open_assistant(settings: Settings, registry: CollectorRegistry | None) -> Assistant | None:
    """The language model of the settings; where none is set, nothing of it is imported."""
    if not settings.llm_url:
        return None
    from service.llm.assistant import Assistant

    return Assistant(settings, registry)


def say_year(evidence: Evidence, plan: Plan, asked: Sequence[int], scope: Scope, body: Body) -> Evidence:
    """Say which year was taken where the question left it open and there was a choice."""
    said = scope.period.years or scope.year is not None or not scope.inherited
    told = asked and scope.period.back is None and scope.period.step is None and said
    if told or len(body.years) < 2:
        return evidence
    years = "、".join(map(str, body.years))
    return replace(
        evidence, notes=(*evidence.notes, f"问题没有写明年度，按{plan.year}年度回答；已收录年度：{years}。")
    )


def say_absent(evidence: Evidence, bodies: Sequence[Body]) -> Evidence:
    """Say which of the bodies compared print no such figure."""
    absent = [b.name for b in bodies if all(f.entity != b.name for f in evidence.findings)]
    if not absent:
        return evidence
    note = f"共比较{len(bodies)}个单位，其中没有列出这一项的有：{'、'.join(absent)}。"
    return replace(evidence, notes=(*evidence.notes, note))
