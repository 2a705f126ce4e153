"""Whether one indicator came to what was aimed at: 「机井数量达到目标了吗」 (达标与否).

Both are told; that it was met, or not, only where the form prints from which side the aim binds (≥, ≤).
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Plan
from service.targets import Point
from service.text.lines import text_of
from service.text.sentences import lines_of
from service.things.aimed_and_done import both_of, meant_by, told_as

_AIM = r"(?:年初|既定|原定|设定|预期|当初|定的?)*的?(?:目标|指标|任务|计划|要求)(?:值|数)?"
_ASKED = regex(
    rf"(?:有没有|是否|是不是|能不能|到底|究竟)+(?:达到|完成|实现|达成|达标|够)(?:了)?(?:{_AIM})?"
    rf"|(?:达到|完成|实现|达成)(?:了)?{_AIM}了?(?:没有?|吗|么|嘛)|达标了?(?:没有?|吗|么|嘛)|达没达标"
)
_ELSE = regex(r"多少|几|哪|谁|为什么|怎|比上年|去年|钱|资金|预算|执行率")
_ASIDE = regex(r"^(?:那么?|这|的|指标)+|(?:最后|最终|实际|这个|的|那项|指标|[，,])+$")
_AT_LEAST, _AT_MOST = r"≥|≧|＞|>|不低于|不少于|大于等于|至少", r"≤|≦|＜|<|不高于|不超过|小于等于|低于"


def aim_met(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """Aim and outcome of the one indicator that is named; None where none is, or where something else is asked."""
    text = plan.parted or plan.text
    said = _ASKED.search(text)
    if (
        said is None
        or len(points) != 1
        or _ELSE.search(text)
        or text[said.end() :].strip("了没有吗么嘛呢啊呀，,。？? ")
    ):
        return None
    held = meant_by(_ASIDE.sub("", fold(text[: said.start()])), both_of(plan, sources.facts))
    if len(held) != 1:
        return None
    aim, done = held[0]
    name, body = aim.subject.name, sources.body.name
    figures = tuple(told_as(fact, body) for fact in (done, aim))
    what = f"目标 {plain(figures[1].value)} {aim.unit}，实际完成 {plain(figures[0].value)} {done.unit}"
    return Evidence(figures, told=f"{body}{plan.year}年度「{name}」{what}{_verdict(aim, done, sources)}。")


def _verdict(aim: Fact, done: Fact, sources: Sources) -> str:
    """Whether the outcome is on the side of the aim that the form prints; empty where it prints none."""
    if aim.value is None or done.value is None:
        return ""
    gap = done.value - aim.value
    sides = {side for side in (_AT_LEAST, _AT_MOST) if _binds(side, aim, sources)}
    if len(sides) != 1 and gap:
        return ""
    met = not gap or (gap > 0) is (sides == {_AT_LEAST})
    unit = "个百分点" if aim.unit == "%" else aim.unit
    return "，达到了目标" if met else f"，没有达到目标，相差 {plain(abs(gap))} {unit}"


def _binds(side: str, aim: Fact, sources: Sources) -> bool:
    """Whether a row with the indicator's name prints the aim with such a sign before it."""
    assert aim.value is not None
    printed = regex(rf"(?:{side})\s*{plain(aim.value)}(?![\d.])")
    rows = (text_of(line) for line in lines_of(sources.index().chunks))
    return any(
        fold(aim.subject.name) in fold(row) and printed.search(row.replace(",", "")) is not None
        for row in rows
    )
