"""How something moved between two years is told of the later against the earlier one (以后比前).

「2024年比2023年差多少」 asks by how much 2024 is off 2023: a fall is less than nothing, and stands first.
"""

from __future__ import annotations

from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Status
from service.figures.simple_figures import amount, inputs, value_in

#: One year is set against the other, or which way it went is asked; how far two are apart has no sign.
_ASKS = regex(
    r"比[^，。？?]{0,16}?(?:多|少|增|减|涨|降|高|低|差(?!旅))[\u4e00-\u9fff]{0,3}?(?:多少|几|好多)(?!个?[人家]家)"
    r"|差(?!旅)[^，。？?]{0,4}(?:多少|几|好多)[^。？?]{0,8}(?:[涨增升加多][了加长]?(?:还是|或者?)是?[跌减降少])"
)
_YEAR_THAN = regex(r"(?P<one>\d\d)年?[^，,。？?]{0,10}?[比较](?:起)?(?:20)?(?P<other>\d\d)年")
_COURSE = regex(r"：(?:20\d\d年[^、。]*、)+20\d\d年[^。]*。20\d\d年比20\d\d年(?:增加|减少|持平)")
#: Which of the years is more is told by how much, whichever comes first.
_WHICH = regex("哪一?年|哪个|谁")
_PERCENT = regex(r"百分|%|几成|[增降涨减]幅|幅度")
_APART = regex(r"[^\n。]*前者比后者[^\n。]*。|^")


def later_first(answer: Answer, text: str) -> Answer:
    """The answer with the later year's figure less the earlier one's as its first, where this is asked for."""
    if (
        answer.status is not Status.ANSWERED
        or not _ASKS.search(text)
        or _PERCENT.search(text)
        or _WHICH.search(text)
    ):
        return answer
    pair = _two_years(answer)
    if pair is None:
        return answer
    before, now = pair
    than = _YEAR_THAN.search(text)
    if than is not None and (than["one"], than["other"]) == (f"{before.year}"[2:], f"{now.year}"[2:]):
        return answer
    first = answer.figures[0]
    if first.formula and (not first.formula.startswith(f"{before.value} − ") or len(first.inputs) != 2):
        return answer
    gap = value_in(now, before.unit)
    if gap is None or (not first.formula and not _COURSE.search(answer.answer)):
        return answer
    gap -= Decimal(before.value)
    made = _made(before, now, gap)
    rest = [f for f in answer.figures if not (f is first and first.formula) and f.value != made.value]
    return answer.model_copy(update={"figures": [made, *rest], "answer": _told(answer, before, now, gap)})


def _two_years(answer: Answer) -> tuple[Figure, Figure] | None:
    """The two figures that are of one thing in two years, the earlier one first."""
    plain_ones = [figure for figure in answer.figures if not figure.formula and figure.unit != "%"]
    if len(plain_ones) != 2:
        return None
    before, now = sorted(plain_ones, key=lambda figure: figure.year or 0)
    one, other = fold(before.label), fold(now.label)
    same = (one == other or one.startswith(other) or other.startswith(one)) and before.entity == now.entity
    return (before, now) if same and before.year and now.year and before.year < now.year else None


def _made(before: Figure, now: Figure, gap: Decimal) -> Figure:
    value = value_in(now, before.unit)
    formula = f"{plain(value or Decimal(0))} − {before.value} = {plain(gap)}"
    return now.model_copy(
        update={
            "label": f"{now.label}比{before.year}年增减额", "value": plain(gap), "unit": before.unit,
            "printed": None, "formula": formula, "inputs": inputs([now, before]),
        }
    )  # fmt: skip


def _told(answer: Answer, before: Figure, now: Figure, gap: Decimal) -> str:
    """The answer with what the later year is against the earlier one in the place of what the former is."""
    if "前者比后者" not in answer.answer:
        return answer.answer
    word = "增加" if gap > 0 else "减少" if gap else "持平"
    by = f" {plain(abs(gap))} {before.unit}" if gap else ""
    both = f"{before.year}年 {amount(before)}，{now.year}年 {amount(now)}"
    line = f"{now.label}：{both}，{now.year}年比{before.year}年{word}{by}。"
    return _APART.sub(line, answer.answer, count=1)
