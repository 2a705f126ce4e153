"""Operands that a question names in its own words: each is found by itself, then they are put together (逐项查到再算).

Where a question as a whole found no answer. Each operand is asked in every way that there is of asking, and where one
is not found nothing is told; the working shows each, so that anybody sees what was taken for what.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial

from ingest.numbers import MONEY, plain
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Status
from service.figures.ratios import rounded
from service.figures.simple_figures import amount, inputs, value_in
from service.follow.conversation import Talk
from service.model import Reason
from service.read.terms import overlap
from service.scope.named_in import Named
from service.second.merge import merge
from service.second.operands_said import (
    GRAMMAR,
    OVER_YEARS,
    Said,
    added_over_years,
    operands_said,
    over_years,
)

_UNSURE = (Reason.LOW_CONFIDENCE.value, Reason.NOT_DISCLOSED.value)
#: So likely an operation must be, and so many operands and ways to put one are tried.
_LIKELY, _MOST, _WAYS = 0.45, 6, 4
_LONGEST = 120
_MOVED = regex(r"比(?:上年|20\d\d年|年初预算|全年预算|预算)|增减|增长率|占.*比重")
#: Totals that every document has, and what is said of them.
_TOTALS = regex(
    r"(?:本年|财政拨款|一般公共预算)*(?:支出|收入|基本支出|项目支出)(?:合计|总计)?|人员经费|公用经费|政府采购支出"
)
_OF_TOTALS = regex(
    r"本年|全[年部]|整个|所有|一共|总[额数的计]?|合计|部门|单位|机关|财政|拨款|一般公共预算|[预决]算|支出|收入|项目|基本|人员|公用|日常|政府|采购|经费|资金|费用"
    r"|收支|安排|开[支销]|盘子|家底|家当|大账|[进出]项|[进出][来去]的?|入账|花[费掉的了]*|用[掉的了]*|进账|钱|款|搞|做|买|办|里|中|内|上|那块|这块|那|这|年|[的“”、]"
)
_AS_RATE = regex(r"百分|几成|幅度|增速|[增降涨减]幅|%")
#: What narrows an operation beyond what it is on.
_MORE = regex(
    r"除[了去开]|不[含算要]|以[外上下]|超过|不到|最[多少高低大小]|排[名第]|如果|假如|要是|持平|季度|[上下]半年|\d月"
)


def by_operands(
    answer: Answer, text: str, whole: Callable[..., Answer], read: Callable[..., Named | None], before: Talk
) -> Answer:
    """The answer; where there is none, what the operands that a text names make, each found by itself.

    ``whole`` answers a text in every way there is, in a conversation that is given; ``read`` says who and when it is
    of.
    """
    unsure = answer.status is Status.NO_ANSWER and answer.reason in _UNSURE
    if not unsure or len(text) > _LONGEST or _MORE.search(text):
        return answer
    named = read(text, placed=True)
    if named is None or len(set(named.bodies)) != 1 or not named.years:
        return answer
    from service.worded.put_plainly import read_wording  # its weights: only where they are needed

    wording = read_wording(named, before)
    operation, said = _said(text, named, dict(wording.tagged.operations))
    if said is None or len(said.operands) > _MOST:
        return answer
    stage = wording.asked.stage

    def ask(phrase: str, year: int, own: str) -> Answer:
        own = own or ("" if stage and stage in phrase else stage)
        return whole(f"{named.bodies[0]}{year}年{phrase}{own}{said.asks}", conversation=uuid.uuid4().hex)

    when = said.years or [(named.years[0], "")] * len(said.operands)
    answers = [
        _found([*ways, *_longer(ways[-1], named)], partial(ask, year=year, own=own))
        for ways, (year, own) in zip(said.operands, when, strict=True)
    ]
    found = [a for a in answers if a is not None]
    if len(found) < len(answers):
        return answer
    return _put_together(found, operation, said, answer.conversation_id) or answer


def _said(text: str, named: Named, chances: dict[str, float]) -> tuple[str, Said | None]:
    """The operation that is asked for most likely, and its operands; None where none is, or it has another shape."""
    if len(set(named.years)) == 1:
        operation = max(chances, key=lambda one: chances[one])
        if chances[operation] >= _LIKELY and operation in GRAMMAR:
            said = operands_said(named.masked.replace("\0", " ").strip(" 的,，"), operation)
            if said is not None:
                return operation, said
    elif chances["sum"] >= _LIKELY:
        return "sum", added_over_years(named.masked, sorted(set(named.years)))
    if sum(chances.get(one, 0.0) for one in OVER_YEARS) < _LIKELY:
        return "", None
    said = over_years(text, named.masked)
    rate = said is not None and _AS_RATE.search(text) is not None
    return ("change_rate" if rate else "change"), said


def _longer(phrase: str, named: Named) -> list[str]:
    """The one account whose name holds what is said: 「职业年金缴费」 stands in 机关事业单位职业年金缴费支出."""
    names = [name for name in named.accounts if phrase in name and name != phrase]
    return names if len(names) == 1 and len(phrase) > 2 else []


def _found(ways: Sequence[str], ask: Callable[[str], Answer]) -> Answer | None:
    """The answer of the first way to put an operand that finds its one figure."""
    for phrase in ways[:_WAYS]:
        told = ask(phrase)
        if told.status is not Status.ANSWERED or len(told.figures) != 1 or "没有在" in told.answer:
            continue
        label = told.figures[0].label
        if not _MOVED.search(label) and not _says_more(phrase, label):
            return told
    return None


def _says_more(phrase: str, label: str) -> bool:
    """Whether a phrase says more than a total that was taken for it: 「报了绩效目标的项目资金」 is no 项目支出."""
    return _TOTALS.fullmatch(label) is not None and len(_OF_TOTALS.sub("", phrase)) > 1


def _put_together(answers: Sequence[Answer], operation: str, said: Said, conversation: str) -> Answer | None:
    """What the figures make; None of what does not convert, or where one is another, or holds it."""
    merged = merge(answers, conversation)
    figures = merged.figures
    made = _worked(figures, operation) if not _are_one(figures, operation) else None
    if made is None:
        return None
    value, unit, formula, label = made
    worked = {"label": label, "value": plain(value), "unit": unit, "formula": formula, "printed": None}
    figure = figures[0].model_copy(update={**worked, "inputs": inputs(figures)})
    line = f"{label}：{formula}{'' if formula.endswith('%') else ' ' + unit}。"
    note = f"分别查到{'、'.join(f'「{ways[-1]}」' for ways in said.operands)}再算出来的，请对照每一项的原文。"
    first = [figure] if operation != "which_more" else []
    last = [figure] if operation == "which_more" else []
    told = {"answer": f"{line}\n{merged.answer}", "figures": [*first, *figures, *last]}
    return merged.model_copy(update={**told, "notes": [*merged.notes, note]})


def _are_one(figures: Sequence[Figure], operation: str) -> bool:
    """Whether two of the figures are the same, or are to be added while the one holds the other, or are of two years of
    what is not called alike."""
    if len({(f.label, f.value, f.year) for f in figures}) < len(figures):
        return True
    names = [fold(f.label) for f in figures]
    if operation in ("change", "change_rate"):
        return overlap(*names) < _SAME_NAME * min(map(len, names))
    if len({name.startswith("政府采购") for name in names}) > 1 and operation == "sum":
        return True  # what is bought is a part of what is spent
    return operation == "sum" and any(
        one != other and len(one) > 2 and one.removesuffix("支出") in other
        for one in names
        for other in names
    )


#: So much of the shorter name the other one has that is the same thing's in another year.
_SAME_NAME = 0.6
#: What shares and rates are apart by.
_POINTS = {"%": "个百分点"}
_Made = tuple[Decimal, str, str, str]
Values = Sequence[Decimal]


def _in_one_unit(figures: Sequence[Figure]) -> tuple[list[Decimal], str] | None:
    """The values in one unit, 万元 for money in several; None where they do not convert."""
    units = list(dict.fromkeys(f.unit for f in figures))
    unit = "万元" if len(units) > 1 and all(one in MONEY for one in units) else units[0]
    if set(units) <= {"人", "名", "人次"}:
        return [Decimal(f.value) for f in figures], unit
    values = [value for f in figures if (value := value_in(f, unit)) is not None]
    return (values, unit) if len(values) == len(figures) else None


def _sum(values: Values, unit: str, names: Sequence[str]) -> _Made | None:
    total = sum(values, Decimal(0))
    return total, unit, f"{' + '.join(map(plain, values))} = {plain(total)}", f"{'、'.join(names)}合计"


def _apart(values: Values, unit: str, names: Sequence[str]) -> _Made | None:
    one, other = values
    formula = f"{plain(one)} − {plain(other)} = {plain(one - other)}"
    return one - other, _POINTS.get(unit, unit), formula, f"{names[0]}与{names[1]}之差"


def _moved(values: Values, unit: str, names: Sequence[str]) -> _Made | None:
    one, other = values
    formula = f"{plain(one)} − {plain(other)} = {plain(one - other)}"
    return one - other, _POINTS.get(unit, unit), formula, f"{names[0]}比{names[1]}增减额"


def _moved_by(values: Values, unit: str, names: Sequence[str]) -> _Made | None:
    one, other = values
    if other <= 0 or unit in _POINTS:
        return None
    rate = rounded((one - other) / other * 100)
    formula = f"({plain(one)} − {plain(other)}) ÷ {plain(other)} × 100% = {plain(rate)}%"
    return rate, "%", formula, f"{names[0]}比{names[1]}增减幅度"


def _share(values: Values, unit: str, names: Sequence[str]) -> _Made | None:
    part, whole = values
    if whole <= 0 or part > whole:
        return None
    share = rounded(part / whole * 100)
    return (
        share,
        "%",
        f"{plain(part)} ÷ {plain(whole)} × 100% = {plain(share)}%",
        f"{names[0]}占{names[1]}的比重",
    )


def _times(values: Values, unit: str, names: Sequence[str]) -> _Made | None:
    one, other = values
    if other <= 0:
        return None
    times = rounded(one / other)
    return times, "倍", f"{plain(one)} ÷ {plain(other)} = {plain(times)}", f"{names[0]}与{names[1]}之比"


def _mean(figures: Sequence[Figure]) -> _Made | None:
    money, heads = figures
    if money.unit not in MONEY or heads.unit in (*MONEY, "%", "分") or not Decimal(heads.value):
        return None
    mean = rounded(Decimal(money.value) / Decimal(heads.value))
    return (
        mean,
        money.unit,
        f"{amount(money)} ÷ {amount(heads)} = {plain(mean)}",
        f"平均每{heads.unit}{money.label}",
    )


def _worked(figures: Sequence[Figure], operation: str) -> _Made | None:
    """Value, unit, formula and label of what the figures make."""
    if operation == "average":
        return _mean(figures)
    same = _in_one_unit(figures)
    apart = len({f.year for f in figures}) > 1
    names = [f"{f.year}年{f.label}" if apart else f.label for f in figures]
    if apart and len({f.label for f in figures}) == 1 and len(names) == 2:
        names = [names[0], f"{figures[1].year}年"]
    return None if same is None else _WORKED[operation](*same, names)


#: How the figures of an operation are put together.
_WORKED: dict[str, Callable[[Values, str, Sequence[str]], _Made | None]] = {
    "sum": _sum, "share": _share, "share_of_all": _share, "difference": _apart, "which_more": _apart, "times": _times,
    "change": _moved, "change_rate": _moved_by,
}  # fmt: skip
