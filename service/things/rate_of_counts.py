"""A rate that is not printed, of the two counts that make it in one sentence: 床位 160 张、入住 143 人 (两数成率).

Which counts make a rate is a row: how it is asked, what the part and the whole are called. The sentence must hold what
else the question says, and tell just one such pair; a rate that is printed goes before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.model import Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.breakdowns.enumeration import base_unit, size, told_together
from service.breakdowns.part_figures import of_fact
from service.evidence import Sources
from service.figures.ratios import rounded
from service.figures.told import label_of
from service.model import Evidence, Finding, Operand, Plan
from service.read.citizens_words import as_written
from service.targets import Point
from service.things.contrary import contrary
from service.things.search import covered_by


@dataclass(frozen=True, slots=True)
class _Rate:
    """How a rate is asked for, what its part and its whole are called, and whether they are counted in two units."""

    asked: re.Pattern[str]
    part: re.Pattern[str]
    whole: re.Pattern[str]
    name: str
    apart: bool = False


_TESTED = r"抽检|抽查|抽测|检测|检验|监测|送检|检查|巡查|核查"
_RATES = tuple(
    _Rate(regex(asked), regex(part), regex(whole), name, name == "入住率")
    for asked, part, whole, name in (
        (r"入住率|床位(?:使用|利用)率|住(?:了|着|满|进去?)", r"入住|在住|住养|现住|收住", r"床位", "入住率"),
        (r"就业率|找到(?:了)?工作|有了?工作|就业|上岗", r"就业|上岗", r"培训|毕业|结业|学员|帮扶", "就业率"),
        (r"不合格|不达标|有问题|出错|错误|超标", r"不合格|不达标|错误|超标|问题", _TESTED, "不合格率"),
        (r"合格|达标", r"(?<!不)(?:合格|达标)", _TESTED, "合格率"),
        (r"办结|办完|结案", r"办结|结案", r"受理|收到|接收|接到|交办|立案|收案", "办结率"),
        (r"整改|改好|改到位", r"(?<!未)整改|销号", r"发现|排查|查出|检出", "整改率"),
        (r"调解成功|调成|说和", r"成功", r"调解|调处", "调解成功率"),
        (r"录取|考上|升学", r"录取|考上|升学", r"报名|参考|毕业", "录取率"),
    )
)
_SHARE = regex(
    r"百分之[几多]|百分比|比例|比重|几成|多大比|(?<![效费汇利频功税])率(?=[是有为多高怎，。？]|$)|占(?:了|到|的)?(?:多少|几)"
)
#: Another number is asked for, or those that are not.
_OTHER = regex(
    r"(?:没有?|未|还没|不)(?!合格|达标)|比(?:上|去)|同比|增长|下降|提高|目标|预期|预算|资金|经费|[元钱]"
)
#: What asks, counts, ties, or goes with anything.
_AROUND = regex(
    r"占?(?:了|到|的)?(?:百分之[几多]少?|百分比|比例|比重|几成|多大比例?)|\d[\d,.]*[\u4e00-\u9fff]?|[^\u4e00-\u9fff]+|率(?=[是有为多高怎，。？]|$)|多少|年底|年末|期末|最后|最终|其中|里面|当中|一共|总共|实际"
    r"|(?:学完|结业后?|毕业后?|培训完|真|的人|学员|数量?|是|有|为|占|里|办|中|开|搞|了|的|那个|这个|全年|当年|今年|本年)"
)
_SEGMENT = regex("[；;。]")
_HELD = 0.7


def rate_of_counts(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The rate of the one pair of counts that is meant; None where it is not asked so, printed, or not told."""
    text = plan.parted or plan.text
    if len(points) != 1 or not _SHARE.search(text) or _OTHER.search(text):
        return None
    rate = next((r for r in _RATES if r.asked.search(text)), None)
    if rate is None or any(
        f.measure is Measure.RATE and rate.name[-3:] in f.subject.name for f in sources.facts
    ):
        return None
    rest = rate.whole.sub(" ", rate.part.sub(" ", rate.asked.sub(" ", _AROUND.sub(" ", text))))
    pairs = {(p.value, w.value): (p, w) for p, w in _pairs(rate, sources, plan.year) if _holds(p, w, rest)}
    return _told(*next(iter(pairs.values())), sources.body.name) if len(pairs) == 1 else None


def _pairs(rate: _Rate, sources: Sources, year: int | None) -> Iterator[tuple[Fact, Fact]]:
    """Each part with the nearest whole before it in its segment of a sentence."""
    for listed in told_together(sources.facts, year):
        for at, part in enumerate(listed.parts):
            if rate.part.search(part.subject.name) is None or part.measure is not Measure.COUNT:
                continue
            before = [w for w in listed.parts[:at] if _is_whole(w, part, rate)]
            if before:
                yield part, before[-1]


def _is_whole(whole: Fact, part: Fact, rate: _Rate) -> bool:
    alike = rate.apart or base_unit(whole) == base_unit(part)
    counted = whole.measure is Measure.COUNT and size(whole) >= size(part) > 0
    named = rate.whole.search(whole.subject.name) and not rate.part.search(whole.subject.name)
    return bool(alike and counted and named and _segment(whole, part))


def _segment(whole: Fact, part: Fact) -> str:
    """The words of their sentence that lead to both, since the last semicolon; empty where none has both."""
    first, last = (plain(f.value) for f in (whole, part) if f.value is not None)
    led = (s.partition(first) for s in _SEGMENT.split(whole.source.quote.replace(",", "")))
    return next((f"{a}{n}{b.partition(last)[0]}" for a, n, b in led if last in b), "")


def _holds(part: Fact, whole: Fact, rest: str) -> bool:
    """Whether the words around both hold what else is said."""
    told = fold(f"{_segment(whole, part)}{''.join(part.subject.path)}{part.entity}")
    said = as_written(" ".join(run for run in rest.split() if len(run) > 1), told)
    return not contrary(said, told) and (not said.strip() or covered_by(said, told) >= _HELD)


def _told(part: Fact, whole: Fact, body: str) -> Evidence:
    value = rounded(size(part) / size(whole) * 100)
    formula = f"{plain(size(part))} ÷ {plain(size(whole))} × 100% = {plain(value)}%"
    operands = tuple(Operand(label_of(f), f) for f in (part, whole))
    label = f"{label_of(part)}占{label_of(whole)}的比重"
    found = Finding(
        label, value, "%", Measure.SHARE, part.year, part.stage.value, operands, formula, entity=body
    )
    told = f"{body}{part.year}年度{of_fact(whole)}，{of_fact(part)}，比率为 {plain(value)}%（{formula}）。"
    return Evidence((found,), notes=("原文没有写明这个比率，按同一句话里的两个数算出。",), told=told)
