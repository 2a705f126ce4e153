"""The tables prove themselves: 合计 = Σ类, 类 = Σ款, 款 = Σ项, and the parts of a row make its total.

Every functional and economic statement of the samples and of the corpus is summed up again from the facts. A
reader that drops a row, shifts a column or joins two tables does not pass; nothing here is written off by hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import pytest

from ingest.model import Fact, Fund, Measure, Origin
from ingest.text import fold
from tests.ingest.disclosures import CENTRE, CORPUS_FILES, HEALTH, JIANGHAN, SAMPLE_FILES, Disclosure, read

#: Each addend may be rounded by half a unit of its last place, 0.01 whether 元 or 万元; the total too.
CENT = Decimal("0.01")
TOTALS = {fold(word) for word in ("合计", "总计", "人员经费合计", "公用经费合计")}
LEVELS = (3, 5, 7)
#: What a row of expenditure is made of.
PARTS = {"基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"}
SIDES = {"人员经费", "公用经费"}
#: Statements that print classes alone below a total that counts balances as well.
TWO_SIDED = {"收支总表", "财政拨款收支总表"}

#: Contradictions that the documents themselves print: file, page, column, code (空 for 合计), and why.
PRINTED_CONTRADICTIONS: dict[tuple[str, int, str, str], str] = {}

#: How many sums there are at the least, so that a reader that finds nothing does not pass.
LEAST = {HEALTH: 200, CENTRE: 80, JIANGHAN: 70}
ALL = [*SAMPLE_FILES, *(pytest.param(name, marks=pytest.mark.corpus) for name in CORPUS_FILES)]

Column = dict[str, Decimal]


def statements(disclosure: Disclosure) -> Iterator[list[Fact]]:
    """Money in the cells of each table that carries codes."""
    by_table: defaultdict[int, list[Fact]] = defaultdict(list)
    for fact in disclosure.facts:
        if fact.origin is Origin.CELL and fact.measure is Measure.AMOUNT:
            by_table[fact.source.sequence].append(fact)
    yield from (facts for facts in by_table.values() if any(f.subject.code for f in facts))


def columns(facts: list[Fact]) -> dict[str, Column]:
    """Amounts by code, column by column; a code that is printed twice with two amounts is an error of the reader."""
    found: defaultdict[str, Column] = defaultdict(dict)
    for fact in facts:
        code, column = fact.subject.code, found[fact.source.column]
        if code:
            assert fact.value is not None
            assert column.setdefault(code, fact.value) == fact.value, f"{code} twice in {fact.source}"
    return found


def children(code: str, codes: set[str]) -> list[str]:
    return sorted(c for c in codes if len(c) == len(code) + 2 and c.startswith(code))


def differs(total: Decimal, parts: list[Decimal]) -> bool:
    return abs(total - sum(parts, Decimal(0))) > CENT * (len(parts) + 1)


def level_sums(facts: list[Fact]) -> Iterator[tuple[Fact, str, str, Decimal, list[Decimal]]]:
    """Every printed parent with its printed children; a blank child counts as nothing."""
    codes = {f.subject.code for f in facts if f.subject.code}
    for name, column in columns(facts).items():
        for parent in sorted(codes):
            below = children(parent, codes)
            if below:
                parts = [column.get(child, Decimal(0)) for child in below]
                yield facts[0], name, parent, column.get(parent, Decimal(0)), parts


def grand_sums(facts: list[Fact]) -> Iterator[tuple[Fact, str, str, Decimal, list[Decimal]]]:
    """Every printed total with the classes of its column; 人员经费合计 and 公用经费合计 make one total together."""
    totals: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if not fact.subject.code and fold(fact.source.row) in TOTALS and fact.statement not in TWO_SIDED:
            totals[fact.source.column].append(fact)
    for name, column in columns(facts).items():
        classes = [value for code, value in column.items() if len(code) == LEVELS[0]]
        if totals[name]:
            total = sum((f.value or Decimal(0) for f in totals[name]), Decimal(0))
            yield totals[name][0], name, "", total, classes


@pytest.mark.parametrize("name", ALL)
def test_levels_add_up(name: str) -> None:
    disclosure = read(name)
    sums = [s for facts in statements(disclosure) for s in (*level_sums(facts), *grand_sums(facts))]
    assert len(sums) >= LEAST.get(name, 20)
    wrong = [
        f"{fact.source.table} {column} {code or '合计'}: {total} ≠ {' + '.join(map(str, parts))}"
        for fact, column, code, total, parts in sums
        if differs(total, parts) and (name, fact.source.page, column, code) not in PRINTED_CONTRADICTIONS
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", ALL)
def test_every_statement_with_codes_has_a_total(name: str) -> None:
    """Where a column of classes has no total, its row was lost; two-sided statements print none of their own."""
    for facts in statements(read(name)):
        if facts[0].statement in TWO_SIDED:
            continue
        having = {f.source.column for f in facts if not f.subject.code and fold(f.source.row) in TOTALS}
        classes = {f.source.column for f in facts if len(f.subject.code) == LEVELS[0]}
        assert classes <= having, (facts[0].source.table, classes - having)


def part_of(fact: Fact) -> str:
    """Which part of its row a fact is; in the row of totals the part is the subject itself."""
    if fact.subject.code or fact.subject.level == "合计":
        return fact.breakdown
    return fact.subject.name if fold(fact.source.row) in TOTALS else ""


def rows_in_parts(disclosure: Disclosure, parts: set[str]) -> dict[tuple[object, ...], dict[str, Decimal]]:
    """Breakdowns of each row, by table, code, year, stage and fund; the row of totals has no code."""
    found: defaultdict[tuple[object, ...], dict[str, Decimal]] = defaultdict(dict)
    for facts in statements(disclosure):
        for fact in facts:
            part = part_of(fact)
            if part in {*parts, "合计"} and fact.value is not None:
                found[fact.source.sequence, fact.subject.code, fact.year, fact.stage, fact.fund][part] = (
                    fact.value
                )
    return found


@pytest.mark.parametrize("parts", [PARTS, SIDES], ids=["基本项目", "人员公用"])
@pytest.mark.parametrize("name", ALL)
def test_parts_of_a_row_make_its_total(name: str, parts: set[str]) -> None:
    split = {
        key: row
        for key, row in rows_in_parts(read(name), parts).items()
        if "合计" in row and row.keys() & parts
    }
    wrong = [
        f"{key}: {row}"
        for key, row in split.items()
        if differs(row["合计"], [value for part, value in row.items() if part != "合计"])
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("name", "least"), [(HEALTH, 60), (CENTRE, 30), pytest.param(JIANGHAN, 34, marks=pytest.mark.corpus)]
)
def test_rows_are_split_into_parts(name: str, least: int) -> None:
    """So that the test above does not pass for want of rows: each prints 基本支出 or 项目支出 beside its total."""
    split = [row for row in rows_in_parts(read(name), PARTS).values() if row.keys() & PARTS and "合计" in row]
    assert len(split) >= least


@pytest.mark.parametrize("name", ALL)
def test_every_item_is_read_under_its_parents(name: str) -> None:
    for facts in statements(read(name)):
        codes = {f.subject.code: f.subject for f in facts if f.subject.code}
        for code, subject in codes.items():
            lengths = [n for n in LEVELS if n <= len(code) and code[:n] in codes]
            assert len(code) in LEVELS
            assert subject.path == tuple(codes[code[:n]].name for n in lengths if n < len(code))
            assert all(short < long for short, long in pairwise(lengths))


@pytest.mark.parametrize("name", SAMPLE_FILES)
def test_funds_make_the_appropriation(name: str) -> None:
    """财政拨款 = 一般公共预算 + 政府性基金 + 国有资本经营, in every row of the summary of appropriations."""
    rows: defaultdict[tuple[object, ...], dict[Fund, Decimal]] = defaultdict(dict)
    for fact in read(name).facts:
        if (
            fact.statement == "财政拨款收支总表"
            and fact.subject.kind == "功能分类"
            and fact.value is not None
        ):
            rows[fact.subject.code, fact.year, fact.stage][fact.fund] = fact.value
    assert rows
    for row in rows.values():
        assert not differs(
            row[Fund.APPROPRIATION], [v for fund, v in row.items() if fund is not Fund.APPROPRIATION]
        )
