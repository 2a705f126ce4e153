"""Which year is meant where a question names none and the years differ: asked back, never guessed (年度反问)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ingest.patterns import regex
from service.inquiry import Found, Inquiry
from service.model import Body, Declined, Evidence, Finding, Operation, Reason
from service.scope.scope import what_is_loaded
from service.text.asked import asks_words

#: Operations with one figure, which is another one each year.
_OF_ONE_YEAR = frozenset((
    Operation.LOOKUP, Operation.SHARE, Operation.CHANGE, Operation.CHANGE_RATE, Operation.COMPLETION,
    Operation.VARIANCE, Operation.VARIANCE_RATE, Operation.AVERAGE, Operation.DIFFERENCE, Operation.SUM,
    Operation.POINTS,
))  # fmt: skip

#: Words for the present, of which what is over tells nothing.
_NOW = regex(r"现在|目前|当前|现有|如今|眼下|今年|本年|当年")
#: Kinds of subjects that no statement gives: a text tells them of the year that is over.
_COUNTED = ("业务量", "绩效指标", "人员", "资产")


def which_year(asked: Inquiry, found: Found, body: Body, again: Callable[[int], Found]) -> Declined | None:
    """The years to choose from; None where one is said or understood, or all that tell it tell the same.

    ``again`` finds the same for another year of the body's documents.
    """
    period = asked.scope.period
    relative = period.back is not None or period.step is not None
    if found.years or relative or asked.request.document_id or found.plan.operation not in _OF_ONE_YEAR:
        return None
    first = _told(found)
    if first is None or len(body.years) < 2 or len({p.plan.year for p in found.points}) > 1:
        return None
    years = [found.year]
    for year in body.years:
        other = _told(again(year)) if year != found.year else None
        if other is not None and (other.value, other.unit) != (first.value, first.unit):
            years.append(year)
    if len(years) < 2:
        return None
    options = tuple((f"{year}年度", f"{year}年{asked.text}") for year in sorted(years, reverse=True))
    text = f"您问的是哪一年？{body.name}收录了{what_is_loaded(body)}，各年的数字不一样。"
    return Declined(Reason.AMBIGUOUS, text, options)


def told_elsewhere(asked: Inquiry, found: Found, body: Body, again: Callable[[int], Found]) -> Found:
    """What another year's documents say in words, the newest first, where no year is named and this one's say nothing.

    A figure of another year is never taken for the one that is asked for; only what is counted or rated, and told of
    the year before alone (「2024年结案率」 in the budget of 2025), is told as that year's.
    """
    period = asked.scope.period
    relative = period.back is not None or period.step is not None
    before = () if found.years or relative or asked.request.document_id else _of_year_before(found, again)
    if before:
        return before[0]
    words = found.plan.operation is Operation.NARRATIVE or asks_words(found.plan)
    if found.years or relative or asked.request.document_id or not words or not _is_silent(found.evidence):
        return found
    for year in sorted(set(body.years) - {found.year}, reverse=True):
        other = again(year)
        if isinstance(other.evidence, Evidence) and other.evidence.quotes:
            return replace(other, years=())
    return found


def _of_year_before(found: Found, again: Callable[[int], Found]) -> tuple[Found, ...]:
    """What is told of the year before, where this year's is not: of things counted and of rates alone."""
    subject = found.plan.subject
    lookup = found.plan.operation is Operation.LOOKUP and found.plan.stage is None
    if subject is None or subject.kind not in _COUNTED or not lookup or not _is_silent(found.evidence):
        return ()
    if found.plan.explained < 1 or _NOW.search(found.plan.text):
        return ()
    other = again(found.year - 1)
    told = other.evidence.findings if isinstance(other.evidence, Evidence) else ()
    return (replace(other, years=()),) if told and all(f.year == found.year - 1 for f in told) else ()


def _is_silent(evidence: Evidence | Declined) -> bool:
    return isinstance(evidence, Declined) and evidence.reason in (Reason.LOW_CONFIDENCE, Reason.NOT_DISCLOSED)


def _told(found: Found) -> Finding | None:
    evidence = found.evidence
    return evidence.findings[0] if isinstance(evidence, Evidence) and evidence.findings else None
