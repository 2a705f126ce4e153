"""What cannot be more than what it is a part of: a project, small firms' contracts (部分不超过总体)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.cells import TOTAL
from ingest.checks.agreement import stage_of
from ingest.checks.examined import Examined, Rule, is_money, operand, side, worded
from ingest.model import Check, Fact, Severity

#: Breakdowns of the money of a project in its performance form that are of one year.
_YEAR_MONEY = (TOTAL, "")


@dataclass(frozen=True, slots=True)
class Limit:
    """A rule as data: the kind and name of the part, and those of the whole that it cannot exceed."""

    rule: Rule
    kind: str
    part: str
    whole: str


LIMITS: tuple[Limit, ...] = (
    Limit(
        Rule("within.project", "单个项目的资金不超过项目支出", Severity.WARNING),
        "项目",
        r".",
        r"^项目支出$",
    ),
    Limit(
        Rule("within.purchases", "授予中小企业的合同金额不超过政府采购支出", Severity.WARNING),
        "",
        r"授予中小企业(?:的)?(?:合同|采购)?金额$",
        r"^政府采购支出$",
    ),
    Limit(
        Rule("within.small", "授予小微企业的合同金额不超过授予中小企业的", Severity.WARNING),
        "",
        r"授予小微企业(?:的)?(?:合同|采购)?金额$",
        r"授予中小企业(?:的)?(?:合同|采购)?金额$",
    ),
)


def check(examined: Examined) -> Iterator[Check]:
    """Each part that is larger than the largest figure that the document prints of its whole."""
    money = [f for f in examined.facts if is_money(f) and f.standing < 2 and f.breakdown in _YEAR_MONEY]
    for limit in LIMITS:
        wholes = [f for f in money if re.search(limit.whole, f.subject.name) and not f.subject.code]
        for part in _parts(limit, money):
            same = [w for w in wholes if _when(w, examined) == _when(part, examined)]
            most = max(same, key=_yuan, default=None)
            if most is not None and _yuan(part) > _yuan(most):
                yield _told(limit.rule, part, most)


def _parts(limit: Limit, money: Sequence[Fact]) -> Iterator[Fact]:
    for fact in money:
        kind = fact.subject.kind == limit.kind if limit.kind else True
        if kind and re.search(limit.part, fact.subject.name):
            yield fact


def _when(fact: Fact, examined: Examined) -> tuple[object, ...]:
    return fact.year, stage_of(fact, examined.document)


def _told(rule: Rule, part: Fact, whole: Fact) -> Check:
    one, other = operand(part), operand(whole)
    told = f"{side([part]).label}（第{one.page}页）{part.value} {part.unit}"
    message = f"{told}，超过{side([whole]).label}（第{other.page}页）{whole.value} {whole.unit}。"
    return worded(rule, [one, other], "不超过总体", message)


def _yuan(fact: Fact) -> Decimal:
    return fact.yuan if fact.yuan is not None else Decimal(0)
