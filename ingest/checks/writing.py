"""How figures are written: thousands grouped wrongly, a unit line unlike all others (写法)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from ingest.checks.examined import Examined, Rule, operand, worded
from ingest.model import Check, Fact, Operand, Origin, Severity, Table
from ingest.numbers import unit_of
from ingest.patterns import regex
from ingest.statements import UNKNOWN, clean_title, title_to_statement
from ingest.text import fold

GROUPED = Rule("writing.grouped", "数字的千位分隔符写得对")
UNIT = Rule("writing.unit", "各表的金额单位一致", Severity.WARNING)
CODES = Rule("writing.codes", "同一科目编码一致", Severity.WARNING)

_CELL = regex(r"-?\d[\d,，]*(?:\.\d+)?")
_SPOKEN = regex(r"(?<![\d,，.])\d[\d,，]*[,，]\d[\d,，]*(?:\.\d+)?(?=\s*(?:亿元|万元|千元|元))")
_RIGHT = regex(r"-?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?")
#: Tables that keep to 万元 beside statements in 元 (上海市预算公开格式), and those of unknown kind.
_OWN_UNIT = frozenset(
    {UNKNOWN.name, "三公经费表", "机关运行经费表", "政府采购表", "绩效自评表", "绩效目标表"}
)
#: With fewer statements than this no unit line is unlike the others.
_ENOUGH = 4
_TWO = 2


def check(examined: Examined) -> Iterator[Check]:
    """Cells and sentences with a number that no rule of writing allows, and the one unit line that differs."""
    for table in examined.tables:
        for cell in table.cells:
            text = cell.text.strip()
            if _CELL.fullmatch(text) and re.search("[,，]", text) and not _RIGHT.fullmatch(text):
                label = f"{clean_title(table.title) or '表'}「{text}」"
                yield _wrong(Operand(label, None, "", cell.page, cell.box, text))
    for section in examined.sections:
        for paragraph in section.paragraphs:
            for match in _SPOKEN.finditer(paragraph.text):
                if not _RIGHT.fullmatch(match[0]):
                    page, box = paragraph.places(match.start(), match.end())[0]
                    yield _wrong(Operand(f"正文「{match[0]}」", None, "", page, box, match[0]))
    yield from _units(examined)
    yield from _codes(examined)


def _codes(examined: Examined) -> Iterator[Check]:
    """One account of one parent that carries two codes, the rarer of them."""
    found: dict[tuple[object, ...], dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in examined.facts:
        subject = fact.subject
        if fact.origin is Origin.CELL and subject.code:
            key = (subject.kind, subject.code[:3], len(subject.code), subject.path, fold(subject.name))
            found[key][subject.code].append(fact)
    for codes in found.values():
        if len(codes) != _TWO:
            continue
        (odd, there), (usual, elsewhere) = sorted(codes.items(), key=lambda item: len(item[1]))
        printed = operand(there[0])
        name = there[0].subject.name
        message = f"「{name}」的编码这里是 {odd}（第{printed.page}页），别处是 {usual}。"
        yield worded(CODES, [printed, operand(elsewhere[0])], usual, message)


def _wrong(printed: Operand) -> Check:
    message = f"{printed.label}（第{printed.page}页）的千位分隔符不合写法，可能多写、少写或错了一位。"
    return worded(GROUPED, [printed], "三位一分", message)


def _units(examined: Examined) -> Iterator[Check]:
    """The statement whose unit line differs from that of every other."""
    stated = [(t, place) for t in examined.tables if (place := _unit_line(t)) is not None]
    counts = Counter(unit_of(place.quote) for _, place in stated)
    if len(stated) < _ENOUGH or len(counts) != 2:
        return
    (usual, _), (odd, times) = counts.most_common()
    if times != 1 or not usual or not odd:
        return
    table, place = next((t, p) for t, p in stated if unit_of(p.quote) == odd)
    title = clean_title(table.title)
    message = f"{title}（第{place.page}页）的金额单位是{odd}，其他各表都是{usual}，请核实。"
    yield worded(UNIT, [place], usual, message)


def _unit_line(table: Table) -> Operand | None:
    if title_to_statement(table.title).name in _OWN_UNIT:
        return None
    for line in table.caption:
        if unit_of(line.text):
            return Operand(f"{clean_title(table.title)}单位", None, "", line.page, line.box, line.text)
    return None
