"""Accounts as what a question asks for: the names it may use, and what has accounts below it (科目)."""

from __future__ import annotations

from dataclasses import replace

from ingest.patterns import regex
from service.accounts.lexicon import Lexicon
from service.model import PHRASE_KINDS, Condition, Operation, Term
from service.parts.conditions import GONE, NEW

_ACCOUNTS = regex(r"科目|[类款项]级")


def of_accounts(lexicon: Lexicon, text: str) -> Lexicon:
    """The lexicon without the facts of the documents' own phrases where accounts are asked for (…科目有几个)."""
    if not _ACCOUNTS.search(text):
        return lexicon
    return replace(lexicon, facts=[f for f in lexicon.facts if f.subject.kind not in PHRASE_KINDS])


#: Kinds of subject that are divided into parts.
_DIVIDED = ("总额", "三公经费", "政府采购", "功能分类", "经济分类", "支出结构")
#: Codes of the last level have so many figures.
_UNDIVIDED = 7
#: 「哪些费用不到1万」: what is called 费 is told by economic classes alone.
_FEES = regex(r"(?:哪|什么|几)[个些项种几]*(?:费用?|开销)(?!率)|的费用?(?:有|是|都)?(?:哪|什么|几|[？。]?$)")
_ECONOMIC = regex(r"经济(?:分类)?的?[类款项]?级?(?:支出)?科目|按经济分类")


def has_parts(asked: Operation | None, subject: Term | None) -> bool:
    """Whether parts by their amounts may be meant: of something that has some, where nothing else is computed."""
    divided = subject is None or (subject.kind in _DIVIDED and len(subject.code) < _UNDIVIDED)
    return divided and asked in (None, Operation.LIST, Operation.COUNT, Operation.RANK)


def by_class(subject: Term | None, text: str, condition: Condition | None = None) -> Term | None:
    """「哪项经济科目最少」: only basic expenditure is told by economic classes; so are fees that are
    picked out by their amounts."""
    whole = subject is None or subject.kind == "总额"
    fees = _FEES.search(text) and condition is not None and _of_amounts(condition)
    return Term("基本支出", "支出结构") if whole and (fees or _ECONOMIC.search(text)) else subject


def _of_amounts(condition: Condition) -> bool:
    return condition.by is Operation.LOOKUP or condition.relation in (NEW, GONE)
