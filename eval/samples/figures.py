"""From items to the figures of the statements: sums over the classification, balances, shares and changes.

Every function is exact (Decimal); nothing is rounded before it is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from decimal import ROUND_HALF_UP, Decimal

from eval.samples.source import FUND, GENERAL, Amount, Item, Source, Travel

Column = Callable[[Item], Amount]

PEOPLE = ("301", "303")  # 人员经费; everything else in the basic expenditure is 公用经费
# All 类 that the general statement lists whether used or not, in the order of the statement.
CLASSES = (
    ("201", "一般公共服务支出"),
    ("202", "外交支出"),
    ("203", "国防支出"),
    ("204", "公共安全支出"),
    ("205", "教育支出"),
    ("206", "科学技术支出"),
    ("207", "文化旅游体育与传媒支出"),
    ("208", "社会保障和就业支出"),
    ("210", "卫生健康支出"),
    ("211", "节能环保支出"),
    ("212", "城乡社区支出"),
    ("213", "农林水支出"),
    ("214", "交通运输支出"),
    ("215", "资源勘探工业信息等支出"),
    ("216", "商业服务业等支出"),
    ("217", "金融支出"),
    ("219", "援助其他地区支出"),
    ("220", "自然资源海洋气象等支出"),
    ("221", "住房保障支出"),
    ("222", "粮油物资储备支出"),
    ("223", "国有资本经营预算支出"),
    ("224", "灾害防治及应急管理支出"),
    ("229", "其他支出"),
)


@dataclass(frozen=True)
class Row:
    """One row of a statement by function: its level is 3, 5 or 7, the length of its code."""

    code: str
    amounts: tuple[Amount, ...]


@dataclass(frozen=True)
class Totals:
    """The sums that the statements and the narrative share; in the unit of the items."""

    opening: Decimal
    income: Decimal
    expenditure: Decimal
    closing: Decimal
    total: Decimal
    grant_opening: Decimal
    grant: Decimal
    grant_closing: Decimal
    grant_total: Decimal
    general: Decimal
    general_basic: Decimal
    general_project: Decimal
    general_budget: Decimal
    fund: Decimal


@dataclass(frozen=True)
class Prior:
    """The same sums a year earlier, as far as a document compares with them."""

    total: Decimal
    income: Decimal
    expenditure: Decimal
    grant_total: Decimal
    general: Decimal
    travel: Travel
    operating: Amount


def add(amounts: Iterable[Amount]) -> Amount:
    """The sum of the cells that are filled in; blank when none is."""
    filled = [amount for amount in amounts if amount is not None]
    return sum(filled, Decimal(0)) if filled else None


def known(amounts: Iterable[Amount]) -> Decimal:
    """The sum, blank counting as nothing."""
    return add(amounts) or Decimal(0)


def income(item: Item) -> Amount:
    """本年收入 of an item, from every source."""
    return add((item.grant, item.superior, item.business, item.other))


def basic(item: Item) -> Amount:
    """基本支出 of an item, whoever paid for it."""
    return add((item.basic, item.own_basic))


def project(item: Item) -> Amount:
    """项目支出 of an item, whoever paid for it."""
    return add((item.project, item.own_project))


def spent(item: Item) -> Amount:
    """本年支出 of an item."""
    return add((basic(item), project(item)))


def granted(item: Item) -> Amount:
    """本年支出 of an item paid from the treasury's money."""
    return add((item.basic, item.project))


def rows(items: Sequence[Item], columns: Sequence[Column]) -> list[Row]:
    """类, 款 and 项 in order of their codes; items with no amount in any column are left out."""
    kept = [item for item in items if any(column(item) is not None for column in columns)]
    codes = sorted({item.code[:length] for item in kept for length in (3, 5, 7)})
    return [
        Row(code, tuple(add(column(i) for i in kept if i.code.startswith(code)) for column in columns))
        for code in codes
    ]


def sums(items: Sequence[Item], columns: Sequence[Column]) -> tuple[Amount, ...]:
    """The row 合计."""
    return tuple(add(column(item) for item in items) for column in columns)


def of_fund(source: Source, fund: str) -> list[Item]:
    """The items paid for by one kind of budget."""
    return [item for item in source.items if item.fund == fund]


def totals(source: Source) -> Totals:
    """Everything that is added up over the whole document."""
    items, general = source.items, of_fund(source, GENERAL)
    grant_opening, grant = known(i.opening for i in items), known(i.grant for i in items)
    opening = grant_opening + known(i.own_opening for i in items)
    received, paid = known(income(i) for i in items), known(spent(i) for i in items)
    from_treasury = known(granted(i) for i in items)
    return Totals(
        opening=opening,
        income=received,
        expenditure=paid,
        closing=opening + received - paid,
        total=opening + received,
        grant_opening=grant_opening,
        grant=grant,
        grant_closing=grant_opening + grant - from_treasury,
        grant_total=grant_opening + grant,
        general=known(granted(i) for i in general),
        general_basic=known(i.basic for i in general),
        general_project=known(i.project for i in general),
        general_budget=known(i.budget for i in general),
        fund=known(granted(i) for i in of_fund(source, FUND)),
    )


def balance(source: Source, fund: str) -> tuple[Decimal, Decimal, Decimal]:
    """Opening, this year's grant and closing of one kind of budget."""
    items = of_fund(source, fund)
    opening, grant = known(i.opening for i in items), known(i.grant for i in items)
    return opening, grant, opening + grant - known(granted(i) for i in items)


def by_class(items: Iterable[Item], column: Column) -> dict[str, Decimal]:
    """The sums of each 类 that has any."""
    found: dict[str, Decimal] = {}
    for item in items:
        if (amount := column(item)) is not None:
            found[item.code[:3]] = found.get(item.code[:3], Decimal(0)) + amount
    return dict(sorted(found.items()))


def economic_sum(source: Source, *classes: str) -> Decimal:
    """Basic expenditure under the given economic 类; all of it when none is given."""
    return known(amount for code, amount in source.economic if not classes or code.startswith(classes))


def people(source: Source) -> Decimal:
    """人员经费."""
    return economic_sum(source, *PEOPLE)


def prior(source: Source, previous: Source | None) -> Prior:
    """Last year's sums: computed from last year's document where there is one, else as the file gives them."""
    if previous is None:
        given = dict(source.words["prior"])
        given["travel"] = Travel(**given["travel"])
        given.setdefault("operating", None)
        return Prior(**given)
    before = totals(previous)
    operating = previous.words.get("operating", {}).get("amount")
    same = {f.name: getattr(before, f.name) for f in fields(Prior) if f.name not in ("travel", "operating")}
    return Prior(**same, travel=previous.travel["final"], operating=operating)


def ratio(part: Decimal, whole: Decimal, places: int = 2) -> Decimal:
    """`part` in percent of `whole`, rounded half up as such documents round."""
    return (part * 100 / whole).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
