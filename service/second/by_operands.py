"""An operation whose operands the question names in its own words: each is found by itself, then they are put together (逐项查到再算).

Where a question as a whole found no answer. Each operand is asked in every way that there is of asking, and where one is
not found nothing is told; the working shows each, so that anybody sees what was taken for what.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Status
from service.figures.ratios import rounded
from service.figures.simple_figures import amount, inputs, value_in
from service.follow.conversation import Talk
from service.model import Reason
from service.scope.named_in import Named
from service.second.merge import merge
from service.second.operands_said import GRAMMAR, Said, operands_said

_UNSURE = (Reason.LOW_CONFIDENCE.value, Reason.NOT_DISCLOSED.value)
#: So likely an operation must be, and so many operands and ways to put one are tried.
_LIKELY, _MOST, _WAYS = 0.45, 6, 3
_LONGEST = 120
_MOVED = regex(r"比(?:上年|20\d\d年|年初预算|全年预算|预算)|增减|增长率|占.*比重")
#: What may stand for all that was spent.
_ALL_SAID = regex(r"支出|花|收入|总|合计|预算|决算|进账")
_WHOLES = ("本年支出合计", "支出总计", "本年收入合计", "收入总计")
#: What narrows an operation beyond what it is on.
_MORE = regex(r"除[了去开]|不[含算要]|以[外上下]|超过|不到|最[多少高低大小]|排[名第]|如果|假如|要是|持平|季度|[上下]半年|\d月")


def by_operands(
    answer: Answer, text: str, whole: Callable[..., Answer], read: Callable[..., Named | None], before: Talk
) -> Answer:
    """The answer; where there is none, what the operands that a text names make, each found by itself.

    ``whole`` answers a text in every way there is, in a conversation that is given; ``read`` says who and when it is of.
    """
    unsure = answer.status is Status.NO_ANSWER and answer.reason in _UNSURE
    if not unsure or len(text) > _LONGEST or _MORE.search(text):
        return answer
    named = read(text)
    if named is None or len(set(named.bodies)) != 1 or len(set(named.years)) != 1:
        return answer
    from service.worded.put_plainly import read_wording  # its weights: only where they are needed

    wording = read_wording(named, before)
    operation, chance = wording.tagged.operations[0]
    said = operands_said(named.masked.replace("\0", " ").strip(" 的,，"), operation)
    if said is None or chance < _LIKELY or len(said.operands) > _MOST:
        return answer
    head = f"{named.bodies[0]}{named.years[0]}年"
    stage = wording.asked.stage

    def ask(phrase: str) -> Answer:
        own = "" if stage and stage in phrase else stage
        return whole(f"{head}{phrase}{own}{said.asks}", conversation=uuid.uuid4().hex)

    answers = [_found(ways, ask) for ways in said.operands]
    found = [a for a in answers if a is not None]
    if len(found) < len(answers):
        return answer
    return _put_together(found, operation, said, answer.conversation_id) or answer


def _found(ways: Sequence[str], ask: Callable[[str], Answer]) -> Answer | None:
    """The answer of the first way to put an operand that finds its one figure."""
    for phrase in ways[:_WAYS]:
        told = ask(phrase)
        if told.status is not Status.ANSWERED or len(told.figures) != 1 or "没有在" in told.answer:
            continue
        label = told.figures[0].label
        if not _MOVED.search(label) and (label not in _WHOLES or _ALL_SAID.search(phrase)):
            return told
    return None


def _put_together(answers: Sequence[Answer], operation: str, said: Said, conversation: str) -> Answer | None:
    """What the figures make; None of what does not convert, or where one is another, or holds it."""
    merged = merge(answers, conversation)
    figures = merged.figures
    made = _WORKED[operation](figures) if not _are_one(figures, operation) else None
    if made is None:
        return None
    value, unit, formula, label = made
    figure = figures[0].model_copy(
        update={"label": label, "value": plain(value), "unit": unit, "formula": formula, "inputs": inputs(figures), "printed": None}
    )  # fmt: skip
    line = f"{label}：{formula}{'' if formula.endswith('%') else ' ' + unit}。"
    note = f"分别查到{'、'.join(f'「{ways[-1]}」' for ways in said.operands)}再算出来的，请对照每一项的原文。"
    first = [figure] if operation != "which_more" else []
    last = [figure] if operation == "which_more" else []
    return merged.model_copy(
        update={"answer": f"{line}\n{merged.answer}", "figures": [*first, *figures, *last], "notes": [*merged.notes, note]}
    )  # fmt: skip


def _are_one(figures: Sequence[Figure], operation: str) -> bool:
    """Whether two of the figures are the same, or are to be added while the one holds the other."""
    places = [(f.label, f.value, f.unit, f.citation) for f in figures]
    if len(set(places)) < len(places) or len({(f.label, f.value) for f in figures}) < len(figures):
        return True
    names = [fold(f.label) for f in figures]
    return operation == "sum" and any(
        one != other and len(one) > 2 and one.removesuffix("支出") in other for one in names for other in names
    )


_Made = tuple[Decimal, str, str, str]


def _sum(figures: Sequence[Figure]) -> _Made | None:
    unit = figures[0].unit
    values = [value_in(f, unit) for f in figures]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    total = sum(known, Decimal(0))
    return total, unit, f"{' + '.join(map(plain, known))} = {plain(total)}", f"{'、'.join(f.label for f in figures)}合计"


def _apart(figures: Sequence[Figure]) -> _Made | None:
    one, other = figures
    value = value_in(other, one.unit)
    if value is None:
        return None
    left = Decimal(one.value)
    unit = "个百分点" if one.unit == "%" else one.unit
    return left - value, unit, f"{plain(left)} − {plain(value)} = {plain(left - value)}", f"{one.label}与{other.label}之差"


def _share(figures: Sequence[Figure]) -> _Made | None:
    part, whole = figures
    value = value_in(whole, part.unit)
    if value is None or value <= 0 or Decimal(part.value) > value:
        return None
    share = rounded(Decimal(part.value) / value * 100)
    return share, "%", f"{plain(Decimal(part.value))} ÷ {plain(value)} × 100% = {plain(share)}%", f"{part.label}占{whole.label}的比重"


def _times(figures: Sequence[Figure]) -> _Made | None:
    one, other = figures
    value = value_in(other, one.unit) or (Decimal(other.value) if {one.unit, other.unit} <= {"人", "名"} else None)
    if not value:
        return None
    times = rounded(Decimal(one.value) / value)
    return times, "倍", f"{plain(Decimal(one.value))} ÷ {plain(value)} = {plain(times)}", f"{one.label}与{other.label}之比"


def _mean(figures: Sequence[Figure]) -> _Made | None:
    money, heads = figures
    if not money.unit.endswith("元") or heads.unit.endswith(("元", "%", "分")) or not Decimal(heads.value):
        return None
    mean = rounded(Decimal(money.value) / Decimal(heads.value))
    return mean, money.unit, f"{amount(money)} ÷ {amount(heads)} = {plain(mean)}", f"平均每{heads.unit}{money.label}"


#: How the figures of an operation are put together.
_WORKED: dict[str, Callable[[Sequence[Figure]], _Made | None]] = {
    "sum": _sum, "share": _share, "share_of_all": _share, "difference": _apart, "which_more": _apart, "times": _times,
    "average": _mean,
}  # fmt: skip
assert set(_WORKED) == set(GRAMMAR)  # an operation that is read is worked out
