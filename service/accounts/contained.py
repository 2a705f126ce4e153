"""Accounts by what was bought, named within a container: 「公用经费中的公务接待费」 (范围里的科目).

The three public expenses, meetings and training stand in statements of their own too; within 公用经费, 机关运行经费 or
基本支出 the economic account is meant, whose figure is another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact
from ingest.text import fold
from service.accounts.lexicon import term_of
from service.accounts.said_in_part import WITHIN
from service.model import Term
from service.read.terms import Match
from service.read.wording import Wording

#: Containers whose accounts are those of basic expenditure by economic class.
OF_BASIC = frozenset(("公用经费", "人员经费", "机关运行经费", "商品和服务支出", "基本支出"))
_CONTAINERS = OF_BASIC | {"项目支出"}
_OWN_STATEMENT = ("三公经费", "会议培训")
#: 「机关运行经费中的差旅费」: the account named around others says in which statement to look.
_WITHIN_STATEMENT = (("机关运行", "机关运行经费表"),)


def contained(wording: Wording, matches: Sequence[Match[Term]], facts: Sequence[Fact]) -> list[Match[Term]]:
    """The names, those within a container as economic accounts, printed or not."""
    ordered = sorted(matches, key=lambda m: m.start)
    found: list[Match[Term]] = []
    within = False
    for before, match in zip([None, *ordered], ordered, strict=False):
        between = wording.text[before.end : match.start] if before is not None else ""
        leads = before is not None and before.value.name in _CONTAINERS
        inside = leads and (between in ("", "的") or _leads_in(between))
        within = inside or (within and between in ("和", "与", "及", "、", ""))
        own = match.value.kind in _OWN_STATEMENT and match.value.name != "“三公”经费"
        found.append(replace(match, value=_economic(match.value, facts)) if within and own else match)
    return found


def _leads_in(between: str) -> bool:
    match = WITHIN.match(between)
    return match is not None and between[match.end() :] in ("", "的", "，", "安排的", "列支的", "用于")


def _economic(term: Term, facts: Sequence[Fact]) -> Term:
    names = {fold(term.name), fold(term.name) + "用"}
    printed = next((f for f in facts if f.subject.kind == "经济分类" and fold(f.subject.name) in names), None)
    return term_of(printed) if printed is not None else Term(term.name, "经济分类")


def statement_around(terms: Sequence[Term], matches: Sequence[Match[Term]]) -> str | None:
    """The statement of the account that is named around economic ones, or beside them as their whole."""
    within = next((s for k, s in _WITHIN_STATEMENT if any(m.value.kind == k for m in matches)), None)
    return within if terms and all(term.kind == "经济分类" for term in terms) else None
