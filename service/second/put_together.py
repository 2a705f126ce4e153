"""Figures that were found one by one, put together as is asked: added, held apart, divided (合算)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from ingest.numbers import MONEY, plain
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure
from service.figures.ratios import rounded
from service.figures.simple_figures import amount, inputs, value_in
from service.read.terms import overlap
from service.second.all_but import is_part
from service.second.merge import merge
from service.second.operands_said import Said


def put_together(answers: Sequence[Answer], operation: str, said: Said, conversation: str) -> Answer | None:
    """What the figures make; None of what does not convert, or where one is another, or holds it."""
    if any(
        _is_of_others(way, one) for ways, one in zip(said.operands, answers, strict=False) for way in ways
    ):
        return None
    merged = merge(answers, conversation)
    figures = merged.figures
    if operation == "each":
        alike = len({f.unit for f in figures}) == 1 and not _are_one(figures, operation)
        return merged if alike else None
    if _are_one(figures, operation) or _is_held(answers, operation):
        return None
    if operation in ("most", "which_more") and len(figures) > 2:
        return _in_order(merged)
    made = _worked(figures, operation)
    if made is None:
        return None
    value, unit, formula, label = made
    worked = {"label": label, "value": plain(value), "unit": unit, "formula": formula, "printed": None}
    figure = figures[0].model_copy(update={**worked, "inputs": inputs(figures)})
    line = f"{label}：{formula}{'' if formula.endswith('%') else ' ' + unit}。"
    note = f"分别查到{'、'.join(f'「{ways[-1]}」' for ways in said.operands)}再算出来的，请对照每一项的原文。"
    told = {
        "answer": f"{line}\n{merged.answer}",
        "figures": [*figures, figure] if operation == "which_more" else [figure],
    }
    return merged.model_copy(update={**told, "notes": [*merged.notes, note]})


#: So many of something, as a question says: 「培训的900个人」.
_SO_MANY = regex(r"(?<![\d.年])(?!(?:19|20)\d\d年)(?P<number>\d{2,})(?=[个名位户家辆台件次场亩所间座])")


def _is_of_others(way: str, answer: Answer) -> bool:
    """Whether an operand says how many they are, and what was found is of another number of them."""
    told = "".join([*(f.value for f in answer.figures), *(c.quote for c in answer.citations)]).replace(
        ",", ""
    )
    return any(m["number"] not in told for m in _SO_MANY.finditer(way))


def _in_order(merged: Answer) -> Answer | None:
    """The figures from the largest down; None of what does not convert."""
    same = _in_one_unit(merged.figures)
    if same is None:
        return None
    order = sorted(zip(same[0], merged.figures, strict=True), key=lambda one: -one[0])
    figures = [figure for _, figure in order]
    told = "、".join(f"{figure.label} {amount(figure)}" for figure in figures)
    return merged.model_copy(update={"answer": f"从多到少：{told}。\n{merged.answer}", "figures": figures})


def _is_held(answers: Sequence[Answer], operation: str) -> bool:
    """Whether one of what is to be added holds another, or a part is none of the half that it is held against."""
    if operation == "sum":
        return any(is_part(one, other) for one in answers for other in answers if one is not other)
    if operation not in ("share", "share_of_all"):
        return False
    part, whole = answers
    half = whole.figures[0].label
    cited = "".join(f"{c.table}{c.row}{c.column}" for c in part.citations[:1])
    return half in _HALVES and half not in cited and not is_part(whole, part)


#: An account may be of either of the two; what is bought or counted is of none.
_HALVES = ("基本支出", "项目支出")
#: Totals that only another total is held against.
_WHOLES = regex(r"(?:本年|财政拨款|一般公共预算)*(?:支出|收入)(?:合计|总计)")


def _are_one(figures: Sequence[Figure], operation: str) -> bool:
    """Whether two of the figures are the same, or are to be added while the one holds the other, or are of two years of
    what is not called alike, or of another fund."""
    if len({(_bare(f.label), f.value, f.year, f.entity) for f in figures}) < len(figures):
        return True
    names = [fold(f.label) for f in figures]
    wholes = [_WHOLES.fullmatch(name) is not None for name in names]
    if (operation in ("difference", "gap", "which_more") and len(set(wholes)) > 1) or (
        operation in ("change", "change_rate") and any(wholes)
    ):
        return True  # what a total is held against, and in which money, is told where it is read as a whole
    below = operation not in ("share", "share_of_all") and _BELOW.search(figures[0].label) is not None
    if below and any(_ALL_BOUGHT.fullmatch(f.label) for f in figures):
        return True  # 「全委会采购的服务比货物多」 is of the goods for 全委会, not of all goods
    if operation in ("change", "change_rate", "each"):
        return any(overlap(names[0], name) < _SAME_NAME * min(len(names[0]), len(name)) for name in names[1:])
    if len({name.startswith("政府采购") for name in names}) > 1 and operation == "sum":
        return True  # what is bought is a part of what is spent
    funds = {fund[0] if (fund := _FUND.search(name)) else "" for name in names}
    if operation in ("sum", "difference", "gap", "which_more") and "" in funds and len(funds) > 1:
        return True  # one is of one fund alone, the other of all money
    if operation in ("share", "share_of_all") and _FUND.search(names[1]) and not _FUND.search(names[0]):
        return True  # all the money of an account is no part of one fund
    if len({f.entity for f in figures}) > 1:
        return False
    return operation == "sum" and any(
        one != other and len(one) > 2 and one.removesuffix("支出") in other
        for one in names
        for other in names
    )


#: A sort of what is bought for one heading, and of all that is.
_BELOW, _ALL_BOUGHT = regex(r"”采购的(?:货物|工程|服务)$"), regex(r"政府采购(?:货物|工程|服务)?支出")


def _bare(label: str) -> str:
    """A name without the place that it was told in: 「办结件数（完成情况）」 is 办结件数, told once more."""
    return _PLACE.sub("", label)


_PLACE = regex(r"（[^（）]{1,8}）$")
_FUND = regex("一般公共预算|财政拨款|政府性基金|国有资本")
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


def _gap(values: Values, unit: str, names: Sequence[str]) -> _Made | None:
    """How much more the larger is, which is told by its name."""
    (more, name), (less, other) = sorted(zip(values, names, strict=True), key=lambda one: -one[0])
    formula = f"{plain(more)} − {plain(less)} = {plain(more - less)}"
    return more - less, _POINTS.get(unit, unit), formula, f"{name}比{other}多出"


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


#: Money of every sort, and what it may be spread over.
_ALL_MONEY = regex(r"政府采购(?:货物|工程|服务)?支出|(?:本年)?(?:收入|支出)(?:合计|总计)|(?:项目|基本)支出$")
_OF_ALL = ("人", "名", "人次", "万人", "户", "家", "个", "项", "件")


def may_spread(money: Figure, heads: Figure) -> bool:
    """Whether money may be spread over things: all that is bought is not spread over two cars."""
    return _ALL_MONEY.match(money.label) is None or heads.unit in _OF_ALL


def mean(figures: Sequence[Figure]) -> _Made | None:
    """Money and what it is spread over: what comes on one."""
    money, heads = figures
    if any(figure.label.startswith("平均") for figure in figures):
        return None  # what comes on one is told already
    if not may_spread(money, heads):
        return None
    if money.unit not in MONEY or heads.unit in (*MONEY, "%", "分") or not Decimal(heads.value):
        return None
    each = rounded(Decimal(money.value) / Decimal(heads.value))
    return (
        each,
        money.unit,
        f"{amount(money)} ÷ {amount(heads)} = {plain(each)}",
        f"平均每{heads.unit}{money.label}",
    )


def _worked(figures: Sequence[Figure], operation: str) -> _Made | None:
    """Value, unit, formula and label of what the figures make."""
    if operation == "average":
        return mean(figures)
    same = _in_one_unit(figures)
    apart = len({f.year for f in figures}) > 1
    several = len({f.entity for f in figures}) > 1
    names = [f"{f.entity * several}{f'{f.year}年' * apart}{f.label}" for f in figures]
    if apart and len({f.label for f in figures}) == 1 and len(names) == 2:
        names = [names[0], f"{figures[1].year}年"]
    return None if same is None else _WORKED[operation](*same, names)


#: How the figures of an operation are put together.
_WORKED: dict[str, Callable[[Values, str, Sequence[str]], _Made | None]] = {
    "sum": _sum, "share": _share, "share_of_all": _share, "difference": _apart, "which_more": _apart, "times": _times,
    "gap": _gap, "change": _moved, "change_rate": _moved_by,
}  # fmt: skip
