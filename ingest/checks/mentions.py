"""Counts and rates told twice in the document's own words, with two values (同一事项的不同数字)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from ingest.checks.examined import Examined, Rule, settle
from ingest.checks.rounding import last_place
from ingest.model import Box, Cell, Check, Operand, Paragraph, Severity, Side, Table
from ingest.patterns import regex
from ingest.rows import project_of
from ingest.text import fold

TWICE = Rule("mentions.twice", "同一事项前后数字一致", Severity.WARNING)

_NUMBER = regex(
    r"(?P<value>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<rough>余)?\s*"
    r"(?P<unit>%|人次|批次|件|个|次|人|篇|户|份|家|项|处|场|期|台|辆|座|吨|公里|平方米)"
)
_RATE = regex(r"(?:率|度)$")
#: Words before a number that do not name what is counted.
_FILLER = regex(r"(?:均?达到?|为|是|共计|共|约|近|提升至|提高到|完成|累计|合计|超过?|至)+$")
_OTHER_YEAR = regex(r"(20\d\d)年")
#: 97%--100%: a target, no figure of what was done.
_RANGE, _RANGE_END = regex(r"\s*[-—~–至]+\s*\d"), regex(r"[≥≧≤≦><]\s*$")
#: The fewest characters of a name that can be trusted to tell one thing, and how much of it the other must share.
_LEAST, _SHARED = 6, Decimal("0.8")
#: A name with more values than this names no single thing.
_FEW = 2
#: Rates that every project has.
_ANY_PROJECT = regex(
    r"^(?:预算|项目|资金|总体|整体|部门|指标|年度|全年|绩效|任务|工作)*(?:执行率|完成率|满意度|合格率|到位率|支出率)$"
)
_EVALUATED = regex(
    r"(?P<name>[^，。：:；“”\"]{3,40}?)[”\"]?(?:项目)?(?:支出)?绩效(?:自评|评价)(?:综述|情况|结果)"
)
#: A cell this long holds a sentence; a shorter one is a figure of the table.
_SENTENCE = 16


@dataclass(frozen=True, slots=True)
class Mention:
    """A number in running text with the words that name it, folded; ``project`` is the one told of, if one is.

    ``whole`` is the count that it is a part of, where its sentence says 其中.
    """

    words: str
    value: Decimal
    unit: str
    operand: Operand
    sentence: str
    project: str = ""
    whole: Decimal | None = None

    @property
    def pairs(self) -> frozenset[str]:
        """Pairs of neighbouring characters of the name."""
        return frozenset(self.words[i : i + 2] for i in range(len(self.words) - 1))


def check(examined: Examined) -> Iterator[Check]:
    """Every two mentions of one thing; equal ones are told once, as held."""
    found = _single(list(_mentions(examined)))
    told: set[tuple[str, Decimal, Decimal]] = set()
    for one, other in combinations(found, 2):
        key = (one.unit, min(one.value, other.value), max(one.value, other.value))
        if one.unit != other.unit or one.sentence == other.sentence or key in told or not _alike(one, other):
            continue
        told.add(key)
        yield _compared(one, other)


def _single(found: list[Mention]) -> list[Mention]:
    """Without names that stand for something else each time: of many values, or the indicators of any project."""
    values: dict[tuple[str, str], set[Decimal]] = defaultdict(set)
    for mention in found:
        values[mention.words, mention.unit].add(mention.value)
    return [m for m in found if len(values[m.words, m.unit]) <= _FEW and not _ANY_PROJECT.search(m.words)]


def _alike(one: Mention, other: Mention) -> bool:
    if one.project and other.project and one.project != other.project:
        return False  # two projects have indicators of one name
    if one.whole is not None and other.whole is not None and one.whole != other.whole:
        return False  # cars that were bought, and cars that are there
    shorter, longer = sorted((one, other), key=lambda m: len(m.words))
    rest = iter(longer.words)
    contained = all(char in rest for char in shorter.words)
    return contained and len(shorter.pairs & longer.pairs) >= _SHARED * len(shorter.pairs)


def _compared(one: Mention, other: Mention) -> Check:
    """A rate that rounds the other is a difference of rounding; rough counts (余) may be that far apart."""
    allowed = Decimal(0)
    if one.unit == "%" and one.value and other.value:
        allowed = max(last_place([one.value]), last_place([other.value]))
        allowed = allowed if allowed < 1 else Decimal(0)
    left, right = (Side(m.operand.label, m.value, m.unit, (m.operand,)) for m in (one, other))
    return settle(TWICE, left, right, allowed)


def _mentions(examined: Examined) -> Iterator[Mention]:
    year = examined.document.year
    for section in examined.sections:
        project = _project("".join(section.path[-1:]))
        for paragraph in section.paragraphs:
            for mention in _in(paragraph.text, year, paragraph):
                before = paragraph.text.partition(mention.operand.quote)[0] + mention.operand.quote
                project = _project(before) or project
                yield replace(mention, project=project)
    for table in examined.tables:
        project = fold(project_of(table))
        for cell in table.cells:
            if len(cell.text) >= _SENTENCE and not _is_plan(cell, table):
                yield from (replace(m, project=project) for m in _in(cell.text, year, cell))


#: Headings of what was aimed at: no figure of what was done (预期目标 beside 实际完成情况).
_AIM = regex(r"^(?:[一二三四五六七八九十]、)?(?:年度|年初|预期|总体|绩效|设定|项目|中长期|实施期)+目标$")


def _is_plan(cell: Cell, table: Table) -> bool:
    """Whether the heading straight above a cell says that it tells what was aimed at."""
    above = [
        c for c in table.cells if c.text and c.row_end == cell.row and c.column <= cell.column < c.column_end
    ]
    return any(_AIM.match(fold(c.text)) for c in above)


def _project(text: str) -> str:
    """The project that words tell of last, folded: 「河道保洁项目绩效自评综述：…」."""
    names = [match["name"] for match in _EVALUATED.finditer(text)]
    return fold(names[-1]) if names else ""


def _in(text: str, year: int, where: Paragraph | Cell) -> Iterator[Mention]:
    last = 0
    for match in _NUMBER.finditer(text):
        before, last = text[last : match.start()], match.end()
        clause = re.split(r"[，。；：:（）()]", before)[-1]
        words = fold(_FILLER.sub("", re.sub(r"^[一二三四五]是", "", clause)))
        years = {int(y) for y in _OTHER_YEAR.findall(re.split(r"[。；]", before)[-1])}
        if _RANGE.match(text, match.end()) or _RANGE_END.search(before):
            continue
        if re.search(r"[和及与]$", words):
            continue  # 「1个行政单位和3个事业单位」: the number is of what stands behind it
        named = len(re.findall(r"[\u4e00-\u9fff]", words)) >= _LEAST
        if not named or (years and years != {year}) or (match["unit"] == "%" and not _RATE.search(words)):
            continue
        value = Decimal(match["value"].replace(",", ""))
        page, box = _place(where, match.start(), match.end())
        sentence = text[max(0, match.start() - 40) : match.end() + 10]
        operand = Operand(f"「{clause[-24:]}」", value, match["unit"], page, box, sentence)
        whole = _whole(text[: match.start()], match["unit"])
        yield Mention(words, value, match["unit"], operand, text, whole=whole)


def _whole(before: str, unit: str) -> Decimal | None:
    """The last count in ``unit`` before 其中 of the same sentence."""
    named, among, _ = re.split(r"[。；]", before)[-1].partition("其中")
    found = [m["value"] for m in _NUMBER.finditer(named) if m["unit"] == unit] if among else []
    return Decimal(found[-1].replace(",", "")) if found else None


def _place(where: Paragraph | Cell, start: int, end: int) -> tuple[int, Box]:
    if isinstance(where, Cell):
        return where.page, where.box
    return where.places(start, end)[-1]
