"""A whole and a part of it are not added up: the whole holds the part already (重复计算)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from service.accounts.less import holds
from service.model import Finding, Term


def held_within(findings: Sequence[Finding]) -> str:
    """Why figures of one body and year are not added up, where one holds another; empty where all are apart."""
    placed = [(f.entity, f.year, _term(f)) for f in findings if f.operands and f.formula is None]
    for (entity, year, whole), (other, then, part) in permutations(placed, 2):
        if (entity, year) == (other, then) and holds(whole, part):
            return f"「{whole.name}」里已经包含「{part.name}」，相加会重复计算，没有给出合计。可以分别问各是多少。"
    return ""


def _term(finding: Finding) -> Term:
    subject = finding.operands[0].fact.subject
    return Term(subject.name, subject.kind, subject.code)
