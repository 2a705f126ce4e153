"""A question that asks several things at once, each part asked in full, where not all of them were told (一句几问).

「改几间，花多少元」: every part is put with who, when and the topic that the first names. What is told for one must be
in the unit that it asks for and be told for no other; what no question finds may stand in the sentence or the row that
tells another. A part that is not found is said to be lacking beside those that are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.numbers import MONEY
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Status
from service.follow.conversation import aside
from service.read.terms import overlap
from service.scope.named_in import Named
from service.second.beyond import lacking
from service.second.merge import merge
from service.second.parts_wanted import Part, parts_wanted
from service.second.told_together import FactsIn, told_with

AskWhole = Callable[..., Answer]

_LONGEST = 120
#: Reasons for which no part has an answer either.
_FOR_ALL = ("stage_not_loaded", "year_not_loaded", "entity_not_loaded", "out_of_scope")
#: Totals that every body has: none of them is told for a part unless it is named.
_WHOLES = ("本年支出合计", "支出总计", "本年收入合计", "收入总计", "政府采购支出")
_LACKS = regex("没有在|没有找到|没有单独写明|没有列出")
_FOR_ONE = regex("每|标准|人均|单价")
#: So much of the shorter of two names is in the other where they are of one thing.
_SAME_NAME = 0.6
#: Measure words that count what happens, or cars, alike.
_ALIKE = (("次", "期", "场", "届", "班", "批", "批次", "期次", "个"), ("辆", "部", "台", "个"))


def asked_severally(
    answer: Answer, text: str, whole: AskWhole, read: Callable[..., Named | None], facts_in: FactsIn
) -> Answer:
    """The answer; that to each part where it tells fewer of them.

    ``whole`` answers a text in every way there is, in a conversation; ``read`` says who and when it is of.
    """
    if len(text) > _LONGEST or answer.reason in _FOR_ALL:
        return answer
    named = read(text, placed=True)
    if named is None or len(set(named.bodies)) != 1 or len(set(named.years)) > 1:
        return answer
    parts = parts_wanted(named.masked)
    if not parts or _told_of(answer, parts) == len(parts):
        return answer
    found = _filled(_each(parts, named.heads()[0], whole), parts, facts_in)
    told = sum(one is not None for one in found)
    before = _told_of(answer, parts)
    # What is told beside the parts is none of them: the sum for what each gets.
    astray = answer.figures and len(answer.figures) > before and any(part.for_one for part in parts)
    if not told or told < before or (told == before and not astray):
        return answer
    figures = [one.figures[0] for one in found if one is not None]
    kept = [
        one or _lacking(answer, part)
        for one, part in zip(found, parts, strict=True)
        if one is not None or part.asked.runs or not any(_fits(part, f) for f in figures)  # said once more
    ]
    return merge(kept, answer.conversation_id)


def _told_of(answer: Answer, parts: Sequence[Part]) -> int:
    """How many of the parts an answer tells, each by a figure of its own in the unit that is asked for."""
    if answer.status is not Status.ANSWERED:
        return 0
    left = list({(f.label, f.value, f.unit, f.stage): f for f in answer.figures}.values())
    told = 0
    for part in parts:
        figure = next((f for f in left if _fits(part, f) and part.side in f.label), None)
        if figure is not None:
            left.remove(figure)
            told += 1
    return told


def _each(parts: Sequence[Part], head: str, whole: AskWhole) -> list[Answer | None]:
    """The answer to each part by itself; None where no way to ask it finds one figure that is its own."""
    found: list[Answer | None] = []
    for part in parts:
        answers = (whole(f"{head}{way}", conversation=aside()) for way in part.ways)
        before = [one for one in found if one is not None]
        own = next((one for one in answers if _is_own(one, part, before)), None)
        if part.fund and (own is None or not _is_of_fund(own, part)):
            own = _of_fund(head, part, before, whole)
        found.append(_of_side(own, part) if own is not None else None)
    return found


def _of_fund(head: str, part: Part, before: Sequence[Answer], whole: AskWhole) -> Answer | None:
    """What a fund pays for something: the thing is found by itself, then asked of the fund by the name that it has."""
    found = whole(f"{head}{part.of}", conversation=aside())
    if not _is_own(found, part, ()):
        return None
    label = found.figures[0].label
    told = whole(f"{head}{part.fund}{'' if '预算' in part.fund else '预算'}{label}多少", conversation=aside())
    of_it = bool(told.figures) and told.figures[0].label == label and _is_of_fund(told, part)
    return told if of_it and _is_own(told, part, before) else None


def _is_of_fund(answer: Answer, part: Part) -> bool:
    """Whether a figure is said, or printed, to be of the fund that a part names."""
    cited = answer.citations[answer.figures[0].citation or 0] if answer.citations else None
    return cited is not None and part.fund in f"{cited.table}{cited.column}{cited.quote}{answer.answer}"


def _is_own(answer: Answer, part: Part, before: Sequence[Answer]) -> bool:
    """Whether one figure is told that a part asks for and that was told for none before."""
    if answer.status is not Status.ANSWERED or len(answer.figures) != 1 or _LACKS.search(answer.answer):
        return False
    figure = answer.figures[0]
    if figure.formula or not _fits(part, figure) or figure.label in _WHOLES:
        return False
    if any(_is_same(figure, one.figures[0]) for one in before):
        return False
    if part.any_unit and not all(_is_alike(figure, one.figures[0]) for one in before):
        return False
    if part.side and part.side not in _where(answer):
        return False
    return _is_named(answer, part)


def _where(answer: Answer) -> str:
    """The column that a figure stands in, else the sentence that tells it."""
    cited = answer.citations[answer.figures[0].citation or 0]
    return cited.quote or cited.column


def _of_side(answer: Answer, part: Part) -> Answer:
    """An account's income is called so: its own name says that it is expenditure."""
    figure = answer.figures[0]
    if part.side != "收入" or "收入" in figure.label:
        return answer
    own = figure.model_copy(
        update={"label": f"{figure.label.removesuffix('安排的支出').removesuffix('支出')}（收入）"}
    )
    told = f"{own.entity}{own.year}年度{own.label}{own.stage}为 {own.value} {own.unit}。"
    return answer.model_copy(update={"figures": [own], "answer": told})


