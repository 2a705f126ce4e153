"""All but a part: 「扣除住房公积金后住房保障支出还有多少」, 「除了财政拨款还有多少收入」 (扣除)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.model import Term
from service.terms import Match
from service.wording import Wording

_LESS = re.compile(
    r"(?:扣除|剔除|减去|除去|除掉|除了|除|不算|不含|撇开|抛开|刨去|刨除|去掉|不是)(?P<less>.{2,40}?)(?:之外|以外|外|的那部分|的部分|叫|有多少|以后|之后|后|还有|还剩|还|其他|其它|别的|剩)"
)


def without(wording: Wording, matches: Sequence[Match[Term]]) -> tuple[Term, Term] | None:
    """The account and the part of it that is left out, their words explained; None where it is not that."""
    said = _LESS.search(wording.text)
    less = [m for m in matches if said and said.start() < m.start and m.end <= said.end()]
    # 「还剩多少」 is heard as the year's balance, which is not meant here.
    kept = [m for m in matches if m not in less and m.value.kind not in ("总额", "结转结余")]
    if said and len(less) == 1 and not kept:
        behind = wording.text[less[0].end :]
        only = said[0].startswith("不是")  # 「不是财政拨款的那部分」 is the rest of all income
        for asked, whole, kinds in _IN_ALL:
            if (only or asked.search(behind)) and less[0].value.kind in kinds:
                wording.claim(Match(said.start(), said.end(), said[0], None))
                return _of_all(wording, matches, whole, less[0].value)
    if len(less) != 1 or len(kept) != 1:
        return None
    whole, part = kept[0].value, less[0].value
    if whole.kind != part.kind or not whole.code or whole == part or not part.code.startswith(whole.code):
        return None
    for match in matches:
        wording.claim(match)
    return whole, part


#: What is left of all that was spent or came in is asked for, 「除了三公经费还有多少支出」: how, the whole, its parts.
_IN_ALL: tuple[tuple[re.Pattern[str], Term, tuple[str, ...]], ...] = (
    (re.compile(r"(?:多少|几).*(?:支出|花|用)|(?:支出|花|用).*(?:多少|几)"), Term("本年支出合计", "总额"),
     ("支出结构", "三公经费", "功能分类")),
    (re.compile(r"(?:多少|几).*(?:收入|进账|进项|进来)|(?:收入|进账|进项|进来).*(?:多少|几)"),
     Term("本年收入合计", "总额"), ("收入来源",)),
)  # fmt: skip
_OTHERS = re.compile(r"(?:别|其[他它]|另外|其余)的?")


def _of_all(wording: Wording, matches: Sequence[Match[Term]], whole: Term, part: Term) -> tuple[Term, Term]:
    for match in (
        *matches,
        *(Match(m.start(), m.end(), m[0], whole) for m in _OTHERS.finditer(wording.text)),
    ):
        wording.claim(match)
    return whole, part
