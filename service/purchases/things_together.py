"""Several things of one list of what is bought or set up, by their number: 「电脑打印机总共买几台」 (同表几样的台数).

Each must be named by a row of the one table, as its name ends; what else is said must be the asking. The number of one
of them is never told for all.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import MONEY, plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.told import printed_as
from service.model import Declined, Evidence, Finding, Plan, Reason
from service.read.vocabulary import SYNONYMS
from service.targets import Point
from service.things.search import unit_fits

_MANY = regex(r"(?:多少|几)(?:多少)?[台套件把张辆部个架块组]")
_EACH = regex(r"各|分别|每样")
_CODE = regex(r"^[A-C]?\d{4,}")
#: The asking, and what is said of buying and of an office.
_ASKING = regex(
    r"政府采购|采购|购买|购置|配置|配备|新增|添置|添|买|配|换|办公(?:室)?(?:用|设备)?|资产|预算|计划|打算|准备|要用?|安排|分别|各自?|每样"
    r"|一共|总共|合计|加起来|拢共|共计|统共|共|多少钱|多少|几[台套件把张辆部个架块组]|[台套件把张辆部个架块组]|这[些个]|那[些个]|花|钱|元|今年|本年"
    r"|[和与及跟加、，,。？?\s的了吗呢呀啊是有得都又还就]"
)
_LEAST = 2


def things_together(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | Declined | None:
    """The number of each thing and of all; None where fewer than two are named, or not all in one table; nothing is
    told where more is said than the table does."""
    text = fold(plan.parted or plan.text)
    asked = _MANY.search(text)
    if asked is None or plan.year is None or plan.count_unit is None:
        return None
    tables: dict[tuple[str, int], list[Fact]] = {}
    for fact in sources.facts:
        if _is_listed(fact, plan.count_unit):
            tables.setdefault((fact.document_id, fact.source.sequence), []).append(fact)
    said = (_named(text, own) for own in tables.values())
    listed = [(rows, strange) for rows, strange in said if len(set(map(_name, rows))) >= _LEAST]
    found = [(rows, strange) for rows, strange in listed if rows[0].year == plan.year]
    if not listed or len({(len(rows), _sum(rows)) for rows, _ in found}) > 1:
        return None
    rows, strange = (found or listed)[0]
    if strange or not found:
        return _declined(rows, strange or f"{plan.year}年")
    each = tuple(printed_as(_name(f), f, sources.body.name) for f in rows)
    if _EACH.search(text):
        return Evidence(each)
    money = _money_of(rows, sources.facts) if "钱" in text else ()
    totals = [_total(rows), *([_total(money)] if money else [])]
    return Evidence((*totals, *each))


def _declined(rows: Sequence[Fact], strange: str) -> Declined:
    """That a list has these things, but not as they are asked for."""
    told = "、".join(f"{_name(f)} {plain(f.value or Decimal(0))} {f.unit}" for f in rows)
    why = f"{rows[0].year}年度资料里列有{told}，但问题里的「{strange}」没有对应的内容，不能确定所问的数字，没有给出。"
    return Declined(Reason.NOT_DISCLOSED, why, final=True)


def _is_listed(fact: Fact, unit: str) -> bool:
    """Whether a cell of a list counts a thing in the unit that is asked."""
    counted = fact.measure is Measure.COUNT and bool(fact.value) and not fact.source.quote
    return counted and "数量" in fact.source.column and unit_fits(fact, unit)


def _name(fact: Fact) -> str:
    return _CODE.sub("", fact.subject.name)


def _named(text: str, rows: Sequence[Fact]) -> tuple[list[Fact], str]:
    """The rows of a table that a text names, each by the end of its name, and what else it says."""
    meant: list[Fact] = []
    for fact in sorted(rows, key=lambda f: -len(_name(f))):
        said = next((word for word in _words(fold(_name(fact))) if word in text), "")
        if said:
            meant += [f for f in rows if f not in meant and any(w == said for w in _words(fold(_name(f))))]
            text = text.replace(said, "，")
    return [f for f in rows if f in meant], _ASKING.sub("", text)


def _words(name: str) -> list[str]:
    """A name and its ends from the longest on, in the words of the list and in those that people say."""
    ends = [name[at:] for at in range(len(name) - 1)]
    said = [end.replace(written, word) for written, spoken in SYNONYMS for word in spoken.split("|")
            for end in ends if end == written]  # fmt: skip
    return [end for end in (*ends, *said) if len(end) >= _LEAST]


def _sum(rows: Sequence[Fact]) -> Decimal:
    return sum((f.value or Decimal(0) for f in rows), Decimal(0))


def _money_of(rows: Sequence[Fact], facts: Sequence[Fact]) -> list[Fact]:
    """What each row costs in all; none where any of them does not say it."""
    found = [
        [
            f
            for f in facts
            if (f.document_id, f.source.sequence, f.source.row) == (r.document_id, r.source.sequence, r.source.row)
            and f.unit in MONEY and "单价" not in f.source.column and "其中" not in f.source.column
        ]
        for r in rows
    ]  # fmt: skip
    return [own[0] for own in found] if all(len({f.value for f in own}) == 1 for own in found) else []


def _total(rows: Sequence[Fact]) -> Finding:
    first = printed_as(_name(rows[0]), rows[0], rows[0].entity)
    formula = f"{' + '.join(plain(f.value or Decimal(0)) for f in rows)} = {plain(_sum(rows))}"
    operands = tuple(operand for f in rows for operand in printed_as(_name(f), f, f.entity).operands)
    label = f"{'、'.join(dict.fromkeys(map(_name, rows)))}合计"
    return Finding(label, _sum(rows), first.unit, first.measure, first.year, first.stage, operands, formula,
                   entity=first.entity)  # fmt: skip