def _is_same(one: Figure, other: Figure) -> bool:
    return (one.label, one.stage, one.value, one.unit) == (other.label, other.stage, other.value, other.unit)


def _is_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one thing, in its unit: what was aimed at and what came of it."""
    names = fold(one.label), fold(other.label)
    alike = overlap(*names) >= _SAME_NAME * min(map(len, names))
    return alike and (one.unit == other.unit or {one.unit, other.unit} <= set(MONEY))


def _is_named(answer: Answer, part: Part) -> bool:
    """Whether what a part names of its own is said where its figure stands."""
    figure = answer.figures[0]
    there = fold(figure.label + "".join(c.quote + c.row + c.column for c in answer.citations))
    named = [fold(run) for run in part.asked.runs if len(run) > 1]
    return not named or any(overlap(run, there) > 1 for run in named) or figure.unit in MONEY


def _fits(part: Part, figure: Figure) -> bool:
    """Whether a figure is in what a part asks for."""
    asked, unit = part.asked, figure.unit
    if part.any_unit:
        return unit != "%"
    if part.for_one and not _FOR_ONE.search(figure.label):
        return False
    if asked.fits(unit) or asked.fits_loosely(unit):
        return True
    return any(unit in row and set(asked.units) & set(row) for row in _ALIKE)


def _filled(found: list[Answer | None], parts: Sequence[Part], facts_in: FactsIn) -> list[Answer | None]:
    """The answers, what is lacking taken from the sentence or the row that tells another part."""
    anchors = [(one, part) for one, part in zip(found, parts, strict=True) if one is not None]
    for place, part in enumerate(parts):
        if found[place] is not None or part.any_unit:
            continue
        for anchor, said in anchors:
            made = told_with(anchor, said.said, part.said, anchor, facts_in)
            before = [one for one in found if one is not None]
            if made is not None and len(made.figures) == 1 and _is_own(made, part, before):
                found[place] = made
                break
    return found


def _lacking(answer: Answer, part: Part) -> Answer:
    """That nothing was found for a part."""
    return lacking(answer, f"没有找到写明「{part.said}」的数字，这一项没有给出。")
