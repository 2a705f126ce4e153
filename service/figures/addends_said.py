"""How many are to be added up, as the question itself says it: 「水、电、暖这三项」 (所说项数).

A sum of fewer would be read as the sum of all, so none is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from service.model import Declined, Plan, Reason
from service.targets import Point

#: How the name of an account ends; a word of the question that does so is one more to be added up.
_ACCOUNT = regex(r"[\u4e00-\u9fff]+(?:[费款]|补贴|奖金|经费|公积金|年金)$")
#: What says only who pays, or that it is money: 「职业年金单位缴费」.
_NO_NAME = regex(r"(?:单位|个人|职工|两项)*(?:缴费|缴款|经费|花费|收费|部分)")
_NUMBER = {c: n for n, c in enumerate("一二三四五六七八", start=1)} | {"两": 2, "俩": 2, "仨": 3}
_NUMBER |= {str(n): n for n in range(2, 9)}
_SAID = regex(
    r"(?<![第前后])(?:(?P<n>[两二三四五六七八2-8])(?:个?[项样笔块者]|个科目|种费)|[这那](?P<few>[俩仨]))"
)


def not_known(plan: Plan) -> list[str]:
    """Words that name an account as those do that are known, and are none: a sum without them would be too small."""
    return [run for run in plan.taken if _ACCOUNT.match(run) and not _NO_NAME.fullmatch(run)]


def too_few(plan: Plan, points: Sequence[Point]) -> Declined | None:
    """That fewer are understood than the question says there are; None where they are all there."""
    said = [m["n"] or m["few"] for m in _SAID.finditer(plan.text)]
    names = list(dict.fromkeys(p.plan.subject.name for p in points if p.plan.subject is not None))
    alone = len({p.body for p in points}) == 1 and len({p.plan.year for p in points}) == 1
    if len(set(said)) != 1 or len(names) < 2 or not alone or _NUMBER[said[0]] <= len(names):
        return None
    told = "」、「".join(names)
    return Declined(
        Reason.LOW_CONFIDENCE,
        f"问的是{_NUMBER[said[0]]}项合计，只认出了「{told}」，缺了其余的，合计就不准，所以没有给出。请把各项的名称写全再问。",
    )
