"""A follow-up that leaves something out: 「除去计划生育」 is the rest of what was spoken of (追问扣除)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.accounts import label_to_account
from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.less import all_of, holds
from service.accounts.lexicon import term_of
from service.figures.lookup import same_subject
from service.model import Operation, Plan, Term

_LESS = regex(
    r"^(?:那么?|如果|要是|假如|若|把|它|其中|要|先)*"
    r"(?:除(?:去|了|掉|开)|扣(?:除|掉|去)?|剔(?:除|掉)|排除|减(?:去|掉)|刨(?:去|除|掉|开)?|撇(?:开|去)|抛(?:开|去)|去(?:掉|除)|不(?:算|含|计|包括|包含))"
    r"(?:了|其中的?|里面的?|上)?(?P<what>[^，。？]{2,16}?)(?:这?一?(?:块|部分|项))?(?:的话|以后|之后|后|以外|之外|外)?(?:的)?[，,]?"
    r"(?:呢|(?:还)?(?:剩|余|有|剩下|剩余)?(?:是|的)?(?:多少|几何)(?:钱|万元|元|[件个项名人辆])?)?[？?。！!]*$"
)
_BEHIND = regex(
    r"^(?:那么?|它)*(?P<what>[^，。？]{2,12}?)(?:除外|以外|之外|不算|不计)(?:的)?(?:呢|(?:还)?(?:剩|有)?(?:是)?多少(?:钱)?)?[？?。！!]*$"
)
_ENDS = ("", "支出", "经费", "费", "收入", "事务")


def less_that(plan: Plan, before: Plan, facts: Sequence[Fact]) -> Plan | None:
    """The rest of what was spoken of; a plan that is not understood where what is left out is no part of it; None
    where the follow-up leaves nothing out."""
    said = _LESS.match(plan.text) or _BEHIND.match(plan.text)
    whole = before.subject
    if said is None or whole is None or "什么" in said["what"] or "哪" in said["what"]:
        return None
    words = fold(said["what"])
    part = _part(words, plan.subject, whole, before, facts)
    kept = replace(before, text=plan.text, intent=None, taken=(), also=())
    if part is None:
        return replace(kept, explained=0.0, taken=(words,))
    return replace(kept, operation=Operation.CHANGE, also=(part,), explained=1.0, first=None)


def _part(words: str, named: Term | None, whole: Term, before: Plan, facts: Sequence[Fact]) -> Term | None:
    """The one part of the whole that the words name."""
    accounts = filter(None, (label_to_account(words + end) for end in _ENDS))
    said = [named, *(Term(a.name, a.kind) for a in accounts)]
    for term in said:
        if term is not None and _is_part(whole, term) and _share_words(words, term):
            return term
    own = (f for f in facts if f.year == before.year and f.value is not None and not same_subject(f, whole))
    found = {term_of(f) for f in own if words in fold(f.subject.name) and _is_part(whole, term_of(f))}
    shortest = sorted(found, key=lambda term: (len(term.name), len(term.code)))
    names = {term.name for term in shortest if len(term.name) == len(shortest[0].name)}
    return shortest[0] if len(names) == 1 else None


def _is_part(whole: Term, part: Term) -> bool:
    if whole.kind == "总额":
        return all_of(part, "收入" if "收入" in whole.name else "支出") == whole
    return holds(whole, part)


def _share_words(words: str, term: Term) -> bool:
    return bool(set(words) & set(fold(term.name)))
