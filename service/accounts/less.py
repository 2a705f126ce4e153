"""All but a part: 「扣除住房公积金后住房保障支出还有多少」, 「不是财政拨款的收入」, 「项目支出以外的」 (扣除)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ingest.patterns import regex
from service.model import Term
from service.read.terms import Match
from service.read.wording import Wording

Named = TypeVar("Named")

#: What leaves out the name that follows, or that stands before; 「是不是」, 「包不包括」 only ask.
_BEFORE = regex(
    r"(?:(?<![清消删拆解免开废切根铲])除(?:了|去|掉|开|却)?|扣(?:除|掉|去)?|剔(?:除|掉)|排除|减(?:去|掉)"
    r"|刨(?:去|除|掉|开)?|撇(?:开|去)|抛(?:开|去)|去(?:掉|除)|(?<![是算含计包么啥])不(?:是|算|含|计|包括|包含|属于)"
    r"|(?<![并是])非)$"
)
_BEHIND = regex(r"(?:这|那|的)?(?:块|部分)?(?:之外|以外|除外|外(?=的|还|其[他它])|不(?:算|计)(?:在内|进去)?)")
_AND = ("和", "与", "跟", "及", "以及")
_BESIDES = regex("除了|之外|以外")
_LEFT = regex("还[有剩]|剩|其余|余下")
#: Kinds of names that leave nothing out: 「还剩多少」 is heard as the year's balance.
_ASKING = ("总额", "结转结余")
_SPENT = regex("支出|花|用(?!车)|开销")
_RECEIVED = regex("收入|进账|进项|进来|钱进")
#: A whole, the kinds of its parts, and their names.
_PARTS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("基本支出", (), ("人员经费", "公用经费")),
    ("“三公”经费", ("三公经费",), ()),
    ("政府采购支出", ("政府采购",), ()),
    ("公务用车购置及运行维护费", (), ("公务用车购置费", "公务用车运行维护费")),
    ("政府采购支出", (), ("政府采购货物支出", "政府采购工程支出", "政府采购服务支出")),
)
#: Parts of all that was spent, and of it only where spending is asked for.
_DIRECT = ("基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出")
_OF_SPENDING = ("三公经费", "功能分类")


def left_out(wording: Wording, matches: Sequence[Match[Named]]) -> list[Match[Named]]:
    """The names that the words beside them leave out."""
    text = wording.text
    out: list[Match[Named]] = []
    for match in sorted(matches, key=lambda m: m.start):
        joined = bool(out) and text[out[-1].end : match.start] in _AND
        if joined or _BEFORE.search(text[: match.start]) or _BEHIND.match(text[match.end :]):
            out.append(match)
    return out


def without(wording: Wording, matches: Sequence[Match[Term]]) -> tuple[Term, Term] | None:
    """The account and the part of it that is left out, their words explained; None where it is not that."""
    less = left_out(wording, matches)
    kept = _kept(matches, less)
    if len(less) != 1 or len(kept) > 1:
        return None
    part = less[0].value
    whole = kept[0].value if kept else all_of(part, _outside(wording, less[0]))
    if whole is None or (kept and not holds(whole, part)):
        return None
    for match in matches:
        wording.claim(match)
    for marker in _markers(wording, less[0]):
        wording.claim(marker)
    return whole, part


def unsettled(wording: Wording, matches: Sequence[Match[Term]]) -> tuple[str, ...]:
    """What is left out, where it is not told from what: the figure of a part is not that of the rest."""
    return tuple(m.word for m in left_out(wording, matches) if m not in _mentioned(wording, matches))


def asked_for(wording: Wording, matches: Sequence[Match[Term]]) -> list[Match[Term]]:
    """The names without those that are only mentioned; their words are explained."""
    idle = _mentioned(wording, matches)
    for match in idle:
        wording.claim(match)
        for marker in _markers(wording, match):
            wording.claim(marker)
    return [m for m in matches if m not in idle]


def _mentioned(wording: Wording, matches: Sequence[Match[Term]]) -> list[Match[Term]]:
    """「会议费之外，培训费多少」: what another name is asked beside, where neither is left of the other."""
    less = left_out(wording, matches)
    kept = _kept(matches, less)
    apart = kept and not any(holds(k.value, m.value) for k in kept for m in less)
    return less if apart and _BESIDES.search(wording.text) and not _LEFT.search(wording.text) else []


def _kept(matches: Sequence[Match[Term]], less: Sequence[Match[Term]]) -> list[Match[Term]]:
    """The names that the others are left out from; 「除了财政拨款，别的收入」 names no account but the rest."""
    income = any(m.value.kind == "收入来源" for m in less)
    return [
        m
        for m in matches
        if m not in less and m.value.kind not in _ASKING and not (income and m.value.name == "其他收入")
    ]


def _markers(wording: Wording, less: Match[Term]) -> list[Match[None]]:
    before, behind = _BEFORE.search(wording.text[: less.start]), _BEHIND.match(wording.text[less.end :])
    found = [Match(before.start(), before.end(), before[0], None)] if before else []
    others = _OTHERS.finditer(wording.text)
    found += [Match(m.start(), m.end(), m[0], None) for m in others]
    return found + (
        [Match(less.end, less.end + behind.end(), behind[0], None)] if behind and behind[0] else []
    )


_OTHERS = regex(r"(?:别|其[他它]|另外|其余)的?|还?剩下?|的?(?:那|这)?(?:部分|块)")


def _outside(wording: Wording, less: Match[Term]) -> str:
    return wording.text[: less.start] + "\0" + wording.text[less.end :]


def all_of(part: Term, said: str) -> Term | None:
    """All that was spent or came in, as the part and the words beside it say."""
    spent, received = _SPENT.search(said) is not None, _RECEIVED.search(said) is not None
    if part.kind == "收入来源" and (received or not spent):
        return Term("本年收入合计", "总额")
    of_spending = part.name in _DIRECT or (spent and part.kind in _OF_SPENDING)
    return Term("本年支出合计", "总额") if of_spending and (spent or not received) else None


def holds(whole: Term, part: Term) -> bool:
    """Whether the one is a part of the other, by their codes or as it is printed everywhere."""
    if whole == part:
        return False
    if whole.kind == part.kind and whole.code and part.code.startswith(whole.code):
        return True
    return any(
        whole.name == name and (part.kind in kinds or part.name in names) for name, kinds, names in _PARTS
    )
