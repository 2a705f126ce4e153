"""One body's place among several: 「省人大在三家单位里支出排第几」 (在各家中的名次)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.patterns import regex
from service.across.place_of import at_place
from service.across.proportions import with_the_others
from service.follow.conversation import Talk, recent_bodies
from service.model import Body, Declined, Evidence, Finding, Operation, Plan, Reason
from service.scope.scope import Scope

_KIND = r"(?:单位|部门|机关|机构|街道|局)"
_WITHIN = r"(?:里面|里|当中|之中|中间|之间|中|内)"
_DIGITS = {c: n for n, c in enumerate("两三四五六七八九十", start=2)}
#: The bodies that a place is asked for among: 三家单位里, 所有部门中, 各单位之间.
_AMONG = regex(
    r"(?:放?在|于)?(?:[这那上述]|以上)*"
    rf"(?:(?P<count>[两三四五六七八九十]|\d)(?:家(?:[^，。？\d]{{0,6}}?{_KIND})?|个[^，。？\d]{{0,6}}?{_KIND})"
    rf"|(?:各家?个?|所有的?|全部的?|全体)[^，。？\d]{{0,6}}?{_KIND}){_WITHIN}"
)
#: How a place is asked for.
_PLACE = regex(
    r"(?:能|会|可以|应该|算)?(?:排名?|居|位居|位列|名列|列)(?:在|到)?(?:第几|多少|几)(?:名|位)?"
    r"|(?:是|算|排)?第几(?:名|位|高|多|大|家)?|(?:的)?(?:排名|名次)(?:是|为)?(?:多少|几|如何|怎样|怎么样|情况)"
)

_FIRST = regex(r"(?:排名?|居|位居|位列|名列|列)(?:在|到)?第(?:几|多少)(?:名|位)?[？?呢啊]?$")

_SEVERAL = regex(rf"[两三四五六七八九]家|(?:各|所有|全部)个?{_KIND}")
#: 「支出排名第二的单位的三公经费」: one thing says which body, another is asked of it.
_OF_THE_FIRST = regex(
    rf"(?:第[一二三四五六1-6]|最|倒数)[^，。？]{{0,4}}的(?:那[个家]|一[个家])?(?:{_KIND}|那家|一家)的?"
    r"(?!是|有|为|叫|多少|谁|哪|名|和|与|比|差|相|的|花|用)(?P<name>[\u4e00-\u9fff“”]{2,12}?)(?=是?多少|有多少|多少|占|花了|$|[？?。])"
)


def of_another(text: str) -> Declined | None:
    """A refusal where a body is told only by its place in one order, and something else is asked of it."""
    said = _OF_THE_FIRST.search(text)
    if said is None or said["name"] in text[: said.start()]:
        return None
    return Declined(
        Reason.LOW_CONFIDENCE,
        "这个问题要分两步：请先问排在那一位的是哪个单位，再问这个单位的数，以免弄错单位。",
    )


def place_said(text: str) -> list[tuple[int, int]]:
    """Where a question says that a place among several bodies is asked for; empty where it does not."""
    among, place = _AMONG.search(text), _PLACE.search(text)
    return [] if among is None or place is None else [among.span(), place.span()]


def with_all_of_them(scope: Scope, talk: Talk, bodies: Sequence[Body]) -> tuple[Scope, Declined | None]:
    """The question about one body as a part or at a place of several is about all of these, the one in front."""
    said = _AMONG.search(scope.text) if place_said(scope.text) else None
    if said is None or scope.body is None:
        return with_the_others(scope, talk, bodies)
    one = scope.body
    count = _number(said["count"]) if said["count"] else 0
    for group in _groups(scope, one, said, talk, bodies):
        if len(group) > 1 and one in group and count in (0, len(group)):
            rest = (one, *(b for b in group if b is not one))
            return replace(scope, bodies=rest, spans=(*scope.spans, said.span()), joined=True), None
    return scope, Declined(
        Reason.LOW_CONFIDENCE, "没有认出问题里说的是哪几家，所以没有排名次。请把各家的名称写全。"
    )


def _groups(
    scope: Scope, one: Body, among: re.Match[str], talk: Talk, bodies: Sequence[Body]
) -> list[tuple[Body, ...]]:
    """The bodies that may be meant, the surest first: those of a region that is said, those spoken of, its own region,
    all that are loaded."""
    loaded = [b for b in bodies if not b.within]
    parts = re.findall(r"[\u4e00-\u9fff]+?[省市区县旗]", one.region)
    held = scope.mention.spans
    around = "".join(c for i, c in enumerate(scope.text) if not any(low <= i < high for low, high in held))
    said = next((part for part in reversed(parts) if part[:-1] in around), "")
    region = tuple(b for b in loaded if said and said in b.region)
    if region:
        return [region]
    if not among["count"]:
        return [tuple(loaded)]
    by_key = {b.key: b for b in loaded}
    spoken = tuple(by_key[k] for k in recent_bodies(talk) if k in by_key)
    near = tuple(b for b in loaded if one.region and b.region == one.region)
    return [spoken, near, tuple(loaded)]


def _number(said: str) -> int:
    return int(said) if said.isdigit() else _DIGITS[said]


def at_its_place(findings: Sequence[Finding], name: str) -> Evidence | None:
    """The place of the body with this name in an order, the most first; None where it prints no such figure."""
    own = next((n for n, f in enumerate(findings, start=1) if f.entity == name), 0)
    return at_place(findings, own, least=False)


def of_no_group(plan: Plan, text: str) -> Declined | None:
    """A refusal where a place is asked for of all that a body spends, and not among whom."""
    total = plan.subject is not None and (plan.subject.kind == "总额" or bool(_SEVERAL.search(text)))
    if not total or plan.operation is not Operation.RANK or _FIRST.search(text) is None:
        return None
    return Declined(
        Reason.LOW_CONFIDENCE,
        "问题里没有写明和哪些单位比，排不了名次。请写明是哪几家，例如“在甲、乙、丙三家单位里”。",
    )
