"""Lists within a sentence: 「共 6 辆，其中：…」, parts that make up what they are parts of (文中列举)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.checks.examined import Examined, Rule, is_money, settle, side, value_of
from ingest.checks.rounding import last_place, sum_allowance
from ingest.model import Check, Fact, Measure, Severity, Side, Verdict
from ingest.patterns import regex
from ingest.quantities import ROUGH

COUNTED = Rule("enumerations.count", "总数＝列举的各项之和", Severity.WARNING)
SHARED = Rule("enumerations.share", "各项之和＝总额（各项占比合计 100%）")
WHOLE = Rule("enumerations.hundred", "各项占比合计 100%", Severity.WARNING)

_AMONG = regex(r"其中|包括|分别(?:为|是)")
#: The last item of a list that leaves nothing out.
_REST = regex(r"^其他|^其余")
_HUNDRED = Decimal(100)


def check(examined: Examined) -> Iterator[Check]:
    """Every sentence that counts or divides something."""
    sentences: dict[str, list[Fact]] = defaultdict(list)
    for fact in examined.spoken():
        if fact.breakdown != ROUGH:
            sentences[fact.source.quote].append(fact)
    for quote, facts in sentences.items():
        yield from _counted(quote, facts)
        yield from _shared(facts)


def _counted(quote: str, facts: Sequence[Fact]) -> Iterator[Check]:
    """Things counted: the items after 「其中」 add up where the last of them is 其他, and never to more."""
    counts = [f for f in facts if f.measure is Measure.COUNT and f.unit not in ("分", "次")]
    if len(counts) < 3 or len(_AMONG.findall(quote)) != 1 or len({f.unit for f in counts}) != 1:
        return
    total, parts = counts[0], counts[1:]
    among = _AMONG.search(quote)
    if among is None or f"{value_of(total).normalize():f}" not in quote[: among.start()].replace(",", ""):
        return
    if _REST.search(parts[-1].subject.name):
        yield settle(COUNTED, side([total]), side(parts, "列举各项之和"), Decimal(0))


def _shared(facts: Sequence[Fact]) -> Iterator[Check]:
    """Parts with a share each: where the shares make 100 % the amounts make the total, and the other way round."""
    money = [f for f in facts if is_money(f)]
    shares = {f.subject.name: f for f in facts if f.measure is Measure.SHARE}
    parts = [f for f in money[1:] if f.subject.name in shares]
    if len(parts) < 2 or len({f.subject.name for f in parts}) != len(parts) or len(parts) != len(money) - 1:
        return
    total, held = money[0], [shares[f.subject.name] for f in parts]
    if total.subject.name in shares or len({f.unit for f in money}) != 1:
        return
    amounts = settle(
        SHARED, side([total]), side(parts, "各项之和"), sum_allowance([value_of(f) for f in money])
    )
    percent = sum(map(value_of, held), Decimal(0))
    whole = abs(percent - _HUNDRED) <= last_place([value_of(f) for f in held]) * len(held)
    if whole:
        yield amounts
    elif amounts.verdict is not Verdict.FAILS:
        hundred, full = side(held, "各项占比合计", percent), Side("全部", _HUNDRED, "%")
        yield settle(WHOLE, hundred, full, Decimal(0))
