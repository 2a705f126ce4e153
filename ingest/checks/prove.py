"""All rules over one document, told once each (核对一份文件)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from ingest.checks import (
    agreement,
    balances,
    changes,
    directions,
    enumerations,
    form,
    formulas,
    levels,
    lists,
    mentions,
    parts,
    ratios,
    scores,
    writing,
    years,
)
from ingest.checks.examined import Examined
from ingest.model import Check, Operand, Severity, Side, Verdict

Family = Callable[[Examined], Iterator[Check]]

#: Families of rules in the order in which their findings are told.
FAMILIES: tuple[Family, ...] = (
    form.check, writing.check, levels.check, formulas.check, parts.check, balances.check, lists.check,
    agreement.check, years.check, changes.check, ratios.check, directions.check, enumerations.check, scores.check,
    mentions.check,
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
    causes = {_place(c.left.operands[0]) for c in kept.values() if _names_one(c)}
    told = [c for c in kept.values() if not (_follows(c) and causes & _others(c))]
    return sorted(
        told, key=lambda c: (_ORDER[c.severity], c.verdict is Verdict.ROUNDING, c.pages[:1], c.rule)
    )


#: Rules that compute from figures which another rule may have found wrong: then that is the contradiction.
_COMPUTED = ("ratios.", "enumerations.", "changes.")


def _names_one(check: Check) -> bool:
    """Whether a check that fails doubts one printed figure."""
    return check.verdict is Verdict.FAILS and len(check.left.operands) == 1


def _follows(check: Check) -> bool:
    return check.rule.startswith(_COMPUTED)


def _others(check: Check) -> set[object]:
    """The figures that a check computes from; where it doubts several at once, those too."""
    several = check.left.operands if len(check.left.operands) > 1 else ()
    return {_place(o) for o in (*several, *check.right.operands)}


def _place(operand: Operand) -> tuple[object, ...]:
    return operand.document_id, operand.page, operand.box


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
