"""The thing that a follow-up names by a part of its name, beside what was spoken of: 「其中货物」 (追问分项名).

It is told in the same sentence, or belongs to the same kind of account.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.accounts import label_to_account
from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.left_outside import without_exclusions
from service.accounts.less import holds
from service.figures.lookup import asks_money, same_subject
from service.model import CONFIDENT, PHRASE_KINDS, Plan, Term
from service.things.search import otherwise, unit_fits

#: Words that point back at what was spoken of.
POINTING = regex(r"这项|该项|这个|那个|这笔|那笔|它|其中|里面|这些|那些|上述|前面|刚才|这块|前者|后者")
#: What a follow-up may leave out of an account's name: 「基本的呢」.
_ENDS = ("", "支出", "经费", "费", "收入")


def part_named(plan: Plan, before: Plan, facts: Sequence[Fact]) -> Term | None:
    """「其中货物多少」: the one thing told beside what was spoken of whose name holds the words of the question."""
    content = _content(plan)
    known = plan.subject is not None and not plan.assumed and plan.subject.kind not in PHRASE_KINDS
    if _is_thing_within_money(plan, before):
        known, content = False, POINTING.sub("", plan.text).strip("的呢有")
    counted = plan.count_unit is not None and plan.subject is not None and plan.explained > CONFIDENT
    if before.subject is None or known or counted or plan.also or len(content) < 2:
        return None
    account = next(filter(None, (label_to_account(content + end) for end in _ENDS)), None)
    if account is not None and account.kind == before.subject.kind:
        return Term(account.name, account.kind)
    said = (content, *otherwise(content))
    own = [f for f in facts if same_subject(f, before.subject)]
    quotes = {f.source.quote for f in own if f.source.quote}
    beside = [
        f
        for f in facts
        if f.value is not None
        and not same_subject(f, before.subject)
        and (f.source.quote in quotes or f.subject.kind == before.subject.kind != "业务量")
        and any(words in fold(without_exclusions(f.subject.name)) for words in said)
        and (plan.count_unit is None or unit_fits(f, plan.count_unit))
    ]
    names = {(f.subject.name, f.subject.kind, f.subject.code): f for f in beside}
    shortest = sorted(names, key=lambda key: len(key[0]))
    terms = {key: Term(*key) for key in shortest}
    whole = [key for key in shortest if all(key == k or holds(terms[key], terms[k]) for k in shortest)]
    shortest = whole or shortest
    if not shortest or (len(shortest) > 1 and len(shortest[1][0]) == len(shortest[0][0])):
        return None
    name, kind, code = shortest[0]
    return Term(name, kind, code)


def _is_thing_within_money(plan: Plan, before: Plan) -> bool:
    """Whether a thing that is counted is named as a part of money, with no word that counts."""
    counted = plan.subject is not None and plan.subject.kind in ("资产", "人员", *PHRASE_KINDS)
    within = re.match(r"(?:那么?)?(?:其中|里[头面边]|这里面)", plan.text)
    money = (
        before.count_unit is None and before.subject is not None and before.subject.kind not in PHRASE_KINDS
    )
    return bool(counted and within and plan.count_unit is None and money)


def money_beside(plan: Plan, before: Plan, facts: Sequence[Fact]) -> Term | None:
    """「涉及多少钱」 after a count: the one amount told in the sentence of the count."""
    known = plan.subject is not None and not plan.assumed and plan.subject.kind not in PHRASE_KINDS
    if known or before.subject is None or before.count_unit is None or not asks_money(plan):
        return None
    own = [f for f in facts if same_subject(f, before.subject) and f.year == before.year]
    quotes = {f.source.quote for f in own if f.source.quote}
    beside = {f.yuan: f for f in facts if f.source.quote in quotes and f.yuan is not None}
    if len(beside) != 1:
        return cost_of(before.subject.name, before.year, facts)
    subject = next(iter(beside.values())).subject
    return Term(subject.name, subject.kind, subject.code, subject.path)


#: What is spent on things that are counted, by their name.
_COST_OF = (
    (regex(r"购[^，]{0,6}车|车[^，]{0,6}购"), Term("公务用车购置费", "三公经费")),
    (regex("接待"), Term("公务接待费", "三公经费")),
)


def cost_of(counted: str, year: int | None, facts: Sequence[Fact]) -> Term | None:
    """The account of what is spent on a thing that is counted, where the year prints it."""
    term = next((term for pattern, term in _COST_OF if pattern.search(counted)), None)
    held = facts if term is not None else ()
    printed = any(
        term is not None and f.year == year and f.value is not None and same_subject(f, term) for f in held
    )
    return term if printed else None


def counted_beside(plan: Plan, before: Plan, facts: Sequence[Fact]) -> Term | None:
    """「平均得分多少」 after a count of projects: the one thing told beside it that is counted in another unit."""
    known = plan.subject is not None and not plan.assumed
    if known or plan.count_unit is None or before.subject is None or plan.count_unit == before.count_unit:
        return None
    own = [f for f in facts if same_subject(f, before.subject) and f.year == before.year and f.source.quote]
    if any(unit_fits(f, plan.count_unit) for f in own):
        return None
    quotes = {f.source.quote for f in own}
    beside = [f for f in facts if f.source.quote in quotes and unit_fits(f, plan.count_unit)]
    if not beside:
        stem = re.sub(r"(?:经费|费用|支出|费)$", "", fold(before.subject.name))
        same_year = (f for f in facts if f.year == before.year and unit_fits(f, plan.count_unit or ""))
        beside = [f for f in same_year if len(stem) > 1 and stem in fold(f.subject.name)]
    found = {(f.subject.name, f.subject.kind): f.subject for f in beside}
    if len(found) != 1:
        return None
    subject = next(iter(found.values()))
    return Term(subject.name, subject.kind, subject.code, subject.path)


def counts_in(part: Term, plan: Plan, facts: Sequence[Fact]) -> bool:
    """Whether a part is counted in the unit that was asked for before."""
    unit = plan.count_unit
    return unit is None or any(
        f.year == plan.year and same_subject(f, part) and unit_fits(f, unit, loose=True) for f in facts
    )


def _content(plan: Plan) -> str:
    """What a follow-up says besides pointing back."""
    named = plan.subject.name if plan.subject and not plan.assumed else ""
    return POINTING.sub("", "".join(plan.taken) or named).strip("的")
