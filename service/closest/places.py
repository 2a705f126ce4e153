"""Every number that a body's documents tell with a unit: its clause, what leads to it, and what stands over it (数处).

From sentences as they are printed, whether or not a fact was made of them; from the rows of tables that are named in
the documents' own words (indicators, purchases, staff).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Chunk, Fact, Fund, Measure, Origin, Stage
from ingest.patterns import regex
from ingest.quantities import placed
from service.model import PHRASE_KINDS
from service.text.sentences import sentences_of

#: Kinds whose rows are named in the documents' own words.
ROWS = (*PHRASE_KINDS, "政府采购", "人员", "资产")
_MARK = regex(r"[，,；;。：:（(]|——")
_CLOSE = regex(r"[，,；;。）)、]")
_COMMA, _COLON = regex("[，,]"), regex("[：:]")
_TAIL = regex(r"(?:人?次|套)(?![\u4e00-\u9fff]{0,1}数)")
_YEAR = regex(r"(20\d\d)年")
#: What stands between the number that was and the one that is.
_TO = regex(
    r"(?:[\u4e00-\u9fff]{0,3}(?:提高|增加|减少|下降|扩大|调整|上调|下调|降低|提升|压减|调减|调增|增长|升|增|降|减|改))(?:到|至|为)了?(?:每[\u4e00-\u9fff]{1,3})?"
)
_RATE_UNITS = ("个百分点", "百分点", "‰")
_MONEY = regex(r"[百千万亿]*元$")


@dataclass(frozen=True, slots=True)
class Place:
    """One number: ``own`` its clause, ``before`` what leads to it in the sentence, ``after`` what follows at once.

    ``head`` are the headings over it, or a row's parents and table; ``start`` and ``end`` its place in the passage;
    ``is_old`` says that it is what there was before, 「由6.8万元提高到…」; ``column`` is the head over a cell of
    a row that stands in a passage, 「完成改造户数，年度指标值：≥130户」.
    """

    value: Decimal
    unit: str
    own: str
    before: str
    after: str
    head: str
    sentence: str
    chunk: Chunk | None = None
    start: int = 0
    end: int = 0
    fact: Fact | None = None
    is_old: bool = False
    column: str = ""

    @property
    def year(self) -> int:
        """The year that its passage named last before it; 0 where it named none, 上年 aside."""
        if self.chunk is None:
            return self.fact.year if self.fact is not None else 0
        said = _YEAR.findall(self.chunk.text[: self.start + len(self.before) + len(self.own)])
        return int(said[-1]) if said else 0

    @property
    def is_row(self) -> bool:
        """Whether it stands in a table."""
        return self.fact is not None


def places_of(chunks: Sequence[Chunk], facts: Iterable[Fact]) -> list[Place]:
    """The numbers of passages and of rows, in their order."""
    told = [place for chunk in chunks for place in _in_text(chunk)]
    return [*told, *_in_rows(facts)]


def _in_text(chunk: Chunk) -> Iterator[Place]:
    head = "".join(chunk.path[-2:])
    for sentence in sentences_of(chunk):
        text = sentence.text
        numbers = [(a, b, q) for a, b, q in placed(text) if q.unit]
        came_from = 0
        for at, (start, end, quantity) in enumerate(numbers):
            last = numbers[at - 1][1] if at else 0
            marks = [m.end() for m in _MARK.finditer(text, last, start)]
            own = max([last, *marks])
            tail = _TAIL.match(text, end) if not quantity.unit.endswith("次") else None
            unit, end = quantity.unit + (tail[0] if tail else ""), tail.end() if tail else end
            closed = _CLOSE.search(text, end)
            stop = closed.start() if closed else len(text)
            following = numbers[at + 1][0] if at + 1 < len(numbers) else len(text)
            after = text[end : min(stop, following)]
            if _TO.fullmatch(text[own:start]) and own == last and at:
                own = came_from  # 「由6.8万元提高到7.5万元」: both are of what stands before the first
            came_from = own
            name, column = _cell(text[:start])
            yield Place(
                quantity.value, unit, name or text[own:start], text[:own], after, head, text, chunk, sentence.start,
                sentence.end, is_old=_TO.fullmatch(after) is not None and following <= stop, column=column,
            )  # fmt: skip


#: What an indicator was to come to and came to, and the row ahead of it: names first, then cells with their heads.
_COLUMN = regex(
    r"(?:^|[，,])(?P<column>[^，,：:]{0,6}(?:指标值|目标值?|完成值|完成情况|实际值|实际完成|达成值))[：:]\s*[≥≤＞＜><=]*\s*$"
)
_CELL = regex(r"^[^：:]{0,6}(?:指标值|目标值?|完成值|完成情况|实际值|实际完成|达成值)[：:]")


def _cell(before: str) -> tuple[str, str]:
    """The name of the row and the head of the column of a cell, by what leads to it; both empty where it is none."""
    column = _COLUMN.search(before)
    if column is None:
        return "", ""
    pieces = _COMMA.split(before[: column.start()])
    while pieces and _CELL.match(pieces[-1]):
        pieces.pop()  # what was aimed at stands before what came of it
    name = pieces[-1] if len(pieces) > 1 else ""
    return (name, column["column"]) if name and not _COLON.search(name) else ("", "")


def _in_rows(facts: Iterable[Fact]) -> Iterator[Place]:
    facts = [fact for fact in facts if fact.origin is Origin.CELL and fact.value is not None]
    staged = {(f.subject.name, f.breakdown, f.year): set[Stage]() for f in facts}
    for fact in facts:
        staged[fact.subject.name, fact.breakdown, fact.year].add(fact.stage)
    told: set[tuple[object, ...]] = set()
    for fact in sorted(facts, key=_widest):
        s = fact.subject
        stage = fact.stage.value if len(staged[s.name, fact.breakdown, fact.year]) > 1 else ""
        if s.kind in ROWS:
            name = (
                s.name if s.name in fact.source.row or not fact.source.row else f"{s.name}{fact.source.row}"
            )
        else:
            name = f"{s.name}{fact.breakdown if fact.breakdown not in _WHOLE else ''}{stage}"
            one = (fact.document_id, name, fact.year, fact.measure)
            if one in told:
                continue  # the same account of less money, or of another table
            told.add(one)
        head = "".join((*s.path, fact.source.table))
        yield row_place(fact, name, head)


#: Breakdowns that are the whole.
_WHOLE = ("", "合计", "小计", "总计")
#: Of an account that is printed of several funds, the widest is told.
_FUNDS = (Fund.ALL, Fund.APPROPRIATION, Fund.GENERAL)


def _widest(fact: Fact) -> int:
    return _FUNDS.index(fact.fund) if fact.fund in _FUNDS else len(_FUNDS)


def row_place(fact: Fact, name: str, head: str) -> Place:
    """A row as a place, by what it is called and what stands over it."""
    assert fact.value is not None  # only rows with a number are places
    return Place(fact.value, fact.unit, name, "", "", head, name, fact=fact)


def measure_of(place: Place) -> str:
    """What a number measures by its unit: ``money``, ``rate`` or ``count``."""
    if place.fact is not None and place.fact.measure is Measure.AMOUNT:
        return "money"
    if place.unit.startswith("%") or place.unit in _RATE_UNITS:
        return "rate"
    return "money" if _MONEY.search(place.unit) or place.unit.startswith("元") else "count"
