"""Purchases as a document prints them one by one, in the rows of a flat list or in a sentence (逐笔采购)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Chunk, Fact, Measure
from ingest.numbers import MONEY, parse_number
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.purchases.purchases import KIND
from service.text.lines import Line
from service.text.sentences import Sentence, sentences_of
from service.text.table_rows import TableRow, number_of, table_rows

#: Headings of the columns of a list of purchases, folded: what is bought, for how much, its sort, by and from whom.
_THING = regex(
    r"^(?:政府)?采购(?:项目|内容|品目|物品|标的|事项|货物)?(?:名称)?$|^(?:货物|物品|品目|标的|商品)名称$"
)
_AMOUNT = regex(
    r"(?:金额|预算|价款?|总额|总价|决算|支出)数?(?:百万元|亿元|万元|千元|元)?$|^(?:合计|小计)(?:万元|元)?$"
)
_NO_AMOUNT = regex(r"单价|控制价|比例|预留")
_SORT = regex(r"目录|类[别型]|品类|分类")
_SORTS = ("货物", "工程", "服务")
_CODED, _BY_CODE = regex(r"([ABC])\d{2}"), dict(zip("ABC", _SORTS, strict=True))
_BUYER = regex(r"^(?:采购|预算|使用|实施|所属|需求)?(?:单位|部门)(?:名称)?$|^采购人$")
_WINNER = regex(r"中标|成交|供应商|承接|承包|乙方")
_MANY = regex(r"^(?:采购|购置)?数量$")
#: In a sentence: 「电子屏一套92.60万元」, several side by side.
_TOLD = regex(
    r"(?P<name>[^，。；：、:;]{1,12}?[^，。；：、:;\d][^，。；：、:;]{0,20}?)(?P<many>(?:[一二两三四五六七八九十]+|\d[\d,.]*万?)(?:台套|[台套辆个项批件张部块架艘棵册枚年]))?"
    r"(?:，|共|计|合同|金额|预算|为|约)*(?P<value>\d[\d,]*(?:\.\d+)?)(?P<unit>亿元|万元|元)(?=[、，。；;]|等|和|及|$)"
)
#: What introduces them, and names that are sorts, totals and shares and no things.
_LEAD = regex(
    r"(?:主要|较大|较多|大额|重点|重大|具体|金额最大)[^，。；]{0,12}?(?:有|为|是|包括|如下)[:：]?|采购(?:了|内容(?:有|包括|为))[:：]?"
)
_NO_THING = regex(
    r"^(?:其中|政府)?(?:采购)?(?:货物|工程|服务)(?:类|采购)?(?:支出|预算|金额)?(?:采购)?$|总额|企业|合同金额|预留|节约|预算|支出$|占"
)


@dataclass(frozen=True, slots=True)
class Deal:
    """One purchase: what is bought, for how much, its sort, who buys, who won it, how many, and where it is told."""

    name: str
    amount: Decimal | None
    unit: str
    sort: str
    buyer: str
    winner: str
    many: str
    line: Line
    fact: Fact | None = None


@dataclass(frozen=True, slots=True)
class Deals:
    """The purchases of one list: the table's heading, and whether a sentence tells them."""

    heading: str
    deals: tuple[Deal, ...]
    told: bool = False


def deals_of(sources: Sources, year: int | None) -> list[Deals]:
    """The flat lists of purchases of the documents that are asked; none for a statement by sorts and projects."""
    own = [f for f in sources.facts if f.year == year and f.value is not None]
    if any(
        sort in f.subject.path[0] for f in own if f.subject.kind == KIND and f.subject.path for sort in _SORTS
    ):
        return []
    chunks = sources.index().chunks
    held: dict[tuple[str, str], list[Deal]] = {}
    for row in table_rows(chunks):
        if (deal := _of_row(row, own)) is not None:
            held.setdefault((row.line[0].chunk.document_id, row.table), []).append(deal)
    found = [Deals(table, tuple(deals)) for (_, table), deals in held.items() if len(deals) > 1]
    return found or list(_in_sentences(chunks))


def _of_row(row: TableRow, facts: Sequence[Fact]) -> Deal | None:
    labels = [label for label, _ in row.cells]
    thing = next((label for label in labels if _THING.match(label)), None)
    if thing is None or number_of(row.value(thing))[0]:
        return None
    name = row.value(thing)
    sort = next((own for label, v in row.cells if _SORT.search(label) and (own := _sort_of(v))), "")
    amount, unit, fact = _amount(row, name, facts)
    by = {
        key: next((v for label, v in row.cells if form.search(label) and label != thing), "")
        for key, form in (("buyer", _BUYER), ("winner", _WINNER), ("many", _MANY))
    }
    counted = row.value("计量单位")
    many = by["many"] + (counted if by["many"] and not number_of(by["many"])[1] else "")
    if amount is None and not by["winner"]:
        return None
    return Deal(name, amount, unit, sort, by["buyer"], by["winner"], many, row.line, fact)


def _sort_of(catalogued: str) -> str:
    """The sort that a cell tells, by its code in the catalogue (品目分类目录) before its words: 服务器 are goods."""
    coded = _CODED.match(catalogued.strip())
    return _BY_CODE[coded[1]] if coded else next((s for s in _SORTS if s in catalogued), "")


def _amount(row: TableRow, name: str, facts: Sequence[Fact]) -> tuple[Decimal | None, str, Fact | None]:
    """What a purchase costs, in which unit, and the figure of the same row; nothing where no unit is told."""
    for label, value in row.cells:
        number, behind = number_of(value)
        if not number or not _AMOUNT.search(label) or _NO_AMOUNT.search(label):
            continue
        amount = Decimal(number)
        fact = next(
            (f for f in facts if f.value == amount and f.measure is Measure.AMOUNT
             and fold(f.subject.name) == fold(name) and f.document_id == row.line[0].chunk.document_id), None,
        )  # fmt: skip
        headed = re.search(r"(百万元|亿元|万元|千元|元)$", label)
        beside = {f.unit for f in facts if f.subject.kind == KIND and f.measure is Measure.AMOUNT}
        known = behind if behind in MONEY else fact.unit if fact else headed[1] if headed else ""
        unit = known or (
            next(iter(beside)) if len(beside) == 1 else ""
        )  # that of other rows of the statement
        if unit:
            return amount, unit, fact
    return None, "", None


def _in_sentences(chunks: Sequence[Chunk]) -> Iterator[Deals]:
    """Purchases that a sentence tells with their amounts, two and more."""
    for chunk in chunks:
        for sentence in sentences_of(chunk):
            if "采购" not in sentence.text and not any("采购" in part for part in chunk.path):
                continue
            lead = _LEAD.search(sentence.text)
            if lead is None:
                continue
            before, text = sentence.text[: lead.end()], sentence.text[lead.end() :]
            sort = next((s for s in _SORTS if s in re.split(r"[，。；]", before)[-1]), "")
            deals = tuple(deal for m in _TOLD.finditer(text) if (deal := _told(m, sort, sentence)))
            if len(deals) > 1:
                yield Deals(chunk.path[-1] if chunk.path else "", deals, told=True)


def _told(said: re.Match[str], sort: str, sentence: Sentence) -> Deal | None:
    value = parse_number(said["value"])
    name = re.sub(r"^(?:以及|及|和|采购|购置|购买)", "", said["name"])
    if value is None or len(name) < 2 or _NO_THING.search(fold(name)):
        return None
    return Deal(name, value, said["unit"], sort, "", "", said["many"] or "", (sentence,))
