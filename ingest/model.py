"""The nouns of reading a disclosure, in the order in which they come to be: page, table, section, fact, chunk, check.

Boxes are ``(x0, top, x1, bottom)`` in points from a page's top left; pages count from 1; text is normalised.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from ingest.amendment import Amendment

Box = tuple[float, float, float, float]


class Kind(StrEnum):
    """What sort of disclosure a document is (公开类型)."""

    FINAL_ACCOUNTS = "决算"
    BUDGET = "预算"
    PERFORMANCE = "绩效"
    OTHER = "其他"


class Stage(StrEnum):
    """At which point of the budget year a figure holds (预算阶段)."""

    FINAL_ACCOUNTS = "决算"
    BUDGET = "预算"
    INITIAL_BUDGET = "年初预算"
    ADJUSTED_BUDGET = "全年预算"
    EXECUTION = "执行"


class Fund(StrEnum):
    """Which money a figure counts (资金性质)."""

    ALL = "全部资金"
    APPROPRIATION = "财政拨款"
    GENERAL = "一般公共预算"
    GOVERNMENT_FUND = "政府性基金"
    STATE_CAPITAL = "国有资本经营"


class Flow(StrEnum):
    """Whether money comes in or goes out, or is a balance (收支方向)."""

    INCOME = "收入"
    EXPENDITURE = "支出"
    BALANCE = "结转结余"
    NONE = ""


class Measure(StrEnum):
    """What a figure measures of its subject (度量)."""

    AMOUNT = "金额"
    COUNT = "数量"
    CHANGE = "增减额"
    CHANGE_RATE = "增减率"
    SHARE = "占比"
    COMPLETION = "完成率"
    VARIANCE = "与预算之差"
    VARIANCE_RATE = "与预算之差率"
    RATE = "比率"


class Origin(StrEnum):
    """Where in the document a figure was read (来源)."""

    CELL = "cell"
    SENTENCE = "sentence"
    DECLARATION = "declaration"


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``starts``, ``ends``: left and right edge of each character, ``bands``: top, bottom if they differ."""

    text: str
    page: int
    box: Box
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    size: float = 0.0
    bands: tuple[tuple[float, float], ...] = ()

    def box_of(self, start: int, end: int) -> Box:
        """Box of the characters ``start`` to ``end`` (end excluded)."""
        last = max(start, min(end, len(self.text)) - 1)
        return (self.starts[start], self.box[1], self.ends[last], self.box[3])


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a ruled table on one page, with the grid rows and columns that it covers (ends excluded)."""

    text: str
    page: int
    box: Box
    row: int
    column: int
    row_end: int
    column_end: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table as it stands on one page, before continuations are joined."""

    page: int
    box: Box
    rows: int
    columns: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Misread:
    """A table cell with a number that became no fact, and why."""

    page: int
    box: Box
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page; ``trouble``: why nothing; ``doubts``: numbers in no cell; ``turn``: degrees; ``levels``: y, x0, x1."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...]
    trouble: str = ""
    doubts: tuple[Misread, ...] = ()
    turn: int = 0
    levels: tuple[tuple[float, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its continuations joined and what is printed around it.

    ``cells`` are in rows through all parts; ``caption``, ``footnotes`` lines around, ``lead`` what a sentence names.
    """

    sequence: int
    title: str
    caption: tuple[Line, ...]
    footnotes: tuple[Line, ...]
    cells: tuple[Cell, ...]
    rows: int
    columns: int
    pages: tuple[int, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Where a run of a paragraph's text stands: characters ``start``.. are those of ``line`` from ``offset``."""

    start: int
    line: Line
    offset: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text with lines joined; ``pieces`` lead every character back to its line."""

    text: str
    pieces: tuple[Piece, ...]

    @property
    def page(self) -> int:
        """Page on which the paragraph starts."""
        return self.pieces[0].line.page

    def places(self, start: int, end: int) -> tuple[tuple[int, Box], ...]:
        """Page and box of every line piece that characters ``start``..``end`` (end excluded) cover."""
        found: list[tuple[int, Box]] = []
        for index, piece in enumerate(self.pieces):
            last = self.pieces[index + 1].start if index + 1 < len(self.pieces) else len(self.text)
            low, high = max(start, piece.start), min(end, last)
            # A space put between two lines stands on neither; its place is that of the character before it.
            first = min(piece.offset + low - piece.start, len(piece.line.text) - 1)
            if low < high:
                found.append((piece.line.page, piece.line.box_of(first, first + high - low)))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Section:
    """Paragraphs under one heading; ``path`` holds the headings from the outermost to its own."""

    path: tuple[str, ...]
    page: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is about (科目或事项).

    ``kind`` is one of 功能分类, 经济分类, 收入来源, 支出结构, 三公经费, 会议培训, 结转结余, 机关运行, 政府采购, 项目,
    绩效指标, 业务量, 总额, 其他; ``level`` is 合计, 类, 款, 项 or empty; ``path`` its parents, outermost first.
    """

    kind: str
    name: str
    code: str = ""
    level: str = ""
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """The place a figure was printed: a cell (row path × column path) or a sentence (quote), with page and box."""

    page: int
    box: Box
    table: str = ""
    row: str = ""
    column: str = ""
    quote: str = ""
    sequence: int = -1


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure that a document prints, with all that is needed to say what it is (事实).

    ``value`` is exactly as printed, in ``unit``; ``yuan`` is the same money in 元, None where it is not money.
    ``value`` is None for a declared absence (「本单位无…」). ``standing`` is 0 in a standard statement, 1 in a
    sentence, 2 in a table of unknown kind: of two equal readings the lower wins. ``amended`` is a correction by hand.
    """

    entity: str
    year: int
    stage: Stage
    statement: str
    fund: Fund
    flow: Flow
    subject: Subject
    breakdown: str
    measure: Measure
    value: Decimal | None
    unit: str
    yuan: Decimal | None
    origin: Origin
    source: Source
    standing: int = 0
    document_id: str = ""
    id: int = 0
    amended: Amendment | None = None


@dataclass(frozen=True, slots=True)
class Chunk:
    """A passage: whole sentences of one section, the headings above it, its places, and ``spans``: the text of each."""

    document_id: str
    sequence: int
    path: tuple[str, ...]
    text: str
    places: tuple[tuple[int, Box], ...]
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def id(self) -> str:
        """Key that is the same in the SQL store and in the vector store."""
        return f"{self.document_id}:{self.sequence:04d}"

    @property
    def page(self) -> int:
        """Page on which the passage starts."""
        return self.places[0][0]

    def places_of(self, start: int, end: int) -> tuple[tuple[int, Box], ...]:
        """Places of the sentences that characters ``start``..``end`` (end excluded) touch."""
        if len(self.spans) != len(self.places):
            return self.places
        pairs = zip(self.places, self.spans, strict=True)
        return tuple(place for place, (low, high) in pairs if low < end and start < high) or self.places


class Verdict(StrEnum):
    """How a check came out (核对结果); 尾差 is what rounding explains."""

    HOLDS = "通过"
    ROUNDING = "尾差"
    FAILS = "不符"


class Severity(StrEnum):
    """How much a check that does not hold matters (轻重)."""

    ERROR = "错误"
    WARNING = "提醒"
    NOTE = "说明"


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure or wording that a check compares; no value: words or a blank; no ``document_id``: the checked one."""

    label: str
    value: Decimal | None
    unit: str
    page: int
    box: Box
    quote: str = ""
    document_id: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a check: its figure, and the printed operands that it is or is computed from."""

    label: str
    value: Decimal | None
    unit: str
    operands: tuple[Operand, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A document held against itself or against last year's: both sides, their difference, what that means (核对).

    ``rule`` is the key of the rule, ``title`` what it asks in Chinese; ``difference`` is left − right in the unit
    of the left side, None where words are compared; ``message`` is one plain sentence for people.
    """

    rule: str
    title: str
    verdict: Verdict
    severity: Severity
    left: Side
    right: Side
    difference: Decimal | None
    message: str
    document_id: str = ""
    id: int = 0

    @property
    def operands(self) -> tuple[Operand, ...]:
        """All printed figures of both sides."""
        return (*self.left.operands, *self.right.operands)

    @property
    def pages(self) -> tuple[int, ...]:
        """Pages of the checked document that the check concerns, in order."""
        return tuple(sorted({operand.page for operand in self.operands if not operand.document_id}))


@dataclass(frozen=True, slots=True)
class Document:
    """One disclosure file: who published what, for which year (公开文件).

    ``disclosure`` is one key for the files of one publication (a narrative and its tables); ``revision`` the printed
    word that it replaces an earlier one (更正, 修订, …); ``superseded_by`` the id of the file in its place, if any.
    """

    id: str
    file: str
    sha256: str
    title: str
    entity: str
    aliases: tuple[str, ...]
    level: str
    region: str
    year: int
    kind: Kind
    pages: int
    path: str = ""
    disclosure: str = ""
    revision: str = ""
    superseded_by: str = ""

    @property
    def current(self) -> bool:
        """Whether no later file has taken its place."""
        return not self.superseded_by


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one file gave, ready to be stored in one transaction."""

    document: Document
    tables: tuple[Table, ...]
    facts: tuple[Fact, ...]
    chunks: tuple[Chunk, ...]
    misread: tuple[Misread, ...]
    warnings: tuple[str, ...] = field(default=())
    checks: tuple[Check, ...] = field(default=())
