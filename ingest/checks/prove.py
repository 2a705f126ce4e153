"""All rules over one document, told once each (核对一份文件)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

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
    series,
    shares,
    within,
    writing,
    years,
)
from ingest.checks.examined import Examined
from ingest.model import Check, Fact, Operand, Severity, Side, Verdict

Family = Callable[[Examined], Iterator[Check]]

#: Families of rules in the order in which their findings are told.
FAMILIES: tuple[Family, ...] = (
    form.check, writing.check, levels.check, formulas.check, parts.check, balances.check, lists.check,
    agreement.check, years.check, changes.check, ratios.check, shares.check, directions.check, enumerations.check,
    scores.check, mentions.check, series.check, within.check,
)  # fmt: skip

#: Families that look at one table at a time; the others must not take a unit's figure for that of the department.
_OF_TABLES = (form.check, writing.check, levels.check, formulas.check, parts.check)

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def prove(examined: Examined) -> tuple[Check, ...]:
    """Everything about a document that does not hold, errors first, then one line a rule on what holds."""
    own = replace(examined, facts=tuple(f for f in examined.facts if _is_own(f, examined)))
    found = [check for family in FAMILIES for check in family(examined if family in _OF_TABLES else own)]
    return (*differing(found), *_held(found))


def _is_own(fact: Fact, examined: Examined) -> bool:
    """Whether a figure is the document's own, not that of one of the units that it lists."""
    return fact.entity == examined.document.entity


def differing(found: Iterable[Check]) -> list[Check]:
    """The checks that do not hold, each contradiction once, errors first and in the order of the pages."""
    kept: dict[object, Check] = {}
    for check in found:
        if check.verdict is not Verdict.HOLDS:
            kept.setdefault(_contradiction(check), check)
    causes = {_place(c.left.operands[0]) for c in kept.values() if _names_one(c)}
    found_twice = [k for k, c in kept.items() if c.rule in _SUMMED and causes & _others(c)]
    for key in found_twice:
        del kept[key]
    told = [_doubtful(c) if _follows(c) and causes & _others(c) else c for c in kept.values()]
    return sorted(
        told, key=lambda c: (_ORDER[c.severity], c.verdict is Verdict.ROUNDING, c.pages[:1], c.rule)
    )


#: Rules that compute from figures which another rule may have found wrong: then that may be all that is wrong.
_COMPUTED = ("ratios.", "enumerations.", "changes.")


#: Sums of ratios say nothing more where one of the ratios is wrong.
_SUMMED = ("enumerations.hundred",)


def _names_one(check: Check) -> bool:
    """Whether a check that fails doubts one printed figure, and another print of it says what it should be."""
    one = len(check.left.operands) == 1
    return check.verdict is Verdict.FAILS and one and check.rule.startswith(("agreement.", "ratios."))


def _doubtful(check: Check) -> Check:
    """A check that rests on a figure which is itself in doubt: told, but not as an error of its own."""
    if check.severity is not Severity.ERROR:
        return check
    return replace(check, severity=Severity.WARNING, message=f"{check.message}算式里有一个数本身有疑问。")


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
