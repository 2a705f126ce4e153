"""What rows of a list make, each figure led back to its cell: told, ranked, set apart, added up (清单算数)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ingest.model import Measure
from ingest.numbers import MONEY, convert, plain
from service.listings.listing import Cell, Item, Listing, is_count
from service.listings.ordered import Order
from service.model import Evidence, Finding, Operand, Plan, Term
from service.text.sentences import to_quote

#: How many rows are told at most.
_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes what is told of one list, which a document of ``whose`` prints, for one question about ``body``."""

    listing: Listing
    plan: Plan
    body: str
    whose: str

    def one(self, item: Item, column: str) -> Evidence | None:
        """The figure of one row."""
        about = self._about(item, column)
        return self._told(
            (item,), (self._of(item, column),), f"列出：{self._say(item, column)}。", about=about
        )

    def _about(self, item: Item, column: str) -> Term | None:
        """What a follow-up takes up: of how many there are of a thing the thing, else what was counted."""
        fact = item.cells[column].fact if column in item.cells else None
        if is_count(column) and fact is not None and fact.subject.name == item.name:
            return Term(fact.subject.name, fact.subject.kind, "", fact.subject.path)
        return (
            None if self.listing.is_money(column) or is_count(column) else Term(self._bare(column), "业务量")
        )

    def each_one(self, item: Item, column: str) -> Evidence | None:
        """What one of a thing costs, by what all cost and how many they are."""
        many = next((c for c in item.cells if is_count(c)), "")
        if not column or not many or not item.cells[many].value or not self.listing.is_money(column):
            return None
        whole, number = self._of(item, column), self._of(item, many)
        value = whole.value / number.value
        if value != value.quantize(Decimal("0.000001")):
            value = value.quantize(Decimal("0.0001"), ROUND_HALF_UP)
        value = value.normalize() + 0
        formula = f"{plain(whole.value)} ÷ {plain(number.value)} = {plain(value)}"
        label, operands = f"{item.name}平均每{number.unit or '个'}", (*whole.operands, *number.operands)
        found = Finding(label, value, whole.unit, whole.measure, whole.year, whole.stage, operands, formula,
                        entity=self.body)  # fmt: skip
        each = f"平均每{number.unit or '个'} {plain(value)} {whole.unit}（{formula}）"
        said = f"列出：{self._say(item, column)}，{each}。"
        return self._told((item,), (found, whole, number), said)

    def each(self, items: Sequence[Item], column: str) -> Evidence | None:
        """The figures of several rows, one by one."""
        said = "；".join(self._say(item, column) for item in items)
        return self._told(items, tuple(self._of(i, column) for i in items), f"列出：{said}。")

    def ranked(self, items: Sequence[Item], column: str, order: Order) -> Evidence | None:
        """The rows at the places of an order; nothing where two share an edge of them."""
        own = sorted((i for i in items if column in i.cells), key=lambda i: self._size(i, column))
        own = own if order.least else own[::-1]
        first = order.nth - 1 if order.nth else 0
        meant = own[first : first + order.count]
        edges = [(own[i - 1], own[i]) for i in (first, first + order.count) if 0 < i < len(own)]
        tied = any(self._size(a, column) == self._size(b, column) for a, b in edges)
        if len(own) < 2 or len(meant) < order.count or tied or not self._alike(own, column):
            return None
        bare = self._bare(column)
        way = f"{bare}{self._end(own[0], column, order.least)}的"
        if order.nth:
            way = f"按{bare}{'从小到大' if order.least else '从大到小'}排第{order.nth}的"
        way += f"{len(meant)}项依次" if len(meant) > 1 else ""
        said = "、".join(self._say(i, column).replace(self._bare(column), "", 1) for i in meant)
        found = tuple(self._of(i, column) for i in meant)
        return self._told(meant, found, f"列出的 {len(own)} 项里，{way}是{said}。")

    def apart(self, one: Item, other: Item, column: str) -> Evidence | None:
        """How far two rows are apart, the larger first."""
        if not self._alike((one, other), column) or not {column} <= one.cells.keys() & other.cells.keys():
            return None
        more, less = sorted((one, other), key=lambda i: -self._size(i, column))
        a, b = self._of(more, column), self._of(less, column)
        gap = a.value - b.value
        formula = f"{plain(a.value)} − {plain(b.value)} = {plain(gap)}"
        found = Finding(f"{more.name}与{less.name}的{self._bare(column)}之差", gap, a.unit, a.measure, a.year, a.stage,
                        (*a.operands, *b.operands), formula, entity=self.body)  # fmt: skip
        said = f"{self._say(more, column)}，{self._say(less, column)}"
        side = f"{more.name}多 {plain(gap)} {a.unit}（{formula}）" if gap else "两者相同"
        return self._told((more, less), (found, a, b), f"列出：{said}；{side}。")

    def summed(self, items: Sequence[Item], column: str) -> Evidence | None:
        """Rows added up."""
        if not self._alike(items, column) or any(column not in i.cells for i in items):
            return None
        found = [self._of(i, column) for i in items]
        total = sum((f.value for f in found), Decimal(0))
        formula = f"{' + '.join(plain(f.value) for f in found)} = {plain(total)}"
        first = found[0]
        whole = Finding(f"{self._bare(column)}合计", total, first.unit, first.measure, first.year, first.stage,
                        tuple(o for f in found for o in f.operands), formula, entity=self.body)  # fmt: skip
        said = "、".join(self._say(i, column) for i in items)
        told = f"列出：{said}，{len(items)}项合计 {plain(total)} {first.unit}（{formula}）。"
        return self._told(items, (whole, *found), told)

    def share(self, item: Item, column: str) -> Evidence | None:
        """A row's share of all rows, where the document prints what they come to."""
        own = [i for i in self.listing.items if column in i.cells]
        part = self._of(item, column)
        whole = sum((self._of(i, column).value for i in own), Decimal(0))
        if column not in item.cells or not whole or not self._alike(own, column):
            return None
        rate = (part.value * 100 / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)
        formula = f"{plain(part.value)} ÷ {plain(whole)} × 100% = {rate}%"
        found = Finding(f"{item.name}占{self._bare(column)}的比重", rate, "%", Measure.SHARE, part.year, part.stage,
                        part.operands, formula, entity=self.body)  # fmt: skip
        of_all = f"占 {len(own)} 项合计 {plain(whole)} {part.unit}的 {rate}%（{formula}）"
        return self._told(
            (item,), (found, part), f"列出的 {len(own)} 项里，{self._say(item, column)}，{of_all}。"
        )

    def words_of(self, item: Item, label: str, column: str) -> Evidence | None:
        """What a column of words says of a row, with its figure."""
        word = item.words.get(label)
        if word is None:
            return None
        money = column or next((c for c in item.cells if self.listing.is_money(c)), "")
        found = (self._of(item, money),) if money in item.cells else ()
        said = self._say(item, money) if found else item.name
        return self._told((item,), found, f"列出：{said}，{label}：{word}。", quoted=True)

    def rows(self, items: Sequence[Item], word: str) -> Evidence | None:
        """The rows that a word is said of, and how many they are."""
        if len(items) > _SHOWN:
            return None
        names = "、".join(dict.fromkeys(i.name for i in items))
        number = Finding(f"“{word}”的", Decimal(len(items)), "项", Measure.COUNT, self.plan.year or 0, "", (),
                         f"{names}，共 {len(items)} 项", entity=self.body)  # fmt: skip
        return self._told(items, (number,), f"里，“{word}”的有 {len(items)} 项：{names}。", quoted=True)

    def _of(self, item: Item, column: str) -> Finding:
        cell = item.cells.get(column) or Cell(Decimal(0), "", None)
        wanted = convert(cell.value, cell.unit, self.plan.unit) if self.plan.unit else None
        value, unit = (wanted, self.plan.unit or "") if wanted is not None else (cell.value, cell.unit)
        operands = (Operand(item.name, cell.fact),) if cell.fact is not None else ()
        measure = (
            Measure.AMOUNT if cell.unit in MONEY else Measure.RATE if cell.unit == "%" else Measure.COUNT
        )
        stage = cell.fact.stage.value if cell.fact is not None else ""
        label, printed = f"{item.name}（{self._bare(column)}）", cell.fact if value == cell.value else None
        return Finding(label, value, unit, measure, self.plan.year or 0, stage, operands, printed=printed,
                       entity=self.body)  # fmt: skip

    def _say(self, item: Item, column: str) -> str:
        found = self._of(item, column)
        many = next((c for c in item.cells if is_count(c) and c != column), "")
        beside = self._of(item, many) if many and self.listing.is_money(column) else None
        aside = f"（{plain(beside.value)}{beside.unit}）" if beside is not None and beside.unit else ""
        return f"{item.name}{aside}{self._bare(column)} {plain(found.value)} {found.unit}".rstrip()

    def _end(self, item: Item, column: str, least: bool) -> str:
        """最多, 最高 or 最大, as things are counted, marked or paid for."""
        unit = item.cells[column].unit
        more, less = ("大", "小") if unit in MONEY else ("高", "低") if unit in ("分", "%") else ("多", "少")
        return f"最{less if least else more}"

    def _bare(self, column: str) -> str:
        return self.listing.bare(column)

    def _size(self, item: Item, column: str) -> Decimal:
        cell = item.cells[column]
        return convert(cell.value, cell.unit, "元") or cell.value

    def _alike(self, items: Sequence[Item], column: str) -> bool:
        """Whether figures may be held against each other: all money, or all in one unit."""
        units = {i.cells[column].unit for i in items if column in i.cells}
        return len(units) == 1 or units <= MONEY.keys()

    def _told(
        self,
        items: Sequence[Item],
        found: tuple[Finding, ...],
        said: str,
        quoted: bool = False,
        about: Term | None = None,
    ) -> Evidence | None:
        """The evidence; None where a figure is of money and its unit is nowhere printed."""
        if any(not f.unit for f in found if not f.formula and not is_count(f.label)):
            return None
        lacking = quoted or any(not f.operands for f in found)
        rows = [sentence for item in items for sentence in item.line]
        where = f"「{self.listing.heading.strip()}」" if self.listing.heading else "表格"
        told = f"{self.whose}{self.plan.year}年度公开资料的{where}{said}"
        return Evidence(
            found,
            quotes=(to_quote(rows),) if lacking else (),
            told=told,
            about=about,
        )
