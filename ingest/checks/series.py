"""Statements as a series: their printed numbers go on one by one, none is there twice with other figures (报表次序)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from ingest.checks.examined import Examined, Rule, figure, operand, value_of, worded
from ingest.model import Check, Fact, Measure, Operand, Origin, Severity, Table
from ingest.patterns import regex
from ingest.statements import UNKNOWN, clean_title, title_to_statement
from ingest.text import fold

ORDER = Rule("series.order", "报表编号依次连续", Severity.NOTE)
TWICE = Rule("series.twice", "同一张表重复出现时数字一致", Severity.WARNING)

#: The number of a statement: 公开03表, 财决公开03表, 预算03表, 附表3, 表3; parts of one are 表1-2.
_NUMBER = regex(
    r"^(?P<form>(?:财决|部门)?(?:公开|批复|决算|预算|预算公开|附)?)\s*(?:0?(?P<before>[1-9]\d?)\s*表|表\s*0?(?P<after>[1-9]\d?))"
    r"(?![-—\d一二三四五六七八九十])"
)
#: With fewer numbered statements there is no series.
_ENOUGH = 4
#: The number stands among so many lines above its statement.
_ABOVE = 6
#: Of the figures that two prints of a statement share so many must be equal for it to be one statement.
_ONE = 0.5


def check(examined: Examined) -> Iterator[Check]:
    """Numbers out of order, left out or there twice; statements printed again with other figures."""
    yield from _order(examined)
    printed: dict[int, dict[object, Fact]] = defaultdict(dict)
    for fact in examined.facts:
        if fact.origin is Origin.CELL and fact.standing == 0 and fact.measure is Measure.AMOUNT:
            printed[fact.source.sequence].setdefault(_key(fact), fact)
    for one, other in combinations(examined.tables, 2):
        if _same_form(one, other):
            yield from _twice(printed[one.sequence], printed[other.sequence])


def _order(examined: Examined) -> Iterator[Check]:
    """What is wrong with the numbers of the statements, told once."""
    series: dict[str, dict[tuple[int, str], Operand]] = defaultdict(dict)
    for table in examined.tables:
        found = _number(table, examined)
        if found is not None and title_to_statement(table.title) is not UNKNOWN:
            # A form a project has one number and one title each time.
            series[found[0]].setdefault((found[1], fold(table.title)), found[2])
    for form, places in series.items():
        if len(places) < _ENOUGH:
            continue
        numbers = [number for number, _ in places]
        twice = sorted({n for n in numbers if numbers.count(n) > 1})
        missing = [n for n in range(1, max(numbers)) if n not in {*numbers, *_elsewhere(form, examined)}]
        back = next((later for ((a, _), _), ((b, _), later) in pairwise(places.items()) if b < a), None)
        told = [_listed("重复", twice)] if twice else []
        told += [_listed("没有见到", missing)] if missing else []
        told += [f"第{back.page}页的{back.label}排在后面的表之后"] if back is not None else []
        if told:
            shown = back or next(iter(places.values()))
            yield worded(ORDER, [shown], "依次连续", f"报表编号不连续或次序不对：{'；'.join(told)}。")


def _elsewhere(form: str, examined: Examined) -> Iterator[int]:
    """Numbers of the same series in lines and cells that lead no statement: their title was not understood."""
    texts = [line.text for page in examined.pages for line in page.lines]
    texts += [cell.text for table in examined.tables for cell in table.cells]
    for text in texts:
        match = _NUMBER.match(text)
        if match and match["form"] == form:
            yield int(match["before"] or match["after"])


def _listed(what: str, numbers: Sequence[int]) -> str:
    return f"{what} {'、'.join(f'{n:02d}' for n in numbers)} 号表"


def _number(table: Table, examined: Examined) -> tuple[str, int, Operand] | None:
    """Wording and number of a statement, from the lines above it, nearest first, or the first cells of its frame."""
    page = table.pages[0]
    cells = [c for c in table.cells if c.page == page]
    top = min((c.box[1] for c in cells), default=0.0)
    before = (c.box[3] for t in examined.tables for c in t.cells if c.page == page and c.box[3] <= top)
    floor = max(before, default=0.0)
    lines = [x for p in examined.pages if p.number == page for x in p.lines if floor - 1 <= x.box[1] < top]
    places = [(line.text, page, line.box) for line in reversed(lines[-_ABOVE:])]
    places += [(c.text, page, c.box) for c in cells if c.row < 3 and c.text]
    for text, at, box in places:
        match = _NUMBER.match(text)
        if match:
            number = int(match["before"] or match["after"])
            return match["form"], number, Operand(f"“{match[0]}”", None, "", at, box, text[:80])
    return None


def _same_form(one: Table, other: Table) -> bool:
    return bool(one.title) and fold(clean_title(one.title)) == fold(clean_title(other.title))


def _twice(one: dict[object, Fact], other: dict[object, Fact]) -> Iterator[Check]:
    """The first figure that differs, where most of what two prints share is the same: else they are of two bodies."""
    shared = [key for key in one if key in other]
    apart = [key for key in shared if one[key].yuan != other[key].yuan]
    if not apart or len(apart) > _ONE * len(shared):
        return
    first, second = one[apart[0]], other[apart[0]]
    title = first.source.table
    message = (
        f"{title}印了两次（第{first.source.page}、{second.source.page}页），{len(apart)} 处数字不同，"
        f"如「{first.source.row} {first.source.column}」一处 {figure(value_of(first), first.unit)}，"
        f"一处 {figure(value_of(second), second.unit)}。"
    )
    yield worded(TWICE, [operand(first), operand(second)], "两处一致", message)


def _key(fact: Fact) -> object:
    subject = fact.subject
    what = (subject.code, fold(subject.name), subject.path, fact.breakdown, fact.fund, fact.flow)
    return (*what, fact.stage, fact.year, fact.entity)
