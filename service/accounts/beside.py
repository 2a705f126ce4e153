"""Accounts that a question names side by side, all of which are asked for: 水费和电费, 收入支出各多少 (并列所问)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from ingest.patterns import regex
from service.model import CODED_KINDS, PHRASE_KINDS, Term
from service.read.terms import Match
from service.read.wording import Wording


def totals(wording: Wording, matches: Sequence[Match[Term]]) -> list[Match[Term]]:
    """「收入、支出、结余各多少」: totals and balances, where nothing else is named or all are listed in one row."""
    plain = all(m.value.kind in ("总额", "结转结余") for m in matches)
    return list(matches) if plain or (_EACH.search(wording.text) and _in_a_row(wording, matches)) else []


def _in_a_row(wording: Wording, matches: Sequence[Match[Term]]) -> bool:
    """Whether nothing but a mark or a joining word stands between names: 「收入总计、财政拨款收入分别」."""
    pairs = list(itertools.pairwise(sorted(matches, key=lambda m: m.start)))
    between = [wording.text[a.end : b.start] for a, b in pairs]
    marked = [b.start in wording.breaks for _, b in pairs]
    # 「政府性基金收入和支出」: a bare word is of what is named before it.
    whole = all(m.value.kind not in ("总额", "结转结余") or _IN_FULL.search(m.word) for m in matches)
    return (
        bool(pairs)
        and whole
        and all(
            (words == "" and mark) or words in ("和", "与", "及", "跟")
            for words, mark in zip(between, marked, strict=True)
        )
    )


def beside(
    wording: Wording, matches: Sequence[Match[Term]], subject: Term | None, which: bool = False
) -> tuple[Term, ...]:
    """Accounts named side by side, 「水费和电费」: all of them are asked for; ``which`` that one of them is."""
    text = wording.text
    matches = _chain(text, _without_topic(wording, matches))
    if len(matches) < 2 or subject is None:
        return ()
    terms = tuple(dict.fromkeys(m.value for m in matches))
    nested = {"支出结构", "功能分类", "经济分类"} <= {t.kind for t in terms}
    joined = any(text[a.end : b.start] or b.start in wording.breaks for a, b in itertools.pairwise(matches))
    each = bool(_EACH.search(text)) and (_sums(terms) or _apart(terms))
    one_kind = len({t.kind for t in terms}) == 1
    listed = one_kind and _apart(terms) and all(WHOLE_NAME.search(m.word) for m in matches)
    added = _ADDED.search(text) is not None
    listed = listed or (added and by_use(terms) and all(WHOLE_NAME.search(m.word) for m in matches))
    joined = joined or listed or each or ((which or added) and _apart(terms))
    return terms if len(terms) > 1 and joined and not nested else ()


#: Accounts that a question may open with, and the kind of their parts; what is told in words is one of theirs too.
_TOPICS = {
    "政府采购支出": "政府采购",
    "“三公”经费": "三公经费",
    "基本支出": "经济分类",
    "机关运行经费": "经济分类",
}


def _without_topic(wording: Wording, matches: Sequence[Match[Term]]) -> Sequence[Match[Term]]:
    """「政府采购，授予小微企业合同金额多少」: a whole before a comma only opens the question on a part of it."""
    if len(matches) < 2 or _ADDED.search(wording.text) or (len(matches) < 3 and _EACH.search(wording.text)):
        return matches
    topic, *rest = matches
    part = _TOPICS.get(topic.value.name)
    opens = topic.end in wording.pauses and rest[0].start == topic.end
    within = all(m.value.kind == part or m.value.kind in PHRASE_KINDS for m in rest)
    return rest if part and opens and within else matches


#: How the name of an account ends: 「差旅费印刷费」 names two, 「工会培训费」 says what the training is for.
WHOLE_NAME = regex("(?:[费金款]|支出|经费|收入|补[贴助])$")
#: What is added up may be named without a joining word, 「公积金购房补贴加起来」.
_ADDED = regex(
    r"合起来|合在一起|合一起|合共|总和|加一块|加在一起|加到一起|凑一起|加起来|合计|一共|总共|共计|相加"
)


#: 「收入支出各是多少」: the totals, one by one, without a word between.
_IN_FULL = regex(r"合计|总计|总额|总")
_EACH = regex(r"各|分别")


def by_use(terms: Sequence[Term]) -> bool:
    """Whether all are accounts by what was bought, and none is made up of others: 办公费, 接待费, 培训费."""
    whole = ("“三公”经费", "公务用车购置及运行维护费")
    return all(t.kind in ("经济分类", "三公经费", "会议培训") and t.name not in whole for t in terms)


def _sums(terms: Sequence[Term]) -> bool:
    return all(t.kind in ("总额", "结转结余") for t in terms)


def _apart(terms: Sequence[Term]) -> bool:
    """Whether all are coded accounts and none stands under another."""
    codes = [t.code for t in terms if t.kind in CODED_KINDS and t.code]
    within = any(a != b and a.startswith(b) for a in codes for b in codes)
    return len(codes) == len(terms) and not within


#: 「高中教育支出比初中教育支出」: what was spent on an account is the account.
_SPENT_ON = "(?:的?(?:支出|经费|资金|开支|花费|预算|决算|[花用]的钱?|花掉的钱?))?"


def _chain(text: str, matches: Sequence[Match[Term]]) -> list[Match[Term]]:
    """The longest run of names that follow each other with nothing but a joining word between."""
    joining = r"和|与|及|以及|跟|还有|加上|加(?!油)|比|较|、|(?:[花用][得的])?[多大高贵少低]?还是|" + (
        "|是|相当于" if "倍" in text else ""
    )
    best: list[Match[Term]] = []
    run: list[Match[Term]] = []
    for match in matches:
        gap = text[run[-1].end : match.start] if run else ""
        follows = run and re.fullmatch(f"{_SPENT_ON}(?:{joining})(?:采购|购买|买)?", gap)
        run = [*run, match] if follows else [match]
        best = max(best, run, key=len)
    return best
