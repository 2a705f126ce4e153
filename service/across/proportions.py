"""One of several bodies in what all make together, or by how many per cent it is above another (占合计、高出)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.model import Measure
from ingest.numbers import convert, plain
from ingest.patterns import regex
from service.figures.ratios import rounded
from service.figures.several import add_up
from service.follow.conversation import Talk, recent_bodies
from service.model import Body, Declined, Evidence, Finding, Operation, Reason
from service.read.added_said import is_added
from service.scope.bodies import find_bodies
from service.scope.scope import Scope, number_of, number_said

_RATIO = r"(?:的)?(?:比重|比例|百分之几|百分之多少|百分比|几成|多少|份额|多大(?:比例|份额|一块)?|几分之几)?"
_WHOLE = r"(?:合计数?|总和|总数|总额|总量|之和|加起来|一共|全部|总共|总计|相加)"
_THEM = (
    r"(?:[这上那]?[两三四五六七八九几](?:家|个(?:单位|部门|局|机关|街道|中心)|者)(?:单位|部门)?"
    r"|(?:各|全部|所有)(?:家|单位|部门)|他们|它们|[他它]俩)"
)
#: 「占三家合计的百分之几」「占它们总和的比重」「占合计的比例」; what stands in brackets names them once more.
_IN_ALL = regex(rf"占(?:到|了|去)?(?:{_THEM}(?:（[^）]*）|\([^)]*\))?的?{_WHOLE}?|{_WHOLE}){_RATIO}")
#: After a sum of bodies one of them is a part of it: 「省人大占多少」「各占多少」.
_OF_SUM = regex(
    r"(?:各自?|分别)?占(?:了|到|去)?(?:比(?!上)|比重|比例|多少|几成|百分之(?:几|多少)|多大(?:比例|份额)?)"
)
_EACH = regex(r"各自?占|分别占|各家占")
#: 「比省政协多百分之几」.
_EXCESS = regex(
    r"(?P<word>[多少高低大小])(?:花|用|支出?|收|拨)?(?:出|了|出了)?(?:百分之(?:几|多少)|几成|多少(?:个百分比|%|百分比)|几个百分比)"
)
_RATE = regex(r"占比|比重|比例|占.{1,12}的?比|率|幅|百分点")


@dataclass(frozen=True, slots=True)
class Part:
    """Bodies that are a part of what all of them make, and where the question says so."""

    keys: tuple[str, ...]
    span: tuple[int, int]


def with_the_others(scope: Scope, talk: Talk, bodies: Sequence[Body]) -> tuple[Scope, Declined | None]:
    """The question about one body as a part of several is about all of these; declined where they are not known."""
    text, named = scope.text, scope.mention.bodies
    said = _in_all(text, talk)
    if said is None or len(scope.bodies) > 1 or len(named) > 1:
        return scope, None
    by_key = {body.key: body for body in bodies}
    before = tuple(by_key[k] for k in (talk[-1].bodies if talk else ()) if k in by_key)
    count = number_said(text)
    recent = tuple(by_key[k] for k in recent_bodies(talk) if k in by_key)
    listed = _in_brackets(said[0], bodies)
    region = _of_region(scope, bodies) if count else ()
    near = tuple(b for b in bodies if named and count and b.region and b.region == named[0].region)
    for group in (listed, before, recent[-count:] if count else (), region, near):
        if len(group) > 1 and (not count or len(group) == count) and all(b in group for b in named):
            spans = (*scope.spans, *number_of(text, group))
            return replace(scope, bodies=group, spans=spans, joined=True), None
    if not count:
        return scope, None
    return scope, Declined(
        Reason.LOW_CONFIDENCE, "没有认出问题里说的是哪几家，所以没有计算占比。请把各家的名称写全。"
    )


def _in_brackets(said: str, bodies: Sequence[Body]) -> tuple[Body, ...]:
    """「占三家（甲、乙、丙）总和」: the bodies that the brackets name."""
    inner = re.search(r"[（(]([^）)]*)[）)]", said)
    return find_bodies(inner[1], bodies, [False] * len(inner[1])).bodies if inner else ()


def _of_region(scope: Scope, bodies: Sequence[Body]) -> tuple[Body, ...]:
    """「三家江苏单位」: the bodies of the region that is said outside of the name of the one."""
    named = scope.mention.bodies
    parts = re.findall(r"[\u4e00-\u9fff]+?[省市区县旗]", named[0].region) if named else []
    held = scope.mention.spans
    around = "".join(c for i, c in enumerate(scope.text) if not any(low <= i < high for low, high in held))
    if not parts or parts[-1][:-1] not in around:
        return ()
    return tuple(b for b in bodies if b.region == named[0].region)


def _in_all(text: str, talk: Talk) -> re.Match[str] | None:
    several = bool(talk) and len(talk[-1].bodies) > 1
    last = talk[-1].plan if several else None
    summed = last is not None and (last.operation is Operation.SUM or is_added(last.text))
    said = _IN_ALL.search(text)
    if said is not None and (
        several or number_said(text) or not re.match(rf"占(?:到|了|去)?{_WHOLE}", said[0])
    ):
        return said
    return _OF_SUM.search(text) if summed else None


def part_of(text: str, scope: Scope, talk: Talk) -> Part | None:
    """The bodies that are asked about as a part of all that are compared; None where none is."""
    said = _in_all(text, talk) or (_IN_ALL.search(text) if len(scope.bodies) > 2 else None)
    if said is None:
        return None
    if _EACH.search(text):
        return Part(tuple(b.key for b in scope.bodies), said.span())
    before = text[: said.start()]
    pointed = re.search(r"(?P<first>前者)|后者", before)
    if pointed is not None and len(scope.bodies) == 2 and not scope.mention.spans:
        return Part((scope.bodies[0 if pointed["first"] else 1].key,), (pointed.start(), said.end()))
    for low, high in sorted(scope.mention.spans, reverse=True):
        if high <= said.start():
            found = find_bodies(before[low:high], scope.bodies, [False] * (high - low)).bodies
            return Part(tuple(b.key for b in found), said.span()) if len(found) == 1 else None
    return None


def excess_of(text: str, scope: Scope) -> tuple[int, int] | None:
    """Where a question asks by how many per cent one of two bodies is above the other."""
    said = _EXCESS.search(text)
    if said is None or len(scope.bodies) != 2 or _RATE.search(text[: said.start()]):
        return None
    return said.span()


def shares(findings: Sequence[Finding], names: Sequence[str]) -> Evidence | None:
    """The shares of the bodies with these names in the sum of the figures."""
    total = add_up(findings)
    if total.value <= 0 or any(f.value < 0 for f in findings):
        return None
    parts = [f for f in findings if f.entity in names]
    made = [_share(part, total) for part in parts]
    if not made:
        return None
    whole = f"占{len(findings)}家合计 {plain(total.value)} {total.unit}的"
    told = "".join(
        f"{f.entity}{f.year}年度{f.label} {plain(f.value)} {f.unit}，{whole} {plain(m.value)}%（{m.formula}）。"
        for f, m in zip(parts, made, strict=True)
    )
    return Evidence((*made, total, *findings), told=told)


def _share(part: Finding, total: Finding) -> Finding:
    value = convert(part.value, part.unit, total.unit)
    value = part.value if value is None else value
    ratio = rounded(value / total.value * Decimal(100))
    adds = (total.formula or "").split(" = ")[0]
    return Finding(
        f"{part.entity}{part.label}占合计的比重", ratio, "%", Measure.SHARE, part.year, part.stage,
        total.operands, f"{plain(value)} ÷ ({adds}) × 100% = {ratio}%", entity=part.entity,
    )  # fmt: skip


def excess(findings: Sequence[Finding]) -> Evidence | None:
    """By how many per cent the first of two figures is above the second, below it with a minus."""
    if len(findings) != 2:
        return None
    one, other = findings
    value = convert(other.value, other.unit, one.unit)
    if value is None or value <= 0:
        return None
    ratio = rounded((one.value - value) / value * Decimal(100))
    formula = f"({plain(one.value)} − {plain(value)}) ÷ {plain(value)} × 100% = {ratio}%"
    names = [f"{f.entity}{f.year}年度{f.label} {plain(f.value)} {f.unit}" for f in findings]
    made = Finding(
        f"{one.entity}{one.label}比{other.entity}高出的比例", ratio, "%", Measure.CHANGE_RATE, one.year, one.stage,
        (*one.operands, *other.operands), formula, entity=one.entity,
    )  # fmt: skip
    word = "多" if ratio >= 0 else "少"
    told = f"{names[0]}，{names[1]}，前者比后者{word} {plain(abs(ratio))}%（{formula}）。"
    return Evidence((made, *findings), told=told)
