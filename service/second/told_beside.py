"""The number that a part of a question asks for, in the sentence or row that tells another part's (句中所问)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Citation, Figure, Status
from service.figures.told import label_of, unit_of
from service.read.citizens_words import as_written, is_other
from service.read.terms import overlap, reads_in
from service.second.part_asked import Asked, asked_of
from service.things.contrary import contrary
from service.things.sentence_counts import Told, nearest, told_in

_PLANNED = regex(r"计划|目标|年初|原定|拟|预计|指标值|应当?(?:完成|达到)")
_DONE = regex(r"实际|完成|建成|达到|改造|最终|落实|实有|在岗|在职")
#: Wholes that are told where nothing is named.
_WHOLES = (
    "本年支出合计", "支出总计", "本年收入合计", "收入总计", "政府采购支出", "在职人员", "实有在职人员",
)  # fmt: skip
#: Words longer than this hold any two characters in some order.
_LONG = 40
#: Two names that share so many characters are of one thing: 国内接待费支出, 国内公务接待.
_ALIKE = 4


class Made(NamedTuple):
    """Name, value and unit of a number."""

    label: str
    value: Decimal
    unit: str


def is_planned(words: str) -> bool:
    """Whether words are of what was planned."""
    return _PLANNED.search(words) is not None


def in_sentence(figure: Figure, cited: Citation, parts: tuple[str, str], own: Answer | None) -> Made | None:
    """The number of a sentence that a part asks for, ``figure`` that of the other part, ``own`` its own answer so far.

    ``parts`` are the other part and the one that asks.
    """
    told = told_in(cited.quote)
    units = _units(figure)
    at = next((t for t in told if t.value == Decimal(figure.value) and t.unit in units), None)
    asked = asked_of(parts[1], frozenset(t.unit for t in told))
    if at is None or asked is None:
        return None
    shared = fold(parts[0]) + _words(at, told)
    held = _held(asked, at, told, shared)
    best = _best(asked, at, held, told, shared)
    if best is None or (own is not None and not _is_open(own, asked, (figure, at, best))):
        return None
    return Made(_name(best, at, figure), best.value, best.unit)


def _units(figure: Figure) -> set[str]:
    """The unit of a figure, and the one it is printed in where it is told by another word for the same (3个, 3家)."""
    return {figure.unit, *(one.unit for one in figure.inputs[:1])}


def _held(asked: Asked, at: Told, told: Sequence[Told], shared: str) -> list[Told]:
    """The numbers that may be asked for, in its own unit where there are any."""
    others = [t for t in told if t is not at and not (t.changed and not at.changed)]
    fitting = [t for t in others if asked.fits(t.unit)] or [t for t in others if asked.fits_loosely(t.unit)]
    held = [t for t in fitting if _is_said(asked, _words(t, told), shared)]
    return [t for t in held if _is_of_stage(asked, _words(t, told), _words(at, told))]


def _best(asked: Asked, at: Told, held: Sequence[Told], told: Sequence[Told], shared: str) -> Told | None:
    """The one that its name tells; else the nearest in its part of the sentence; money only alone or right behind."""
    own = [t for t in held if asked.runs and any(_covered(run, _words(t, told)) for run in asked.runs)]
    if own and not all(_covered(run, shared) for run in asked.runs):
        return _least_unsaid(own, asked)
    near = [t for t in (own or held) if t.segment == at.segment]
    if asked.money and len(near) > 1:  # 「项目10个，金额2542万元，其中…7个、金额1618.5万元」
        follows = told[told.index(at) + 1 : told.index(at) + 2]
        return next((t for t in follows if t in near), None)
    return nearest(at, near)


def _is_open(own: Answer, asked: Asked, around: tuple[Figure, Told, Told]) -> bool:
    """Whether a part still wants its answer: it has none, tells the other's again, or names nothing and is astray."""
    figure, at, best = around
    if own.status is not Status.ANSWERED or not own.figures:
        return True
    values = {(Decimal(f.value), f.unit) for f in own.figures}
    if values <= {(Decimal(figure.value), unit) for unit in _units(figure)}:
        return True
    if asked.runs or (best.value, best.unit) in values:
        return False
    alike = overlap(fold(best.name), at.words) >= _ALIKE
    whole = own.figures[0].label in _WHOLES and figure.label not in _WHOLES
    return not asked.money or alike or whole


