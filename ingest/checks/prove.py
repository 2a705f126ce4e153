"""All rules over one document, told once each (核对一份文件)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from ingest.checks import (
    agreement,
    balances,
    directions,
    enumerations,
    form,
    formulas,
    levels,
    mentions,
    parts,
    ratios,
    scores,
    years,
)
from ingest.checks.examined import Examined
from ingest.model import Check, Severity, Side, Verdict

Family = Callable[[Examined], Iterator[Check]]

#: Families of rules in the order in which their findings are told.
FAMILIES: tuple[Family, ...] = (
    form.check, levels.check, formulas.check, parts.check, balances.check, agreement.check, years.check, ratios.check,
    directions.check, enumerations.check, scores.check, mentions.check,
)  # fmt: skip

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def prove(examined: Examined) -> tuple[Check, ...]:
    """Everything about a document that does not hold, errors first, then one line a rule on what holds."""
    found = [check for family in FAMILIES for check in family(examined)]
    return (*differing(found), *_held(found))


def differing(found: Iterable[Check]) -> list[Check]:
    """The checks that do not hold, each contradiction once, errors first and in the order of the pages."""
    kept: dict[object, Check] = {}
    for check in found:
        if check.verdict is not Verdict.HOLDS:
            kept.setdefault(_contradiction(check), check)
    return sorted(
        kept.values(), key=lambda c: (_ORDER[c.severity], c.verdict is Verdict.ROUNDING, c.pages[:1], c.rule)
    )


def counted(checks: Iterable[Check]) -> tuple[str, ...]:
    """One line on how much of a document does not hold; nothing where all does."""
    counts: Counter[Severity] = Counter(
        c.severity for c in checks if c.verdict is Verdict.FAILS and c.severity is not Severity.NOTE
    )
    wrong = "、".join(f"{severity.value} {counts[severity]} 处" for severity in Severity if counts[severity])
    return (f"核对出{wrong}，用 mingbai checks 查看",) if wrong else ()


def _contradiction(check: Check) -> object:
    """The printed figure that is in doubt with what it should be: two rules may find the same."""
    printed = [(o.page, o.box) for o in check.left.operands]
    return tuple(printed), check.left.value, check.right.value, None if printed else check.rule


def _held(found: Iterable[Check]) -> Iterator[Check]:
    counts: Counter[tuple[str, str]] = Counter()
    passed: Counter[tuple[str, str]] = Counter()
    for check in found:
        counts[check.rule, check.title] += 1
        passed[check.rule, check.title] += check.verdict is Verdict.HOLDS
    for (rule, title), count in counts.items():
        message = f"核对 {count} 处，相符 {passed[rule, title]} 处。"
        if passed[rule, title]:
            yield Check(
                rule,
                title,
                Verdict.HOLDS,
                Severity.NOTE,
                Side(title, None, ""),
                Side("", None, ""),
                None,
                message,
            )
