"""What an account is made of, where its own sentence lists it with amounts: 「其他收入都有哪些，分别多少」 (科目构成).

「其他收入386.52万元，包括食堂收入211.30万元、利息50.80万元…」: no statement prints these. They are told where together
they come to the very amount of the account, so that none is missing and none is of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.breakdowns.placed import items_of
from service.evidence import Sources
from service.figures.told import finding_of, label_of
from service.model import PHRASE_KINDS, Evidence, Finding, Plan
from service.targets import Point

_ASKED = regex(
    r"(?:包括|包含|含|有|由|是|分|来自|花在)(?:了|着)?(?:哪|什么|啥)[^，。？]{0,8}|(?:都|分别|具体)(?:是|有)?(?:哪些|哪几|什么|啥)|明细|构成|组成"
)
_MUCH = regex(r"(?:各|分别|每)[^，。？]{0,6}(?:多少|几)|多少钱|多少$|金额|明细")
#: Something else is asked of it: a change, a reason, one of them, what they come to.
_OTHER = regex(
    r"为什么|为啥|原因|占|比(?!如)|增|减|最|排|超过|低于|以上|以下|合计|总共|一共|加起来|差|人均|平均|科目|项目|单位"
)
_NO_ACCOUNT = frozenset((*PHRASE_KINDS, "总额"))


def of_account_said(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """Each part with its amount; None where that is not asked, or no one sentence tells them all."""
    text, subject = fold(plan.text), plan.subject
    if subject is None or plan.assumed or subject.kind in _NO_ACCOUNT or len(points) != 1:
        return None
    if not (_ASKED.search(text) and _MUCH.search(text)) or _OTHER.search(
        text.replace(fold(subject.name), "")
    ):
        return None
    lists = {
        tuple((label_of(f), f.value) for f in parts): (whole, parts) for whole, parts in _lists(plan, sources)
    }
    if len(lists) != 1:
        return None
    whole, parts = next(iter(lists.values()))
    each = "、".join(f"{label_of(f)} {plain(f.value or Decimal(0))} {f.unit}" for f in parts)
    lead = f"{sources.body.name}{whole.year}年度{label_of(whole)}{whole.stage.value}"
    told = f"{lead}为 {plain(whole.value or Decimal(0))} {whole.unit}，包括：{each}。"
    return Evidence(tuple(_findings(parts, sources.body.name)), told=told)


def _findings(parts: Sequence[Fact], body: str) -> Iterator[Finding]:
    yield from (finding_of(part, body) for part in parts)


def _lists(plan: Plan, sources: Sources) -> Iterator[tuple[Fact, list[Fact]]]:
    """The account's own figure with the amounts behind it in its sentence that come to it."""
    sentences: dict[tuple[str, int, str], list[Fact]] = {}
    for fact in sources.facts:
        if fact.year == plan.year and fact.source.quote and fact.measure is Measure.AMOUNT and fact.yuan:
            sentences.setdefault((fact.document_id, fact.source.page, fact.source.quote), []).append(fact)
    for (_, _, quote), held in sentences.items():
        whole = next((f for f in held if _is(f, plan)), None)
        if whole is None:
            continue
        items = [item.fact for item in items_of(quote, held)]
        behind = items[items.index(whole) + 1 :] if whole in items else []
        parts = [f for f in behind if f.subject.kind in PHRASE_KINDS]
        if len(parts) > 1 and sum((f.yuan or Decimal(0) for f in parts), Decimal(0)) == whole.yuan:
            yield whole, parts


def _is(fact: Fact, plan: Plan) -> bool:
    subject = plan.subject
    return subject is not None and (fact.subject.kind, fold(fact.subject.name)) == (
        subject.kind,
        fold(subject.name),
    )