def _words(told: Told, beside: Sequence[Told]) -> str:
    """All that a number is named by: where nothing stands before it, what stands before the one it follows."""
    if fold(told.lead) and not _DONE.fullmatch(told.name):
        return told.words
    before = [t for t in beside if t.start < told.start and t.segment == told.segment and len(t.name) > 1]
    return fold(before[-1].lead if before else "") + told.words


def _is_said(asked: Asked, words: str, shared: str) -> bool:
    """Whether all that a part names is said of a number, or of what both are of."""
    content = "".join(asked.runs)
    if contrary(content, words) or is_other(content, words):
        return False
    return all(_covered(run, words) or _covered(run, shared) for run in asked.runs)


def _covered(run: str, words: str) -> bool:
    """Whether a run of a part stands in these words: as it is, as documents write it, or shortened (殡仪车)."""
    run = fold(run)
    if run in words or fold(as_written(run, words)) in words:
        return True
    return len(run) > 1 and len(words) <= _LONG and reads_in(run, words)


def _is_of_stage(asked: Asked, words: str, at: str) -> bool:
    """Whether a number is planned or done as the part wants it."""
    if asked.planned:
        return is_planned(words)
    if asked.done:
        return not is_planned(words) and (_DONE.search(words) is not None or is_planned(at))
    return True


def _least_unsaid(own: Sequence[Told], asked: Asked) -> Told | None:
    """The number whose name says least beyond the part; None where two say as little."""
    ranked = sorted(own, key=lambda t: (_unsaid(t, asked), t.start))
    if len(ranked) > 1 and _unsaid(ranked[0], asked) == _unsaid(ranked[1], asked):
        return None
    return ranked[0]


def _unsaid(told: Told, asked: Asked) -> int:
    return sum(char not in asked.said for char in fold(told.name + told.behind))


def _name(told: Told, at: Told, figure: Figure) -> str:
    if told.unit in ("个", "家", "名", "项") and len(told.behind) > 1:
        return told.behind if len(told.name) < len("公厕") else f"{told.name}{told.behind}"
    if len(told.name) > 1 and not _DONE.fullmatch(told.name):
        return told.name
    return f"{figure.label}涉及" if told.clause == at.clause and told.unit[-1:] in "人户" else figure.label


def in_row(figure: Figure, parts: tuple[str, str], own: Answer | None, facts: Sequence[Fact]) -> Made | None:
    """The same of the row of a table: another column of the thing that was found."""
    value = Decimal(figure.value)
    at = next((f for f in facts if f.value == value and unit_of(f) == figure.unit), None)
    if at is None:
        return None
    row = [f for f in facts if f is not at and (f.subject, f.year) == (at.subject, at.year)]
    asked = asked_of(parts[1], frozenset(f.unit for f in row))
    shared = fold(parts[0] + at.subject.name + "".join(at.subject.path))
    if asked is None or not all(_covered(run, shared) for run in asked.runs):
        return None
    fitting = [f for f in row if asked.fits(f.unit) and _is_column(asked, f, at)]
    told = {Made(label_of(f), f.value, unit_of(f)) for f in fitting if f.value is not None}
    if len(told) != 1 or (own is not None and _is_told_already(own, told)):
        return None
    return told.pop()


def _is_column(asked: Asked, fact: Fact, at: Fact) -> bool:
    """Whether a figure of the row is of the stage that is asked for, in the unit of the one found where no other is."""
    if not asked.planned and not asked.done:
        return True
    wanted = _PLANNED if asked.planned else _DONE
    return wanted.search(label_of(fact)) is not None and (bool(asked.units) or fact.unit == at.unit)


def _is_told_already(own: Answer, told: set[Made]) -> bool:
    values = {(Decimal(f.value), f.unit) for f in own.figures}
    return own.status is Status.ANSWERED and any((one.value, one.unit) in values for one in told)
