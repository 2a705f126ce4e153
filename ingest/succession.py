"""Which of two files of one disclosure counts: a revised publication takes the place of the old one (取代).

Printed words decide which is the newer (更正, 修订 …); where neither file or both have them, the one that was read
in later. Files without a common statement stand side by side: a narrative, and its tables.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Document, Fact, Origin
from ingest.numbers import MONEY
from ingest.text import fold

_Key = tuple[str, ...]
#: A publication covers another where it prints at least this share of the other's figures.
_COVERS = Decimal("0.5")
#: Of so many figures or more, fewer than this share alike: no revision, but the accounts of other bodies.
_MANY, _ALIKE = 20, Decimal("0.2")


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one document by what they are about, and whether statements or sentences print them."""

    values: Mapping[_Key, Fact]
    tables: bool
    narrative: bool


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two documents compared: figures in common, how many of these are alike, and which covers the other."""

    common: int
    alike: int
    covers: bool
    covered: bool

    @property
    def differing(self) -> int:
        """Figures that both print, with different values."""
        return self.common - self.alike

    @property
    def strangers(self) -> bool:
        """Whether nearly nothing agrees, as between the accounts of a whole department and of its office."""
        return self.common >= _MANY and self.alike < _ALIKE * self.common


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a new document is to those of its disclosure that are there.

    ``over`` are the ones that it takes the place of, ``under`` the one that takes its own; ``remarks`` tell it.
    """

    over: tuple[Document, ...] = ()
    under: Document | None = None
    remarks: tuple[str, ...] = ()


def facts_to_figures(facts: Sequence[Fact]) -> Figures:
    """The figures of a document; one that it prints with two values is left out."""
    cells = [f for f in facts if f.origin is Origin.CELL and f.standing == 0]
    sentences = [f for f in facts if f.origin is Origin.SENTENCE]
    held: dict[_Key, list[Fact]] = {}
    for fact in (*cells, *sentences):
        if fact.value is not None:
            held.setdefault(_key(fact), []).append(fact)
    unique = {key: found[0] for key, found in held.items() if len({f.value for f in found}) == 1}
    # A remark below the tables is no narrative.
    return Figures(unique, bool(cells), len(sentences) > len(cells) // 20)


def compare(new: Figures, old: Figures) -> Overlap:
    """The figures of two documents side by side, cells with cells and sentences with sentences."""
    common = new.values.keys() & old.values.keys()
    # Nothing is nothing in every account: zeros alike tell no two publications apart and hold none together.
    telling = [key for key in common if new.values[key].value or old.values[key].value]
    alike = sum(same_amount(new.values[key], old.values[key]) for key in telling)
    return Overlap(len(telling), alike, _covers(new, old, len(common)), _covers(old, new, len(common)))


def judge(new: Document, figures: Figures, others: Sequence[tuple[Document, Figures]]) -> Verdict:
    """What a new document is to the current ones of its disclosure."""
    over: list[Document] = []
    under: Document | None = None
    remarks: list[str] = []
    for old, held in others if figures.values else ():  # a blank form stands for nothing
        overlap = compare(figures, held)
        verdict, remark = _judge_pair(new, old, overlap)
        if verdict == "over":
            over.append(old)
        elif verdict == "under":
            under = old
        remarks += [remark] if remark else []
    return Verdict(tuple(over) if under is None else (), under, tuple(remarks))


def same_amount(one: Fact, other: Fact) -> bool:
    """Whether two figures are one, or one is the other rounded to the places that it prints."""
    if one.yuan is None or other.yuan is None:
        return one.value == other.value
    steps = [_step(fact) for fact in (one, other)]
    return one.yuan == other.yuan or abs(one.yuan - other.yuan) * 2 <= max(steps) != min(steps)


def _judge_pair(new: Document, old: Document, overlap: Overlap) -> tuple[str, str]:
    """``over``, ``under`` or neither, and the remark that tells it."""
    later = bool(new.revision) - bool(old.revision)  # 1: only the new one says that it replaces another
    told = f"{overlap.differing}处数字不同"
    if overlap.covers and later > 0:
        return "over", f"取代《{old.file}》：{told}，本文件标有“{new.revision}”；旧文件保留，不再用来回答"
    if overlap.covered and later < 0:
        return "under", f"已被《{old.file}》取代：{told}，那份标有“{old.revision}”；本文件保留，不用来回答"
    if later > 0:
        return (
            "",
            f"标有“{new.revision}”，但没有印出《{old.file}》的大部分数字，没有取代它；请核对哪些数字以本文件为准",
        )
    if not overlap.common:
        return "", f"与《{old.file}》合为一份公开"
    if not overlap.differing:
        return "", f"与《{old.file}》印的数字相同，可能是同一份公开的另一个文件"
    if overlap.strangers:
        return "", (
            f"与《{old.file}》的单位、年度和表相同，数字却大多不同，没有互相取代；"
            "请核对是不是一份是部门汇总、一份是单位本级"
        )
    if overlap.covers and not later:
        return (
            "over",
            f"取代《{old.file}》：{told}，本文件读入在后；旧文件保留，不再用来回答（若其实是本文件旧，请移除本文件）",
        )
    return "", f"与《{old.file}》有{told}，两份内容不全相同，没有互相取代，请核对"


def _covers(one: Figures, other: Figures, common: int) -> bool:
    """Whether a document has tables and a narrative where the other has, and most of its figures."""
    sorts = (one.tables or not other.tables) and (one.narrative or not other.narrative)
    return sorts and common > 0 and common >= _COVERS * len(other.values)


def _key(fact: Fact) -> _Key:
    subject = fact.subject
    return (
        fact.origin.value, str(fact.year), fact.stage.value, fact.statement, fact.fund.value, fact.flow.value,
        subject.kind, subject.code or fold(subject.name), fold(" ".join(subject.path)), fact.breakdown,
        fact.measure.value,
    )  # fmt: skip


def _step(fact: Fact) -> Decimal:
    """What the last printed place of an amount is worth, in 元."""
    if fact.value is None or fact.unit not in MONEY:
        return Decimal(0)
    return MONEY[fact.unit].scaleb(int(fact.value.as_tuple().exponent))
