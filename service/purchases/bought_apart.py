"""Two things that are bought, held against each other: 「采购里住宿比餐饮多多少」, 「哪个贵，差多少」 (两项采购相比).

Each must be one row of the procurement statement, under the one heading that the question says where several have it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.numbers import plain
from ingest.patterns import regex
from service.evidence import Sources
from service.figures.several import gap
from service.model import Evidence, Finding, Plan
from service.purchases.bought import purchase_finding
from service.purchases.purchases import BUYING
from service.purchases.shopping import things_said
from service.targets import Point

_MUCH = r"(?:多少|几[^，。？]{0,2})(?:个?钱|万元|元|万)?"
_SIDE = r"(?:多|少|贵|便宜|高|低|大|小)"
_ONE, _OTHER = r"(?P<one>[^，。？]{2,24}?)", r"(?P<other>[^，。？]{2,14}?)"
_OF_MONEY = r"(?:(?:的)?(?:预算|采购|花费?|要花|金额|的钱)(?:得|的)?)?"
#: How far two of them are apart, and which of them is more.
_ASKED = (
    regex(rf"{_ONE}比{_OTHER}{_OF_MONEY}(?:要|更)?{_SIDE}(?:出|了|花|用)*(?P<much>{_MUCH})"),
    regex(
        rf"{_ONE}(?:和|跟|与|同){_OTHER}[，,]?{_OF_MONEY}(?:哪一?[个样种项]|谁)(?:的)?{_OF_MONEY}[更要最]?{_SIDE}"
        rf"(?:一?[些点])?(?:[，,。？?；;\s]*(?P<much>(?:相?差|{_SIDE})(?:出|了)?{_MUCH}))?(?=[，。？?]|$)"
    ),
    regex(rf"{_ONE}(?:和|跟|与|同){_OTHER}{_OF_MONEY}(?P<much>相?差(?:出|了|额|距|是)*{_MUCH})"),
)


def bought_apart(plan: Plan, points: Sequence[Point], sources: Sources, text: str) -> Evidence | None:
    """Both rows, and how far they are apart; None where they are not two rows of the statement."""
    if not BUYING.search(text) or len(points) > 1:
        return None
    words = plan.parted or plan.text
    said = next((m for pattern in _ASKED if (m := pattern.search(words))), None)
    if said is None:
        return None
    named = things_said(f"{words[: said.start()]}{said['one']}、{said['other']}", plan, sources.facts)
    if named is None or named.left or [len(rows) for rows in named.things] != [1, 1]:
        return None
    one, other = (rows[0] for rows in named.things)
    if one == other:
        return None
    findings = tuple(purchase_finding(fact, sources.body) for fact in (one, other))
    made = gap(findings)
    if made is None or one.unit != other.unit:
        return None
    return Evidence((made, *findings) if said["much"] else findings, told=_told(findings, made))


def _told(findings: Sequence[Finding], made: Finding) -> str:
    one, other = findings
    word = "多" if made.value > 0 else "少"
    apart = (
        f"前者比后者{word} {plain(abs(made.value))} {made.unit}（{made.formula}）"
        if made.value
        else "两者相同"
    )
    each = "，".join(f"{f.label} {plain(f.value)} {f.unit}" for f in (one, other))
    return f"{one.entity}{one.year}年度{one.stage}：{each}，{apart}。"
