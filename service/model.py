"""The nouns of answering, in the order in which they come to be: wording, plan, evidence.

A ``Plan`` says what is asked in the terms of the store. The vocabulary makes it today; whatever makes it, it is
carried out in the same way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from ingest.entities import entity_key
from ingest.model import Box, Chunk, Document, Fact, Flow, Fund, Measure, Stage


class Operation(StrEnum):
    """What is to be done with the operands (运算)."""

    LOOKUP = "查数"
    SHARE = "占比"
    CHANGE = "增减额"
    CHANGE_RATE = "增减率"
    VARIANCE = "决算与预算之差"
    VARIANCE_RATE = "决算比预算增减率"
    COMPLETION = "完成率"
    EXISTENCE = "有无"
    SUM = "合计"
    COMPARE = "比较"
    TREND = "历年"
    RANK = "排名"
    TOP_SHARE = "前几项占比"
    AVERAGE = "平均"
    COUNT = "计数"
    LIST = "列举"
    DIFFERENCE = "相差"
    POINTS = "占比增减"
    TIMES = "倍数"
    NARRATIVE = "叙述"
    DEFINITION = "名词解释"


#: Operations whose answer is a figure.
NUMERIC = frozenset(Operation) - {Operation.NARRATIVE, Operation.DEFINITION}


#: Operations that hold an outcome against its budget.
OF_BUDGET = (Operation.COMPLETION, Operation.VARIANCE, Operation.VARIANCE_RATE)
#: Kinds of subject that carry codes.
CODED_KINDS = frozenset(("功能分类", "经济分类"))
#: Kinds whose names are words of the documents themselves, not of any classification.
PHRASE_KINDS = frozenset(("业务量", "绩效指标", "其他", "项目"))


#: Below this share of explained words no figure is given; set on the known answers.
CONFIDENT = 0.5
#: Operations over the parts of a whole.
OF_PARTS = frozenset((Operation.RANK, Operation.TOP_SHARE, Operation.LIST, Operation.COUNT))


class Reason(StrEnum):
    """Why a question was not answered."""

    ENTITY_NOT_LOADED = "entity_not_loaded"
    YEAR_NOT_LOADED = "year_not_loaded"
    STAGE_NOT_LOADED = "stage_not_loaded"
    NOT_DISCLOSED = "not_disclosed"
    LOW_CONFIDENCE = "low_confidence"
    OUT_OF_SCOPE = "out_of_scope"
    NOTHING_LOADED = "nothing_loaded"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Body:
    """One department or unit with all its documents; ``name`` is the fullest printed name.

    ``within`` is the department whose documents print the figures of a unit that publishes nothing itself.
    """

    key: str
    name: str
    names: tuple[str, ...]
    region: str
    documents: tuple[Document, ...]
    within: str = ""

    @property
    def years(self) -> tuple[int, ...]:
        """Years of its documents, oldest first."""
        return tuple(sorted({d.year for d in self.documents}))


def documents_to_bodies(documents: list[Document]) -> list[Body]:
    """Documents grouped by the body that published them, in order of its name."""
    groups: dict[str, list[Document]] = {}
    for document in documents:
        if document.entity:
            groups.setdefault(entity_key(document.entity), []).append(document)
    bodies = []
    for key, held in groups.items():
        names = list(dict.fromkeys(n for d in held for n in (d.entity, *d.aliases)))
        newest = max(held, key=lambda d: d.year)
        bodies.append(Body(key, newest.entity, tuple(names), newest.region, tuple(held)))
    return sorted(bodies, key=lambda b: b.name)


@dataclass(frozen=True, slots=True)
class Term:
    """A name that a question may use for a subject: an account, a coded item, a phrase of a sentence."""

    name: str
    kind: str
    code: str = ""
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """What is worked out for each part of a whole, and which parts are meant by it (分项条件).

    ``relation`` is ``<``, ``<=``, ``=``, ``>=`` or ``>`` against ``limit`` (of amounts in 元, of rates in per cent),
    ``[]`` or ``()`` between it and ``upper``, with both or without them; empty where all are.
    """

    by: Operation
    relation: str = ""
    limit: Decimal = Decimal(0)
    upper: Decimal | None = None


class Where(StrEnum):
    """What sort of place a question points at (出处)."""

    TABLE = "表"
    TEXT = "正文"
    OWN = "计算"
    BACK = "推算"
    BEFORE = "上年"


@dataclass(frozen=True, slots=True)
class Place:
    """A place whose own figure is asked for.

    ``statement`` is empty for any table; ``year`` is that of the document that the year before is worked back from;
    ``kind`` is 预算 or 决算 where it is said, else empty; ``whole`` is the amount that a share is to be worked out of,
    in 元.
    """

    where: Where
    statement: str = ""
    year: int = 0
    kind: str = ""
    whole: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Ratio:
    """Accounts with their funds, one by one or ``summed``, over the whole that is named: several together, or last
    year's (``last``, of the same accounts where none is named); ``strange`` is a whole that nothing here tells of."""

    parts: tuple[tuple[Term, Fund | None], ...] = ()
    wholes: tuple[tuple[Term, Fund | None], ...] = ()
    summed: bool = False
    last: bool = False
    strange: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked: operation, operands and filters; None leaves a slot to the document.

    ``base_year`` and ``base_kind`` (预算 or 决算) name what a change is counted from, last year where they are empty;
    ``stages`` are several stages asked for side by side, ``yearly`` that all loaded years are meant; ``home`` are the
    ids of the year's documents, ``base_home`` those of the year that a change is counted from; ``parted`` is
    the text with a comma wherever a mark or a space parts it; ``per`` is what an average is taken over (人, 辆, 月
    …), ``top`` how many places of a ranking are meant, ``nth`` which one alone, ``least`` that it starts from
    the smallest; ``assumed`` says that the question names no subject and the whole expenditure was taken;
    ``unlisted`` are parts of a sum that no account knows; ``helper`` is the prompt by which a language model
    understood the question where the vocabulary did not; ``condition`` is what the parts of the subject are
    picked out or ordered by where it is not their amount, ``first`` the one that was told first; ``places`` are those
    whose own figures are asked for, ``gap`` says that they are to be set against each other;
    ``without`` is the name of the one that an order leaves out; ``misspelt`` are slips in the subject's name, each
    as it was typed and as it was read.
    """

    operation: Operation
    entity: str = ""
    year: int | None = None
    stage: Stage | None = None
    fund: Fund | None = None
    flow: Flow | None = None
    statement: str | None = None
    subject: Term | None = None
    breakdown: str | None = None
    base: Term | None = None
    unit: str | None = None
    count_unit: str | None = None
    intent: str | None = None
    text: str = ""
    parted: str = ""
    explained: float = 1.0
    taken: tuple[str, ...] = field(default=())
    also: tuple[Term, ...] = field(default=())
    assumed: bool = False
    unlisted: tuple[str, ...] = ()
    base_year: int | None = None
    base_kind: str = ""
    stages: tuple[Stage, ...] = ()
    yearly: bool = False
    home: frozenset[str] = frozenset()
    base_home: frozenset[str] = frozenset()
    per: str = ""
    least: bool = False
    top: int = 0
    nth: int = 0
    helper: str = ""
    condition: Condition | None = None
    first: Term | None = None
    places: tuple[Place, ...] = ()
    gap: bool = False
    ratio: Ratio | None = None
    without: str = ""
    misspelt: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Operand:
    """One printed figure that a computation takes, with the name that it goes by there."""

    label: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Finding:
    """A figure of an answer: value and unit, the operands it was computed from, what the document prints itself."""

    label: str
    value: Decimal
    unit: str
    measure: Measure
    year: int
    stage: str
    operands: tuple[Operand, ...]
    formula: str | None = None
    printed: Fact | None = None
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Sentences that answer, with the places of just these; ``full`` is the page where a shortened text is whole."""

    chunk: Chunk
    sentences: tuple[str, ...]
    places: tuple[tuple[int, Box], ...]
    full: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that an answer may say: figures, quoted passages, declared absences, and remarks on them.

    ``others`` are figures that the documents print for the same thing in other places, with other values; ``told`` is
    the sentence for the findings, where they are not told as such; ``about`` is the thing that they turned out to be
    of, which a follow-up takes up.
    """

    findings: tuple[Finding, ...] = ()
    quotes: tuple[Quote, ...] = ()
    absences: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()
    others: tuple[Fact, ...] = ()
    told: str = ""
    about: Term | None = None


@dataclass(frozen=True, slots=True)
class Declined:
    """A question that gets no answer, why, and the sentence that says what there is instead; ``final`` where what is
    asked about was found and its figure refused, so that no other place is to tell it."""

    reason: Reason
    text: str
    options: tuple[tuple[str, str], ...] = ()
    final: bool = False
