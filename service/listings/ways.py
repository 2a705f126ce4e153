"""The ways in which a list answers: an order, a gap, a share, a sum, a winner, one row, which rows (清单的答法)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from service.listings.columns import asks_each, column_of, words_asked
from service.listings.listing import Item, Listing
from service.listings.ordered import order_of
from service.listings.said import Named, Said
from service.listings.worked import Maker
from service.model import Evidence, Plan

_GAP = regex(
    r"相?差|[多少高低大贵][出了]?(?:多少|几)|哪[个家所样项][^，。？]{0,6}(?<!最)[多少高低大贵](?!少)|谁[^，。？]{0,4}(?<!最)[多少高低大贵](?!少)"
)
_SUM = regex(r"一共|总共|共计|合计|合起来|加起来|加在一起|合在一起|再?加上|总和|[总共](?=花|要|有|多少)")
#: More than one is to be added up, whatever is found.
_ADDED = regex(r"合起来|加起来|加在一起|合在一起|再?加上|(?<!哪)两[者个样]|[三四五六]样")
_SHARE = regex(r"占[^，。？]{0,12}(?:几成|多少(?!个?钱|万|元))|占比|比重|比例|几成|百分之")
_LIST = regex(r"哪|什么|啥|咩|清单|明细|列|分别")
_COUNT = regex(r"(?:几|多少)(?:个|项|样|种|笔|家|所|件)")


def made_of(listing: Listing, said: Said, text: str, plan: Plan, maker: Maker) -> Evidence | None:
    """What a list makes of a question: the first way that it asks for and that can be gone."""
    single = _single(said.named)
    group = _group(listing, said.named)
    column = column_of(listing, said, group or single, plan, text)
    if asks_each(text) and len(group) == 1 and not listing.is_price(column):
        return maker.each_one(group[0], column)
    order = order_of(text, plan)
    if order is not None:
        among = single if len(single) > 1 else group
        counted = said.rows in (0, len(among), order.count)
        return maker.ranked(among, column, order) if column and counted else None
    if _GAP.search(text):
        return maker.apart(single[0], single[1], column) if column and len(single) == 2 else None
    several = single if len(single) > 1 else group
    if said.rows > 1 and said.rows != len(several):
        return None
    if _SHARE.search(text):
        return maker.share(group[0], column) if column and len(group) == 1 else None
    added = said.named and len(several) > 1
    if (_SUM.search(text) and added) or _ADDED.search(text):
        return maker.summed(several, column) if column and added else None
    return _told(listing, said, text, column, maker)


def _told(listing: Listing, said: Said, text: str, column: str, maker: Maker) -> Evidence | None:
    """What rows are told one by one: by a word of theirs, by a figure, by what stands in a column of words."""
    single, group = _single(said.named), _group(listing, said.named)
    if (label := words_asked(listing, said, text)) != "":
        return maker.words_of(group[0], label, column) if len(group) == 1 and label != "?" else None
    if len(group) > 1 and column and said.named and all(one.by != listing.key for one in said.named):
        return maker.summed(group, column)
    if len(group) == 1 and column:
        return maker.one(group[0], column)
    if len(single) > 1 and column:
        return maker.each(single, column)
    if said.rows == len(group) > 1 and column and _LIST.search(text):
        return maker.each(group, column)
    return _listed(said, group, text, maker) if not column or not said.columns else None


def _listed(said: Said, group: Sequence[Item], text: str, maker: Maker) -> Evidence | None:
    """The rows that have a word in a column of theirs, which ones or how many."""
    filtered = [one for one in said.named if one.by != maker.listing.key]
    if not filtered or len(filtered) < len(said.named) or not group:
        return None
    if _LIST.search(text) or _COUNT.search(text):
        return maker.rows(group, "、".join(one.word for one in filtered))
    return None


def _single(named: Sequence[Named]) -> list[Item]:
    """The rows that are named one by one; none where a word names several."""
    items = [one.items[0] for one in named if len(one.items) == 1]
    return list({id(i): i for i in items}.values()) if len(items) == len(named) else []


def _group(listing: Listing, named: Sequence[Named]) -> list[Item]:
    """The rows that all words together name; all where nothing names any."""
    return [i for i in listing.items if all(any(i is own for own in one.items) for one in named)]


def asks_more(text: str, plan: Plan) -> bool:
    """Whether more is asked than the figure of one row: a place, a gap, a share, what each one costs."""
    return bool(order_of(text, plan) or _GAP.search(text) or _SHARE.search(text) or asks_each(text))


def asks_sum(text: str) -> bool:
    """Whether rows are to be added up."""
    return bool(_SUM.search(text) or _ADDED.search(text))
