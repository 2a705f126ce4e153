"""Which column of a list a question wants: by its heading, by what is counted, by the stage of the money (问哪一栏)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Stage
from ingest.patterns import regex
from service.listings.listing import Item, Listing, is_count, kind_of
from service.listings.said import Said
from service.model import Plan

_MONEY = regex(r"钱|[花贵]|便宜|价|万元?|亿元|(?<!单)元|金额|经费|资金|预算|决算|多少米|几蚊")
#: Only money answers these.
_PAID = regex(r"[花贵]|便宜|价|[少几个]钱|(?:多少|几)[万亿]?元|多少万(?![\u4e00-\u9fff])")
_HOW_MANY = regex(
    r"(?<![那这某])(?:多少|几)(?:台套|[台套辆艘架只箱条张块件把册枚部批本棵盏间座幅支根组])(?!钱)|数量|[买购]了?(?:多少|几)个?$"
)
_COUNTED = regex(r"(?:多少|几)(?:个|名|位)?(?P<u>[人户座处所间张辆亩])(?!民)")
_THING = "[台套辆件个只张把艘架块部本箱条支根]"
#: What one of a thing costs.
_EACH = regex(
    rf"单价|每{_THING}|(?:多少|几)[钱元万块]*一{_THING}|一{_THING}(?:要|是|得|卖|花)?(?:多少|几)|(?:均|单)价"
)
_WHO = regex(r"谁|哪[家个些]?[^，。？]{0,3}(?:公司|企业|供应商|厂家|单位中)|中[的了]?标|成交|供应商|承接")
_WINNER = regex(r"中标|成交|供应商|承接|承包|乙方")
_PRICE, _PART = regex(r"单价"), regex(r"^其中|^(?:其中)?(?:财政|其他)")
_SPENT, _PLANNED = regex(r"[花用]|实际|支出|决算|执行"), regex(r"预算|计划|安排|准备|打算")
_IS_SPENT, _IS_PLANNED = regex(r"决算|执行|实际|支出"), regex(r"预算|计划|金额")
_OF_LAST = regex(r"上年|去年|增减|[增减]幅|比例|占比")


def column_of(listing: Listing, said: Said, items: Sequence[Item], plan: Plan, text: str) -> str:
    """The one column of figures that is asked for; empty where none or several may be meant."""
    columns = [c for c in listing.columns if any(c in i.cells for i in items) and not _OF_LAST.search(c)]
    meant = [c for c in columns if c in said.columns]
    if _PAID.search(text):
        meant = [c for c in meant if listing.is_money(c)]
    prices = [c for c in columns if listing.is_price(c)]
    if asks_each(text) and prices:
        return prices[0]
    if not meant and _HOW_MANY.search(text):
        meant = [c for c in columns if is_count(c)]
    if not meant and (counted := _COUNTED.search(text)):
        meant = [c for c in columns if any(i.cells[c].unit == counted["u"] for i in items if c in i.cells)]
        return meant[0] if len(meant) == 1 else ""
    if not meant and _MONEY.search(text):
        meant = [c for c in columns if listing.is_money(c) and not _PRICE.search(c)]
    narrowed = _narrowed(meant, plan, text)
    return narrowed[0] if len(narrowed) == 1 else ""


def _narrowed(columns: Sequence[str], plan: Plan, text: str) -> Sequence[str]:
    """Of several columns of money those of the stage that is said, of a whole and its parts the whole."""
    if len(columns) < 2:
        return columns
    whole = [c for c in columns if not _PART.search(c)] or columns
    planned = plan.stage in (Stage.BUDGET, Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET)
    for asked, headed in (
        (_SPENT.search(text) and not planned, _IS_SPENT),
        (planned or _PLANNED.search(text), _IS_PLANNED),
    ):
        own = [c for c in whole if headed.search(c)]
        if asked and own:
            return own
    sums = [c for c in whole if re.search(r"合计|总额|总计", c)]
    return sums or whole


def words_asked(listing: Listing, said: Said, text: str) -> str:
    """The column of words that is asked for: who won or delivers, for which college; empty where none is, or where
    the question says what stands in it, ``?`` where the list has none such."""
    if _WHO.search(text):
        label = next((label for label in listing.words if _WINNER.search(label)), "?")
        return "" if any(one.by == label for one in said.named) else label
    for label in (label for label in listing.words if label != listing.key):
        kind = kind_of(item.words[label] for item in listing.items if label in item.words)
        if kind and re.search(rf"哪一?[个家所]?{kind}(?!最)", text):
            return label
    return ""


def asks_each(text: str) -> bool:
    """Whether it is asked what one of a thing costs."""
    return bool(_EACH.search(text))
