"""「甲、乙和丙三家」 of which one is nobody that is known: nothing is made of the others alone (名单不全)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.patterns import regex
from service.model import Body, Declined, Reason
from service.scope.leads import name_head
from service.scope.scope import Scope, not_loaded, number_said

_JOINS = r"(?:、|,|，)?(?:以及|还有|加上|[和与跟及同])|、"
_NAME = r"(?P<name>(?:(?![、和与跟及同的])[\u4e00-\u9fff]){2,10}?)"
#: Between two that are known, and behind the last of them, straight before their number or the year.
_AMID = regex(rf"(?:{_JOINS}){_NAME}(?:{_JOINS})")
_NUMBER = r"(?:[这那]|一共|总共)?(?P<count>[两三四五六七八九])(?:家|个(?:单位|部门|机构|局|镇|街道))"
_BEHIND = regex(rf"(?:{_JOINS}){_NAME}(?=(?:{_NUMBER}|20\d\d年|[今去上]年))")
_BEFORE = regex(rf"(?:^|[^\u4e00-\u9fff]){_NAME}(?:、)$")
_COUNTED = regex(rf"(?:{_NUMBER})")
#: Words of money, of time, of asking, and for bodies that are told by no name.
_NO_NAME = regex(
    r"费|支出|收入|预算|决算|资金|结余|结转|采购|三公|[多几]少|哪|什么|谁|年|月|下属|所属|直属|下面|其[他它余]|机关|本级|单位|部门|系统|全部|所有|各|相比|比较|对比|两者|它|他"
)


def unlisted(scope: Scope, bodies: Sequence[Body]) -> Declined | None:
    """Why nothing is told of a list of bodies: one of it is not known, or they are fewer than is said."""
    named = scope.mention.bodies
    if len(named) < 2 or len(scope.mention.spans) != len(named) or scope.joined or scope.inherited:
        return None
    unknown = next(_unknown(scope.text, sorted(scope.mention.spans)), "")
    if unknown:
        return not_loaded(unknown, bodies)
    last = max(high for _, high in scope.mention.spans)
    count = _COUNTED.match(scope.text, last)
    if count is None or number_said(f"{count['count']}家") in (0, len(named)):
        return None
    names = "、".join(body.name for body in named)
    return Declined(
        Reason.ENTITY_NOT_LOADED,
        f"只认出了{names}，和问题里说的家数不一样，所以没有给出。请把单位名称写全。",
    )


def _unknown(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Members of the list that no body is called by."""
    found: list[re.Match[str] | None] = [
        _AMID.fullmatch(text, one[1], other[0]) for one, other in pairwise(spans)
    ]
    joined = any(re.fullmatch(_JOINS, text[one[1] : other[0]]) for one, other in pairwise(spans))
    if joined or any(found):
        found += [_BEHIND.match(text, spans[-1][1]), _BEFORE.search(text[: spans[0][0]])]
    for said in found:
        name = name_head(said["name"], before=False) if said is not None else ""
        if len(name) > 1 and not _NO_NAME.search(name):
            yield name
